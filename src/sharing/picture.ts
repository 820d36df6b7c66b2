/** What stands on the picture that shows a page of the site where its address is shared. */
import { sourceOf } from '../corpus/corpus.ts';
import type { Corpus, Source } from '../corpus/corpus.ts';
import { dateInWords } from '../corpus/dates.ts';
import { paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';

export interface Picture {
  title: string;
  /** BCP 47 tag of the title. */
  language: string;
  /** Over the title, after the siglum where there is one: an outlet and a date, or what sort of page it is. */
  above: string;
  /** The source whose page it is. */
  source?: Source;
  /** The sources of which any other page treats. */
  witnesses: readonly Source[];
}

const mainPages: readonly (readonly [page: SitePath, title: string])[] = [
  [paths.articles, 'Accounts'],
  [paths.questions, 'Questions'],
  [paths.timeline, 'Timeline'],
  [paths.map, 'Map'],
  [paths.network, 'Network'],
  [paths.entities, 'Names'],
  [paths.claims, 'Claims'],
  [paths.about, 'About'],
  [paths.sources, 'Sources'],
  [paths.voices, 'Voices and words'],
  [paths.data, 'Data'],
  [paths.verify, 'Check it yourself'],
];

/** Scripts that the fonts of the pictures have. */
const drawable = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u;

const made = new WeakMap<Corpus, ReadonlyMap<SitePath, Picture>>();

/** The pictures by page. There are none for a site without an address, as none could be pointed at, and none in a script without a font. */
export function picturesOf(corpus: Corpus): ReadonlyMap<SitePath, Picture> {
  let pictures = made.get(corpus);
  if (pictures === undefined) made.set(corpus, (pictures = corpus.site.base === undefined ? new Map() : new Map(everyPicture(corpus))));
  return pictures;
}

function everyPicture(corpus: Corpus): [SitePath, Picture][] {
  const { site, sources } = corpus;
  const witnesses = [...sources.values()];
  const main = [[paths.home, site.tagline] as const, ...mainPages].map(([page, title]): [SitePath, Picture] => [
    page,
    { title, language: page === paths.home ? site.language : 'en', above: page === paths.home ? '' : site.tagline, witnesses },
  ]);
  const articles = [...corpus.articles.values()].map(({ id, source: sourceId }): [SitePath, Picture] => {
    const source = sources.get(sourceId)!;
    const { title, language, outlet, published } = source.record;
    const above = `${corpus.entities.get(outlet)!.name}, ${dateInWords(published.when)}`;
    return [paths.article(id), { title, language, above, source, witnesses: [] }];
  });
  const questions = [...corpus.questions.values()].map(({ id, question, subject, answers }): [SitePath, Picture] => {
    const answering = new Set(answers.map(({ claim }) => sourceOf(corpus, corpus.claims.get(claim)!.article)));
    const asked = witnesses.filter((source) => answering.has(source));
    return [paths.question(id), { title: question, language: site.language, above: subject, witnesses: asked }];
  });
  return [...main, ...articles, ...questions].filter(([, { title, above }]) =>
    drawable.test(`${site.title}${site.tagline}${title}${above}`),
  );
}

/** What the picture says, for those who do not see it. */
export function pictureInWords({ title, above }: Picture): string {
  return above === '' ? title : `${above}: ${title}`;
}
