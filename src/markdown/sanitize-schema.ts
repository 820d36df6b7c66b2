import { defaultSchema } from 'rehype-sanitize';
import type { Options } from 'rehype-sanitize';

/** Elements by which the remark half of the pipeline hands claims, entities and notes to the rehype half. */
const internal = ['x-claim', 'x-entity', 'x-plain', 'x-note'];

/** What HTML in content may hold: GitHub's list without anything that loads a file, sets an id or a class, or takes input. */
export const sanitizeSchema: Options = {
  ...defaultSchema,
  tagNames: [...defaultSchema.tagNames!.filter((name) => !['img', 'input', 'picture', 'source'].includes(name)), ...internal],
  attributes: {
    'a': ['href'],
    'ol': ['start'],
    'td': ['align', 'colSpan', 'rowSpan'],
    'th': ['align', 'colSpan', 'rowSpan', 'scope'],
    'x-claim': ['dataId'],
    'x-entity': ['dataId'],
    'x-note': ['dataId', 'dataKind', 'dataAt', 'dataConfidence'],
    '*': ['lang', 'dir', 'title'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
};
