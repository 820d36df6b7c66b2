/** The pages of the site by name, for search. */
import { allNames } from '../edition.ts';
import type { Edition } from '../edition.ts';
import { typeLabel } from '../corpus/labels.ts';
import { sourceOf } from '../corpus/corpus.ts';
import type { Directory, NamedPage } from '../search/directory.ts';
import { paths } from '../urls.ts';

/** Accounts, questions, names and sources; what is named more often comes first where names are alike. */
export function directoryOf({ corpus, mentionsOf, claimsOf }: Edition): Directory {
  const articles = [...corpus.articles.values()].map((article) => ({ article, ...sourceOf(corpus, article.id) }));
  const pages: NamedPage[] = [
    ...[...corpus.entities.values()].map((entity) => {
      const weight = (mentionsOf.get(entity.id)?.length ?? 0) + (claimsOf.get(entity.id)?.length ?? 0);
      return [paths.entity(entity.id), typeLabel[entity.type].one, weight, ...allNames(entity)] as const;
    }),
    ...[...corpus.questions.values()].map(({ id, question }) => [paths.question(id), 'question', 0, question] as const),
    ...articles.map(({ article, record }) => [paths.article(article.id), 'account', 1, record.title] as const),
  ];
  const accounts = Object.fromEntries(articles.map(({ article, record }) => [article.id, [record.siglum, record.title] as const]));
  return { pages, synonyms: corpus.site.synonyms, accounts };
}
