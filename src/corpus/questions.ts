/** Questions: their order by subject, and which of their answers are figures that may stand on one axis. */
import type { Claim, Question } from './corpus.ts';
import { compare, didYouMean } from './problems.ts';
import type { Problem } from './problems.ts';
import type { RecordFile } from './record-file.ts';
import type { Measure, QuestionRecord } from './schema.ts';

type Answer = QuestionRecord['answers'][number];
type Claims = ReadonlyMap<string, Claim>;

/** A figure that answers a question. */
export interface Figure {
  claim: Claim;
  measure: Measure;
}

/** Subjects in alphabetical order, each with its questions in the corpus’s order. */
export function bySubject(questions: Iterable<Question>): { subject: string; questions: Question[] }[] {
  return [...Map.groupBy(questions, ({ subject }) => subject)]
    .map(([subject, questions]) => ({ subject, questions }))
    .sort((a, b) => compare(a.subject, b.subject));
}

/** Where a subject stands in the index: `Dates and places` → `about-dates-and-places`. */
export function subjectAnchor(subject: string): string {
  return `about-${subject.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}

/** The series of a question by name, in the order of its answers: figures of one unit and one subject. */
export function seriesOf({ answers }: Pick<Question, 'answers'>, claims: Claims): { name: string; figures: Figure[] }[] {
  const groups = new Map<string, Figure[]>();
  for (const { claim: id, measure: index, series } of answers) {
    const claim = claims.get(id);
    const measure = index === undefined ? undefined : claim?.measures[index];
    if (series === undefined || claim === undefined || measure === undefined) continue;
    groups.set(series, [...(groups.get(series) ?? []), { claim, measure }]);
  }
  return [...groups].map(([name, figures]) => ({ name, figures }));
}

/** Checks that no claim answers twice with the same figure, or twice without one. */
export function checkAnswers(answers: readonly Answer[], file: RecordFile, problems: Problem[]): void {
  const given = new Set<string>();
  for (const [at, { claim, measure }] of answers.entries()) {
    const answer = `${claim} ${measure ?? ''}`;
    if (given.has(answer))
      problems.push(
        file.problem(
          ['answers', at, 'claim'],
          'questions/same-answer',
          `${claim} answers twice.`,
          'Name another claim, or another of its measures.',
        ),
      );
    given.add(answer);
  }
}

/** Checks that both claims of a pair are answers, and two. */
export function checkPairs({ answers, pairs }: QuestionRecord, file: RecordFile, problems: Problem[]): void {
  const answering = new Set(answers.map(({ claim }) => claim));
  for (const [at, pair] of pairs.entries()) {
    for (const end of ['claim', 'with'] as const) {
      const hint = didYouMean(pair[end], answering) ?? 'Give it an answer, or take the pair out.';
      if (!answering.has(pair[end]))
        problems.push(file.problem(['pairs', at, end], 'questions/pair-not-answer', `${pair[end]} is not among the answers.`, hint));
    }
    if (pair.claim === pair.with)
      problems.push(file.problem(['pairs', at], 'questions/pair-of-one', `${pair.claim} is set beside itself.`, 'Name another claim.'));
  }
}

/** Checks that what is to stand on one axis can: at least two figures, all of one unit. */
export function checkSeries(answers: readonly Answer[], file: RecordFile, claims: Claims, problems: Problem[]): void {
  const report = (at: number, rule: string, message: string, hint: string) =>
    problems.push(file.problem(['answers', at, 'series'], `questions/${rule}`, message, hint));
  const members = answers.flatMap(({ claim, measure, series }, at) => (series === undefined ? [] : [{ claim, measure, series, at }]));
  for (const [series, own] of Map.groupBy(members, (member) => member.series)) {
    if (own.length === 1)
      report(own[0]!.at, 'lone-series', `Nothing else is in the series “${series}”.`, 'Take it out, or correct its name.');
    let unit: string | undefined;
    for (const { claim, measure, at } of own) {
      if (measure === undefined) {
        report(at, 'series-without-measure', `${claim} is in a series without a figure.`, 'Give its measure, or take the series out.');
        continue;
      }
      const figure = claims.get(claim)?.measures[measure];
      if (figure === undefined) continue;
      const found = figure.unit ?? 'a plain number';
      unit ??= found;
      if (found !== unit) report(at, 'mixed-units', `The series “${series}” is in ${unit}, but this is ${found}.`, 'Make two series.');
    }
  }
}
