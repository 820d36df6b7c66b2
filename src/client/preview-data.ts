/** From a link to its preview. */
import { locatorText, parseLabel } from '../corpus/locators.ts';
import { loadScript } from './load-script.ts';
import { chunkOf } from './preview-record.ts';
import type { Chunk, Preview } from './preview-record.ts';

declare global {
  interface Window {
    __previews?: Record<string, Chunk>;
  }
}

/** Address of the site's folder. */
export const root = new URL('..', (document.currentScript as HTMLScriptElement).src).href;

/** The chunk that holds a link's preview, and the keys of what it shows. */
interface Target {
  chunk: string;
  keys: readonly string[];
}

/** Which preview a link has, if any. One to what stands around the link itself has none. */
export function targetOf(link: HTMLAnchorElement): Target | undefined {
  const footnote =
    link.dataset.claim === undefined ? undefined : document.querySelector<HTMLAnchorElement>(`${link.hash} a[href*="claims/"]`);
  const { href } = footnote ?? link;
  if (!href.startsWith(root)) return undefined;
  const [, folder, id = '', anchor = ''] = /^(\w+)\/([^/#]+)\.html(?:#(.+))?$/.exec(href.slice(root.length)) ?? [];
  if (folder === undefined || id === 'index') return undefined;
  const isHere = footnote === undefined && link.hash !== '' && link.pathname === location.pathname;
  if (isHere && link.closest('.footnotes')) return undefined;
  if (anchor !== '' && link.parentElement?.closest(`#${CSS.escape(anchor)}`)) return undefined;
  if (folder === 'entities' && anchor === '') return { chunk: chunkOf.entity(id), keys: [id] };
  if (folder === 'questions' && !isHere) return { chunk: chunkOf.questions, keys: [id] };
  if (folder === 'sources' && /^b\d+$/.test(anchor))
    return { chunk: chunkOf.source(id), keys: parseLabel(link.textContent).map(locatorText) };
  const isRecord = (folder === 'claims' || folder === 'articles') && anchor !== '' && !/^(?:p|n)\d+$/.test(anchor);
  return isRecord && (!isHere || anchor.startsWith('note-')) ? { chunk: chunkOf.account(id), keys: [anchor] } : undefined;
}

/** Chunks that are being loaded or were. */
const loading = new Map<string, Promise<Chunk | undefined>>();

/** A target's preview; none where its chunk is missing or has nothing of it. Of several places in a document, one with the facts of all. */
export async function previewOf({ chunk, keys }: Target): Promise<Preview | undefined> {
  let loaded = loading.get(chunk);
  if (loaded === undefined) {
    loaded = loadScript(`${root}data/previews/${chunk}.js`).then(
      () => window.__previews?.[chunk],
      () => undefined,
    );
    loading.set(chunk, loaded);
  }
  const records = await loaded;
  const found = keys.flatMap((key) => records?.[key] ?? []);
  return found[0] && { ...found[0], facts: found.flatMap(({ facts = [] }) => facts) };
}
