/** The resolved corpus: every record of a content folder with its references checked and followed both ways. */
import { resolveMaps } from './base-map.ts';
import type { BaseMap } from './base-map.ts';
import { checkEntities, checkHouseStyle } from './checks.ts';
import { compareDates } from './dates.ts';
import { loadContent } from './loader.ts';
import type { LoadedContent, Prose } from './loader.ts';
import { parseLocator } from './locators.ts';
import type { Locator } from './locators.ts';
import { NameIndex, foldName } from './names.ts';
import { compare, didYouMean } from './problems.ts';
import type { Place, Problem } from './problems.ts';
import { checkAnswers, checkPairs, checkSeries } from './questions.ts';
import { RecordFile } from './record-file.ts';
import { checkLocator, referenceChecker } from './references.ts';
import { site as siteSchema } from './schema.ts';
import type * as schema from './schema.ts';
import { speaker } from './voices.ts';

export interface Source extends Omit<schema.Manifest, 'source'> {
  id: string;
  /** Place in order of publication, from 1: which of the hues stands for it. */
  order: number;
  record: schema.SourceRecord;
  /** Is it in another language than the site? */
  isForeign: boolean;
}

export interface Article extends Omit<schema.ArticleRecord, 'resolve'> {
  id: string;
  /** Which entity a shared name means, by folded name. */
  resolve: ReadonlyMap<string, string>;
  prose: Prose;
}

export interface Claim extends Omit<schema.ClaimRecord, 'at'> {
  id: string;
  /** Id of the article that the claim belongs to. */
  article: string;
  /** Where the source says it, in order. */
  locators: readonly Locator[];
  /** Where the record stands, for problems. */
  place: () => Place;
}

export interface Entity extends schema.EntityRecord {
  id: string;
  type: schema.EntityType;
  prose: Prose;
}

export interface Question extends schema.QuestionRecord {
  id: string;
}

/** Keyed by id; articles and sources in order of publication, claims in order of the document, the rest by id. */
export interface Corpus {
  site: schema.Site;
  sources: ReadonlyMap<string, Source>;
  articles: ReadonlyMap<string, Article>;
  claims: ReadonlyMap<string, Claim>;
  entities: ReadonlyMap<string, Entity>;
  questions: ReadonlyMap<string, Question>;
  /** Base maps by id. */
  maps: ReadonlyMap<string, BaseMap>;
  names: NameIndex;
  /** Ids of records that exist but could not be read. */
  broken: ReadonlySet<string>;
  /** Where the text of a section of the about page begins, from 0. */
  aboutPlace: (section: number) => Place;
}

/** The manifest of a source, as its file has it. */
export function manifestOf({ id, record: _, order: __, isForeign: ___, ...seals }: Source): schema.Manifest {
  return { source: id, ...seals };
}

/** The source that an article is about. A corpus without problems has one for every article. */
export function sourceOf({ articles, sources }: Corpus, article: string): Source {
  return sources.get(articles.get(article)!.source)!;
}

/** Loads and resolves a content folder. Where `site.yaml` cannot be read, an empty one stands in, so that all else is checked. */
export async function buildCorpus(content: string): Promise<{ corpus: Corpus; problems: Problem[] }> {
  const loaded = await loadContent(content);
  const problems = [...loaded.problems];
  const entities = index(loaded.entities, 'entity', problems, ({ id, type, value, prose }) => ({ ...value, id, type, prose }));
  const sources = resolveSources(loaded, entities, problems);
  const articles = resolveArticles(loaded, sources, entities, problems);
  const claims = resolveClaims(loaded, articles, sources, entities, problems);
  const questions = resolveQuestions(loaded, claims, problems);
  const maps = resolveMaps(loaded, problems);
  const namesakes = checkEntities(loaded, entities, claims, sources, problems);
  const { value: site, file } = loaded.site ?? noSite;
  checkHouseStyle(loaded, site, problems);
  const references = referenceChecker(file, loaded.broken, problems);
  site.subjects.forEach((id, i) => references.entity(id, ['subjects', i], entities));
  const names = new NameIndex([...entities].filter(([id]) => !namesakes.has(id)));
  const aboutPlace = (section: number) => file.at(['about', section, 'text']);
  return { corpus: { site, sources, articles, claims, entities, questions, maps, names, broken: loaded.broken, aboutPlace }, problems };
}

const noSite = {
  file: new RecordFile('site.yaml', ''),
  value: siteSchema.parse({
    title: '-',
    tagline: '-',
    description: '-',
    language: 'en',
    licence: { name: '-', address: 'https://example.org/' },
    publisher: '-',
  }),
};

/** A map by id; the second record with an id is a problem. */
function index<In extends { id: string; file: RecordFile }, Out>(
  records: readonly In[],
  what: string,
  problems: Problem[],
  make: (record: In) => Out,
): Map<string, Out> {
  const map = new Map<string, Out>();
  const first = new Map<string, string>();
  for (const record of records) {
    const earlier = first.get(record.id);
    if (earlier !== undefined) {
      problems.push(
        record.file.problem([], 'ids/duplicate', `The ${what} ${record.id} already stands in ${earlier}.`, 'Rename one of the files.'),
      );
      continue;
    }
    first.set(record.id, record.file.path);
    map.set(record.id, make(record));
  }
  return map;
}

type Entities = ReadonlyMap<string, Entity>;

function resolveSources(loaded: LoadedContent, entities: Entities, problems: Problem[]): Map<string, Source> {
  const manifests = new Map(loaded.manifests.map((manifest) => [manifest.id, manifest]));
  const records = new Set(loaded.sources.map(({ id }) => id));
  for (const { id, value, file } of loaded.manifests) {
    if (value.source !== id)
      problems.push(
        file.problem(
          ['source'],
          'sources/wrong-manifest',
          `This is the manifest of ${value.source}, by its file’s name of ${id}.`,
          `Run: npm run ingest -- FILE --id ${id}`,
        ),
      );
    if (records.has(id) || loaded.broken.has(`source ${id}`)) continue;
    loaded.broken.add(`source ${id}`);
    problems.push(
      file.problem([], 'sources/no-record', `There is no record of the source ${id}.`, `Add ${id}.yaml beside it, or remove the manifest.`),
    );
  }
  const sigla = new Map<string, string>();
  const { language } = (loaded.site ?? noSite).value;
  const sources: Source[] = [];
  for (const { id, value: record, file } of loaded.sources) {
    const references = referenceChecker(file, loaded.broken, problems);
    references.entity(record.outlet, ['outlet'], entities, publishers);
    references.entity(record.republishedBy, ['republishedBy'], entities, publishers);
    record.authors.forEach(({ entity }, i) => references.entity(entity, ['authors', i, 'entity'], entities, authors));
    record.custody.forEach(({ by }, i) => references.entity(by, ['custody', i, 'by'], entities));
    const taken = sigla.get(record.siglum);
    if (taken !== undefined) {
      problems.push(
        file.problem(['siglum'], 'sources/duplicate-siglum', `${record.siglum} already stands for ${taken}.`, 'Choose another letter.'),
      );
    }
    sigla.set(record.siglum, id);
    const manifest = manifests.get(id);
    if (manifest === undefined) {
      loaded.broken.add(`source ${id}`);
      if (!loaded.broken.has(`manifest ${id}`))
        problems.push(file.problem([], 'sources/no-manifest', `${id} has no manifest.`, `Run: npm run ingest -- FILE --id ${id}`));
      continue;
    }
    record.published.evidence.forEach(({ at }, i) =>
      checkLocator(at, ['published', 'evidence', i, 'at'], file, manifest.value, id, problems),
    );
    const { source: _, ...seals } = manifest.value;
    sources.push({ ...seals, id, record, order: 0, isForeign: record.language !== language });
  }
  const byDate = sources.toSorted((a, b) => compareDates(a.record.published.when, b.record.published.when) || compare(a.id, b.id));
  return new Map(byDate.map((source, i) => [source.id, { ...source, order: i + 1 }]));
}

function resolveArticles(
  loaded: LoadedContent,
  sources: ReadonlyMap<string, Source>,
  entities: Entities,
  problems: Problem[],
): Map<string, Article> {
  const accountOf = new Map<string, string>();
  const all = index(loaded.articles, 'article', problems, ({ id, value, prose, file }): Article => {
    const references = referenceChecker(file, loaded.broken, problems);
    references.source(value.source, ['source'], sources);
    const earlier = accountOf.get(value.source);
    if (earlier !== undefined)
      problems.push(
        file.problem(
          ['source'],
          'articles/second-account',
          `${earlier} is already the account of ${value.source}.`,
          'A source has one article: merge them.',
        ),
      );
    accountOf.set(value.source, id);
    for (const [name, entity] of Object.entries(value.resolve)) {
      references.entity(entity, ['resolve', name], entities);
      const record = entities.get(entity);
      if (record !== undefined && !bears(record, name)) {
        problems.push(
          file.problem(
            ['resolve', name],
            'references/not-its-name',
            `${name} is not a name of ${entity}.`,
            'Add it to the names of its record, or name another.',
          ),
        );
      }
    }
    const source = sources.get(value.source);
    for (const at of Object.keys(value.uncited)) {
      if (source !== undefined) checkLocator(at, ['uncited', at], file, source, value.source, problems);
    }
    const resolve = new Map(Object.entries(value.resolve).map(([name, entity]) => [foldName(name), entity]));
    return { ...value, resolve, id, prose };
  });
  const order = [...sources.keys()];
  return new Map([...all].sort(([, a], [, b]) => order.indexOf(a.source) - order.indexOf(b.source)));
}

function bears({ name, names }: Entity, text: string): boolean {
  return [name, ...names.map((other) => other.text)].some((own) => foldName(own) === foldName(text));
}

/** Types of the entities that the fields of claims and sources may name; anybody and anything may act. */
const concerned = { where: ['place'], who: undefined, about: ['event', 'weapon', 'document'] } as const;
const authors = ['person', 'group', 'organisation', 'outlet'] as const;
const publishers = ['outlet', 'organisation'] as const;
const speakers = { person: ['person'], organisation: ['organisation', 'group', 'place', 'outlet'], outlet: publishers } as const;

function resolveClaims(
  loaded: LoadedContent,
  articles: ReadonlyMap<string, Article>,
  sources: ReadonlyMap<string, Source>,
  entities: Entities,
  problems: Problem[],
): Map<string, Claim> {
  const files = new Map(loaded.claims.map((claims) => [claims.id, claims]));
  const known = new Map<string, string>();
  const claims: Claim[] = [];
  for (const { id, file, value } of loaded.claims) {
    if (articles.has(id)) continue;
    for (const claim of Object.keys(value)) loaded.broken.add(`claim ${claim}`);
    if (!loaded.broken.has(`article ${id}`))
      problems.push(
        file.problem(
          [],
          'claims/no-article',
          `There is no article ${id} for these claims.`,
          didYouMean(id, articles.keys()) ?? 'Give the file the id of its article.',
        ),
      );
  }
  for (const article of articles.values()) {
    const source = sources.get(article.source);
    const records = files.get(article.id);
    if (records === undefined) continue;
    const own: Claim[] = [];
    for (const [id, { at, ...claim }] of Object.entries(records.value)) {
      const earlier = known.get(id);
      if (earlier !== undefined)
        problems.push(
          records.file.problem(
            [id],
            'ids/duplicate',
            `The claim ${id} already stands in ${earlier}.`,
            'A claim’s id is unique in the whole corpus: rename one.',
            'key',
          ),
        );
      known.set(id, records.file.path);
      const list = Array.isArray(at) ? at : [at];
      if (source !== undefined) {
        list.forEach((one, i) =>
          checkLocator(one, Array.isArray(at) ? [id, 'at', i] : [id, 'at'], records.file, source, source.id, problems),
        );
      }
      const references = referenceChecker(records.file, loaded.broken, problems);
      for (const field of ['where', 'who', 'about'] as const)
        claim[field].forEach((entity, i) => references.entity(entity, [id, field, i], entities, concerned[field]));
      claim.voice.forEach((step, i) => {
        const part = step.person ? 'person' : step.organisation ? 'organisation' : 'outlet';
        references.entity(speaker(step), [id, 'voice', i, part], entities, speakers[part]);
      });
      own.push({ ...claim, id, article: article.id, locators: list.map(parseLocator), place: () => records.file.at([id], 'key') });
    }
    claims.push(...own.sort((a, b) => compareLocators(a.locators[0]!, b.locators[0]!)));
  }
  return new Map(claims.map((claim) => [claim.id, claim]));
}

function compareLocators(a: Locator, b: Locator): number {
  return a.block - b.block || (a.sentence ?? 0) - (b.sentence ?? 0);
}

function resolveQuestions(loaded: LoadedContent, claims: ReadonlyMap<string, Claim>, problems: Problem[]): Map<string, Question> {
  return index(loaded.questions, 'question', problems, ({ id, value, file }) => {
    const references = referenceChecker(file, loaded.broken, problems);
    value.answers.forEach(({ claim, measure }, i) => {
      references.claim(claim, ['answers', i, 'claim'], claims);
      if (measure !== undefined && claims.has(claim) && claims.get(claim)!.measures[measure] === undefined) {
        problems.push(
          file.problem(
            ['answers', i, 'measure'],
            'questions/unknown-measure',
            `The claim ${claim} has no measure ${measure}.`,
            'Measures are counted from 0.',
          ),
        );
      }
    });
    checkAnswers(value.answers, file, problems);
    checkSeries(value.answers, file, claims, problems);
    checkPairs(value, file, problems);
    return { ...value, id };
  });
}
