/** The edition: a corpus with all its prose rendered and every connection followed back. What pages are drawn from. */
import { resolve } from 'node:path';
import { buildCorpus } from './corpus/corpus.ts';
import type { Claim, Corpus, Entity, Question } from './corpus/corpus.ts';
import { foldName } from './corpus/names.ts';
import { ContentError, compare } from './corpus/problems.ts';
import type { Problem } from './corpus/problems.ts';
import type { RelationType } from './corpus/schema.ts';
import { createRenderer } from './markdown/pipeline.ts';
import type { Render, RenderedProse } from './markdown/pipeline.ts';
import type { FoundMention } from './markdown/context.ts';
import { paths } from './urls.ts';

/** An entity's name in our account of a source. */
export interface Mention extends FoundMention {
  /** Account, place and entity; where a note names the entity in several paragraphs, numbered from the second on (`….2`). */
  id: string;
  article: string;
  /** It stands in an editorial note, not in what the account tells. */
  note: boolean;
}

/** A relation as seen from one of its two ends. */
export interface Related {
  type: RelationType;
  /** `true`: the other entity's record says it of this one. */
  inverse: boolean;
  /** Id of the other entity. */
  entity: string;
  when?: string | undefined;
  evidence: readonly string[];
  note?: string | undefined;
}

export interface Edition {
  corpus: Corpus;
  /** Rendered account by article id. */
  accounts: ReadonlyMap<string, RenderedProse>;
  /** Rendered description by entity id. */
  descriptions: ReadonlyMap<string, RenderedProse>;
  /** Rendered sections of the about page. */
  about: RenderedProse;
  /** Every mention, in order of article and text. */
  mentions: readonly Mention[];
  /** Mentions, claims and relations by entity id. */
  mentionsOf: ReadonlyMap<string, readonly Mention[]>;
  claimsOf: ReadonlyMap<string, readonly Claim[]>;
  relationsOf: ReadonlyMap<string, readonly Related[]>;
  /** Claims by article id. */
  claimsIn: ReadonlyMap<string, readonly Claim[]>;
  /** Questions that a claim answers, by claim id, each once. */
  questionsOf: ReadonlyMap<string, readonly Question[]>;
}

/** Builds the edition of a content folder; where there are problems, the edition is not to be published. */
export async function buildEdition(content: string): Promise<{ edition: Edition; problems: Problem[] }> {
  const { corpus, problems } = await buildCorpus(content);
  const render = createRenderer(corpus);
  const accounts = new Map(
    [...corpus.articles].map(([id, { prose, resolve, source }]) => {
      const blocks = corpus.sources.get(source)?.blocks.map(({ sentences }) => sentences.length);
      return [id, render(prose, { page: paths.article(id), resolve, ...(blocks && { blocks }) })];
    }),
  );
  const descriptions = new Map([...corpus.entities].map(([id, { prose }]) => [id, render(prose, { page: paths.entity(id), self: id })]));
  const about = renderAbout(corpus, render);
  const rendered = [...accounts.values(), ...descriptions.values(), about];
  problems.push(...rendered.flatMap((prose) => prose.problems), ...unusedClaims(corpus, accounts));
  const mentions = [...accounts].flatMap(([article, account]) => mentionsIn(article, account));
  const claims = [...corpus.claims.values()];
  return {
    edition: {
      corpus,
      accounts,
      descriptions,
      about,
      mentions,
      mentionsOf: Map.groupBy(mentions, ({ entity }) => entity),
      claimsOf: claimsOf(corpus),
      relationsOf: relations(corpus),
      claimsIn: Map.groupBy(claims, ({ article }) => article),
      questionsOf: questionsOf(corpus),
    },
    problems,
  };
}

function mentionsIn(article: string, { mentions, notes }: RenderedProse): Mention[] {
  const times = new Map<string, number>();
  const anchors = new Set(notes.map(({ anchor }) => anchor));
  return mentions.map((mention) => {
    const place = `${article}-${mention.paragraph}-${mention.entity}`;
    const time = (times.get(place) ?? 0) + 1;
    times.set(place, time);
    return { id: time === 1 ? place : `${place}.${time}`, ...mention, article, note: anchors.has(mention.paragraph) };
  });
}

/** The sections of the about page as one text; a problem in it is placed where its section stands in the site's record. */
function renderAbout({ site, aboutPlace }: Corpus, render: Render): RenderedProse {
  const sections = site.about.map(({ heading, text }) => `## ${heading}\n\n${text.trim()}\n\n`);
  const rendered = render({ path: 'about', text: sections.join(''), lineOffset: 0 }, { page: paths.about });
  const problems = rendered.problems.map((problem): Problem => {
    let [section, line] = [0, problem.line];
    for (const lines = (text: string) => text.split('\n').length - 1; line > lines(sections[section]!); section++)
      line -= lines(sections[section]!);
    // Two lines of ours stand above the text.
    const { file, line: start, column } = aboutPlace(section);
    return { ...problem, file, line: Math.max(start, start + line - 3), column: column + problem.column - 1 };
  });
  return { ...rendered, problems };
}

/** Entities that a claim is about or that speak in it, each once; not the outlets, which carry every claim of theirs. */
function entitiesOf({ where, who, about, voice }: Claim): string[] {
  return [...new Set([...who, ...where, ...about, ...voice.flatMap(({ person, organisation }) => person ?? organisation ?? [])])];
}

/** Claims by entity: those about it, those it speaks in, and for an event those that tell it; in the corpus’s order. */
function claimsOf({ claims, entities }: Corpus): Map<string, Claim[]> {
  const tells = Map.groupBy(
    [...entities.values()].flatMap((event) => event.claims.map((claim) => ({ claim, event: event.id }))),
    ({ claim }) => claim,
  );
  const groups = new Map<string, Claim[]>();
  for (const claim of claims.values()) {
    const told = tells.get(claim.id)?.map(({ event }) => event) ?? [];
    for (const id of new Set([...entitiesOf(claim), ...told])) {
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [claim]);
      else group.push(claim);
    }
  }
  return groups;
}

function questionsOf({ questions }: Corpus): Map<string, Question[]> {
  const groups = new Map<string, Question[]>();
  for (const question of questions.values())
    for (const claim of new Set(question.answers.map(({ claim }) => claim))) groups.set(claim, [...(groups.get(claim) ?? []), question]);
  return groups;
}

function relations({ entities }: Corpus): Map<string, Related[]> {
  const groups = new Map<string, Related[]>();
  const add = (id: string, related: Related) => groups.set(id, [...(groups.get(id) ?? []), related]);
  for (const { id, relations } of entities.values()) {
    for (const { to, ...relation } of relations) {
      add(id, { ...relation, entity: to, inverse: false });
      add(to, { ...relation, entity: id, inverse: true });
    }
  }
  return groups;
}

function unusedClaims({ claims }: Corpus, accounts: ReadonlyMap<string, RenderedProse>): Problem[] {
  const cited = new Set([...accounts].flatMap(([article, { footnotes }]) => footnotes.map(({ claim }) => `${article} ${claim}`)));
  return [...claims.values()]
    .filter(({ id, article }) => !cited.has(`${article} ${id}`))
    .map(({ id, article, place }) => ({
      ...place(),
      rule: 'claims/unused',
      message: `No footnote of ${article} cites ${id}.`,
      hint: `Cite it with [^${id}], or take it out.`,
    }));
}

/** The folder that holds the corpus: `CONTENT_DIR`, or `content`. */
export const contentFolder = resolve(process.env.CONTENT_DIR ?? 'content');

/**
 * One edition a process. It hangs on the global object because a build holds this module twice, once as it is and once
 * in Astro's bundle of the pages, and building the edition is a good part of the work.
 */
const shared = globalThis as { __edition?: Promise<Edition> | undefined };

/**
 * The edition of the content folder, built once for a whole site.
 * @throws ContentError with every problem found.
 */
export function loadEdition(): Promise<Edition> {
  shared.__edition ??= buildEdition(contentFolder).then(({ edition, problems }) => {
    if (problems.length > 0) throw new ContentError(problems);
    return edition;
  });
  return shared.__edition;
}

/** Forgets the edition, so that the next page is drawn from the files as they are then. */
export function forgetEdition(): void {
  shared.__edition = undefined;
}

/** Names of an entity for search: every name once, its own first. */
export function allNames({ name, names }: Entity): [name: string, ...others: string[]] {
  const key = (text: string) => foldName(text).toLowerCase();
  const others = Map.groupBy(names, ({ text }) => key(text));
  others.delete(key(name));
  return [name, ...Array.from(others.values(), ([first]) => first!.text)];
}

/** Entities of one type in order of their names, the article al- left aside. */
export function inAlphabet(entities: Iterable<Entity>): Entity[] {
  return [...entities].sort((a, b) => compare(sortKey(a.name), sortKey(b.name)) || compare(a.id, b.id));
}

/** Under which letters a name is filed. */
export function sortKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^al-/, '')
    .replace(/[^\p{L}\p{N} ]/gu, '');
}
