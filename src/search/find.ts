/** Answers a query: by the names of pages, which are there at once, and by the text of all pages. */
import { foldForSearch } from './fold.ts';
import { Lookup } from './lookup.ts';
import type { Hit, Match, Matches } from './lookup.ts';
import { byLikelihood } from './names.ts';
import type { NameMatch, Names } from './names.ts';
import { wordsOf } from './query.ts';
import type { Idea, Query } from './query.ts';

/** A page that the text was found on. */
export interface Ranked {
  hit: Hit;
  score: number;
  /** For every idea the places of its words; none where the page does not have it. */
  places: readonly (readonly number[])[];
  /** Share of what was asked that the page has, 0 to 1. */
  coverage: number;
}

export interface Found {
  ranked: readonly Ranked[];
  /** Other words that were searched too, and found. */
  also: readonly string[];
  /** What no page has. */
  missing: readonly string[];
  ideas: readonly Idea[];
  /** How telling each idea is, for choosing passages. */
  weights: readonly number[];
}

/** What stands for a word counts less than the word. */
const worth = { form: 0.9, spelling: 0.7, synonym: 0.6, synonymOfName: 0.8, slip: 0.7, apart: 0.4 };

/** Results that are shown at a time; where no more pages than these have everything, those that have a part of it follow. */
export const step = 10;

/** So much of what was asked such a page has. */
const part = 1 / 3;

/** Of more ideas than these, one that so many pages have as it was typed needs no synonyms: each is files to load. */
const fewIdeas = 3;
const enough = 6;

/** Of so many words any two may be one. */
const mostJoined = 4;

/** Pages by name for every way to say the query, the likeliest first; by what was found in the texts, words that say little there count little. */
export function findNames({ ideas }: Query, text: string, exact: boolean, names: Names, found?: Found): NameMatch[] {
  const weights = found && new Map(found.ideas.map(({ text }, i) => [text, found.weights[i]!]));
  const typed = wordsOf(foldForSearch(text).replace(/(?<=^|\s)-(?:"[^"]*"?|\S+)/g, ' '));
  const asked = join(ideas, names);
  const words = asked.map(({ forms }) => forms[0]!);
  const others = exact
    ? []
    : asked.flatMap(({ kind, forms }, i) =>
        kind === 'word' ? names.synonyms(forms[0]!).map((other) => words.flatMap((own, j) => (j === i ? other.words : own))) : [],
      );
  // `Abdul Rahman` where a name has `Abdulrahman`.
  if (!exact && typed.length <= mostJoined)
    for (const [i, next] of typed.slice(1).entries()) {
      const word = typed[i]! + next;
      if (names.has(word) || names.spellings(word).length > 0) others.push([...typed.slice(0, i), word, ...typed.slice(i + 2)]);
    }
  const best = new Map(names.matches(typed, exact, weights).map((match) => [match.page, match]));
  for (const match of others.flatMap((list) => names.matches(list, exact, weights))) {
    const share = match.share * worth.synonymOfName;
    if (share > (best.get(match.page)?.share ?? 0)) best.set(match.page, { ...match, share, isExact: false });
  }
  return [...best.values()].sort(byLikelihood);
}

/** Words that together are a phrase of the synonyms become one idea. */
function join(ideas: readonly Idea[], names: Names): Idea[] {
  const joined: Idea[] = [];
  for (let i = 0; i < ideas.length;) {
    const end = ideas.findIndex(({ kind }, j) => j >= i && kind !== 'word');
    const run = ideas.slice(i, end < 0 ? undefined : end);
    const length = run.length === 0 ? 1 : names.phraseLength(run.map(({ text }) => text));
    const words = ideas.slice(i, i + length).map(({ text }) => text);
    joined.push(length === 1 ? ideas[i]! : { kind: 'word', text: words.join(' '), forms: [words], at: ideas[i]!.at });
    i += length;
  }
  return joined;
}

/** Pages by their text. `total` is how many pages are searched. */
export async function findText(query: Query, exact: boolean, names: Names, lookup: Lookup, total: number): Promise<Found> {
  const ideas = exact ? query.ideas : join(query.ideas, names);
  const isOfMany = ideas.length > fewIdeas;
  const answers = await Promise.all(
    ideas.map((idea, i) => answer(idea, names, lookup, { exact, unfinished: !exact && i === ideas.length - 1, isOfMany })),
  );
  // What no page has is said, and does not keep away pages that have the rest.
  const weights = answers.map(({ matches, isKnown }) =>
    matches.size === 0 ? 0 : Math.log(1 + total / (1 + matches.size)) * (isKnown ? 1 : worth.slip),
  );
  const excluded = await Promise.all(
    query.without.map((words) => (words.length === 1 ? lookup.typed(words[0]!) : lookup.phrase(words.join(' '), words))),
  );
  const ranked = rank(
    answers.map(({ matches }) => matches),
    weights,
  ).filter(({ hit }) => !excluded.some((list) => list.has(hit.id)));
  const full = ranked.filter(({ coverage }) => coverage > 0.999);
  return {
    ranked: full.length > step ? full : ranked.filter(({ coverage }) => coverage >= part),
    also: [...new Set(answers.flatMap(({ also }) => also))],
    missing: answers.flatMap(({ matches }, i) => (matches.size === 0 ? [ideas[i]!.text] : [])),
    ideas,
    weights,
  };
}

interface Answer {
  matches: Matches;
  also: string[];
  /** Is it there as it was typed, or by a synonym? */
  isKnown: boolean;
}

/** How an idea is asked for: as typed alone, as one whose last letters are to come, with many others. */
interface Asked {
  exact: boolean;
  unfinished: boolean;
  isOfMany: boolean;
}

/** Pages that have an idea, in the way to say it that counts most there. */
async function answer({ kind, text, forms }: Idea, names: Names, lookup: Lookup, how: Asked): Promise<Answer> {
  const { exact, unfinished, isOfMany } = how;
  const [words] = forms as [readonly string[]];
  if (kind === 'phrase') return { matches: await lookup.phrase(text, words), also: [], isKnown: true };
  const best = new Map<string, Match>();
  const add = (matches: Matches, share: number) => {
    for (const [id, match] of matches) {
      const score = match.score * share;
      const before = best.get(id);
      if (before === undefined || score > before.score) best.set(id, { hit: match.hit, score, at: [...match.at, ...(before?.at ?? [])] });
    }
    return matches.size > 0;
  };
  if (kind !== 'word') {
    for (const [i, form] of forms.entries()) add(await lookup.phrase(form.join(' '), form), i === 0 ? 1 : worth.form);
    return { matches: best, also: [], isKnown: true };
  }
  let isKnown = add(await (words.length === 1 ? lookup.typed(text, unfinished) : lookup.said(words)), 1);
  if (words.length > 1) isKnown = add(await lookup.all(words), worth.apart) || isKnown;
  // `Tall` begins `Tallat`, and may still be another spelling of `Tel`.
  else if (!unfinished && isKnown) isKnown = (await lookup.forms(text)).size > 0;
  if (exact) return { matches: best, also: [], isKnown };
  const also: string[] = [];
  const synonyms = isOfMany && best.size >= enough ? [] : names.synonyms(words);
  const others = [
    ...synonyms.map((other) => [other.words, worth.synonym] as const),
    // `airbase` where names have `air base`.
    ...(words.length === 1 && names.apart(text).length > 1 ? [[names.apart(text), worth.form] as const] : []),
    // A word of the texts that is in no name is no other spelling of one.
    ...(words.length === 1 && (!isKnown || names.has(text))
      ? names.spellings(text).map((other) => [names.apart(other), worth.spelling] as const)
      : []),
    ...(words.length === 1 && !isKnown ? names.slips(text).map((other) => [names.apart(other), worth.slip] as const) : []),
  ];
  const found = await Promise.all(others.map(([other]) => lookup.said(other)));
  for (const [i, [other, share]] of others.entries()) if (add(found[i]!, share)) also.push(other.join(' '));
  return { matches: best, also, isKnown: isKnown || synonyms.some((_, i) => found[i]!.size > 0) };
}

/** Pages by how much of what was asked they have, how well, and how close together. */
function rank(answers: readonly Matches[], weights: readonly number[]): Ranked[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const pages = new Map(answers.flatMap((matches) => [...matches.values()].map(({ hit }) => [hit.id, hit] as const)));
  const ranked = [...pages.values()].map((hit): Ranked => {
    const places = answers.map((matches) => matches.get(hit.id)?.at ?? []);
    const coverage = weights.reduce((sum, weight, i) => sum + (places[i]!.length > 0 ? weight : 0), 0) / whole;
    const sum = answers.reduce((total, matches) => total + (matches.get(hit.id)?.score ?? 0), 0);
    return { hit, places, coverage, score: sum * coverage ** 2 * (1 + closeness(places)) };
  });
  return ranked.sort((a, b) => b.score - a.score || (a.hit.id < b.hit.id ? -1 : 1));
}

/** 1 where one place of every idea stands next to the others, towards 0 as they stand further apart. */
export function closeness(places: readonly (readonly number[])[]): number {
  const found = places.filter((list) => list.length > 0);
  if (found.length < 2) return 0;
  const all = found.flatMap((list, i) => list.map((at) => ({ at, i }))).sort((a, b) => a.at - b.at);
  const counts = found.map(() => 0);
  let [start, held, shortest] = [0, 0, Infinity];
  for (const { at, i } of all) {
    if (counts[i] === 0) held++;
    counts[i] = counts[i]! + 1;
    while (held === found.length) {
      const first = all[start++]!;
      shortest = Math.min(shortest, at - first.at);
      counts[first.i] = counts[first.i]! - 1;
      if (counts[first.i] === 0) held--;
    }
  }
  return Math.max(0, 1 - (shortest - found.length + 1) / 30);
}

/** So many words are about a paragraph. */
const paragraph = 60;

/** How much of the ideas’ weights stands within a paragraph of one another, 0 to 1. */
export function heldTogether(places: readonly (readonly number[])[], weights: readonly number[]): number {
  const all = places.flatMap((list, i) => list.map((at) => ({ at, i }))).sort((a, b) => a.at - b.at);
  const counts = weights.map(() => 0);
  let [start, most] = [0, 0];
  for (const { at, i } of all) {
    counts[i] = counts[i]! + 1;
    while (at - all[start]!.at >= paragraph) {
      const first = all[start++]!;
      counts[first.i] = counts[first.i]! - 1;
    }
    most = Math.max(most, sum(weights.filter((_, idea) => counts[idea]! > 0)));
  }
  return most / sum(weights);
}

/** Share of neighbours in the query that stand as far from each other in the text. */
export function asTyped(places: readonly (readonly number[])[], ideas: readonly Idea[]): number {
  const all = places.map((list) => new Set(list));
  const held = all.slice(1).filter((next, i) => places[i]!.some((at) => next.has(at + ideas[i + 1]!.at - ideas[i]!.at)));
  return held.length / Math.max(1, places.length - 1);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
