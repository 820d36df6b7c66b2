/** The previews of entities, claims, editorial notes, questions and places in documents, as plain values. */
import { chunkOf } from './client/preview-record.ts';
import type { Chunk, Mark, Preview } from './client/preview-record.ts';
import { hue } from './components/hue.ts';
import { firstOf, limits } from './components/limits.ts';
import { sourceOf } from './corpus/corpus.ts';
import type { Article, Claim, Corpus, Entity, Question, Source } from './corpus/corpus.ts';
import { dateInWords, datingInWords } from './corpus/dates.ts';
import { kindInWords, relationLabel } from './corpus/labels.ts';
import { isRightToLeft } from './corpus/languages.ts';
import { locatorText, locatorsLabel, parseLocator } from './corpus/locators.ts';
import type { Locator } from './corpus/locators.ts';
import { measureInWords } from './corpus/measures.ts';
import { positionInWords } from './corpus/positions.ts';
import type { VoiceStep } from './corpus/schema.ts';
import { speakerName, stepKind } from './corpus/voices.ts';
import type { Edition } from './edition.ts';
import type { FoundNote } from './markdown/context.ts';
import { countsInWords, namings } from './namings.ts';
import { anchors, link, paths } from './urls.ts';
import type { SitePath } from './urls.ts';

/**
 * Every chunk with its name, one after the other: together they take more memory than the corpus. The preview of an entity shows at
 * most `most` accounts, and how many there are.
 */
export function* previewChunks(edition: Edition, most = limits.sigla): Generator<readonly [name: string, chunk: Chunk]> {
  const { corpus, accounts, claimsIn } = edition;
  for (const [name, entities] of Map.groupBy(corpus.entities.values(), ({ id }) => chunkOf.entity(id)))
    yield [name, Object.fromEntries(entities.map((entity) => [entity.id, ofEntity(edition, entity, most)]))];
  for (const article of corpus.articles.values()) {
    const claims = (claimsIn.get(article.id) ?? []).map((claim) => [claim.id, ofClaim(edition, claim)] as const);
    const notes = accounts.get(article.id)!.notes.map((note) => [note.anchor, ofNote(corpus, article, note)] as const);
    if (claims.length + notes.length > 0) yield [chunkOf.account(article.id), Object.fromEntries([...claims, ...notes])];
  }
  const questions = [...corpus.questions.values()].map((question) => [question.id, ofQuestion(corpus, question)] as const);
  if (questions.length > 0) yield [chunkOf.questions, Object.fromEntries(questions)];
  for (const source of corpus.sources.values())
    yield [chunkOf.source(source.id), Object.fromEntries(ofSource(corpus, source).map(([at, preview]) => [locatorText(at), preview]))];
}

type Fact = readonly [label: string, words: string];

const facts = (...list: Fact[]) => list.filter(([, words]) => words !== '');
const address = (to: SitePath, fragment?: string) => link(paths.home, to, fragment);

function markOf(source: Source): Mark {
  return { siglum: source.record.siglum, hue: hue(source) };
}

function ofEntity(edition: Edition, entity: Entity, most: number): Preview {
  const { corpus, relationsOf } = edition;
  const { id, name, names, summary, disambiguation, when, where, position } = entity;
  const named = (ids: readonly string[]) => ids.map((id) => corpus.entities.get(id)!.name).join(', ');
  const related = (type: 'located-in' | 'located-near'): Fact => {
    const own = relationsOf.get(id)?.filter((relation) => relation.type === type && !relation.inverse) ?? [];
    const label = relationLabel[type].from;
    return [`${label[0]!.toUpperCase()}${label.slice(1)}`, named(own.map(({ entity }) => entity))];
  };
  const { rows } = namings(edition, id);
  const { first, rest } = firstOf(rows, most);
  const foreign = [...Map.groupBy(names, ({ lang }) => lang)].filter(([lang]) => lang !== corpus.site.language);
  return {
    kind: kindInWords(entity),
    title: name,
    names: foreign.map(([lang, [first]]) => ({ text: first!.text, lang, rtl: isRightToLeft(lang) })),
    text: summary,
    ...(disambiguation !== undefined && { remark: disambiguation }),
    facts: facts(
      ['When', when === undefined ? '' : dateInWords(when)],
      ['Where', named(where)],
      related('located-in'),
      related('located-near'),
      ['Position', position === undefined ? '' : positionInWords(position)],
      ['Accounts', rest.length === 0 ? '' : `${rows.length}, of which these are the first`],
    ),
    accounts: first.map((row) => ({ ...markOf(row.source), words: countsInWords(row) || 'named' })),
    links: [['Open its page', address(paths.entity(id))]],
  };
}

function ofClaim({ corpus, accounts }: Edition, claim: Claim): Preview {
  const { id, article, says, kind, stance, voice, measures, certainty, locators } = claim;
  const source = sourceOf(corpus, article);
  const notes = accounts.get(article)!.notes.filter(({ at }) => at !== undefined && concerns(parseLocator(at), locators));
  return {
    kind: `Claim: ${kind}, ${stance}`,
    mark: { ...markOf(source), at: locatorsLabel(locators) },
    text: says,
    facts: facts(
      ['Says so', voice.map((step) => stepInWords(corpus, step)).join(' › ')],
      ['Date', datingInWords(claim)],
      ['Figures', measures.map(measureInWords).join('; ')],
      ['Hedged', certainty.map((word) => `“${word}”`).join(', ')],
      ['Account', documentInWords(corpus, source)],
    ),
    links: [
      ['Read it in the account', address(paths.article(article), id)],
      ['Open its record', address(paths.ledger(article), id)],
      ...notes.map(({ anchor, kind }) => [`Our note: ${kind}`, address(paths.article(article), anchor)] as const),
    ],
  };
}

/** Is a note on the same sentence as a claim? One on a whole block concerns all of its sentences. */
function concerns(note: Locator, claim: readonly Locator[]): boolean {
  return claim.some(({ block, sentence }) => block === note.block && (note.sentence ?? sentence) === sentence);
}

/** A step of a voice with its part: "a military source (not named)", "Al-Monitor, translation". */
function stepInWords({ entities }: Corpus, step: VoiceStep): string {
  const name = speakerName(step, entities);
  return `${name}${stepKind(step) === 'anonymous' ? ' (not named)' : ''}${step.role === undefined ? '' : `, ${step.role}`}`;
}

/** "As-Safir, republished by Al-Monitor, June 2015". */
function documentInWords({ entities }: Corpus, { record }: Source): string {
  const republisher = entities.get(record.republishedBy ?? '')?.name;
  const outlet = entities.get(record.outlet)!.name;
  return `${outlet}${republisher === undefined ? '' : `, republished by ${republisher}`}, ${dateInWords(record.published.when)}`;
}

function ofNote(corpus: Corpus, { id }: Article, { anchor, kind, at, text }: FoundNote): Preview {
  const source = sourceOf(corpus, id);
  return {
    kind: `Our note: ${kind}`,
    mark: { ...markOf(source), at: at === undefined ? '' : locatorsLabel([parseLocator(at)]) },
    text: firstWords(text),
    facts: [['Account', documentInWords(corpus, source)]],
    links: [['Read it in the account', address(paths.article(id), anchor)]],
  };
}

/** The beginning of a text, whole words, as long as a preview has room for. */
function firstWords(text: string): string {
  const words = text.split(' ');
  return words.length <= 60 ? text : `${words.slice(0, 50).join(' ')} …`;
}

function ofQuestion(corpus: Corpus, { id, question, subject, why, answers }: Question): Preview {
  const byAccount = Map.groupBy(answers, ({ claim }) => corpus.claims.get(claim)!.article);
  return {
    kind: `Question: ${subject}`,
    title: question,
    text: why,
    accounts: [...corpus.articles.keys()].flatMap((article) => {
      const count = byAccount.get(article)?.length ?? 0;
      return count === 0 ? [] : [{ ...markOf(sourceOf(corpus, article)), words: `${count} ${count === 1 ? 'answer' : 'answers'}` }];
    }),
    links: [['Open the question', address(paths.question(id))]],
  };
}

/** Every block and sentence of a document. */
function ofSource(corpus: Corpus, source: Source): (readonly [Locator, Preview])[] {
  const preview = (at: Locator, fact: Fact): readonly [Locator, Preview] => [
    at,
    {
      kind: 'Place in the document',
      mark: { ...markOf(source), at: locatorsLabel([at]) },
      title: source.record.title,
      text: documentInWords(corpus, source),
      facts: [fact],
      links: [['Open its seal in the manifest', address(paths.source(source.id), anchors.block(at.block))]],
    },
  ];
  return source.blocks.flatMap(({ block, role, length, sentences }) => [
    preview({ block }, [
      `Block ${block}`,
      `${role}; ${sentences.length} ${sentences.length === 1 ? 'sentence' : 'sentences'}, ${length} characters`,
    ]),
    ...sentences.map(({ start, end }, i) =>
      preview({ block, sentence: i + 1 }, [`Block ${block}`, `${role}; sentence ${i + 1}, characters ${start}–${end} of ${length}`]),
    ),
  ]);
}
