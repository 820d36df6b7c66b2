/** A corpus of any size for benchmarks, the same for the same size: articles of about 900 words with 45 claims each, over 300 entities. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingest } from '../../src/corpus/ingest.ts';

/** Numbers from 0 to 1 in a fixed order (Park and Miller's generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const syllables = 'ba da fa ha ja ka la ma na qa ra sa ta wa ya za bi di hi ki li mi ni ri si ti wi bu du hu ku lu mu nu ru su tu'.split(
  ' ',
);

const kinds = ['event', 'control', 'casualties', 'statement', 'movement', 'assessment'];
const speakers = ['as: unattributed', 'as: a source', 'person: speaker', 'organisation: office'];
const stances = ['asserted', 'asserted', 'alleged', 'denied'];

/** Writes the corpus into `content`, which is emptied first. */
export async function writeCorpus(content: string, articles: number): Promise<void> {
  const next = numbers(articles);
  const pick = <Value>(list: readonly Value[]) => list[Math.floor(next() * list.length)]!;
  const word = () => Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(syllables)).join('');
  const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);
  const vocabulary = Array.from({ length: 4000 }, word);
  const write = (path: string, text: string) => writeFileSync(join(content, path), text);

  rmSync(content, { recursive: true, force: true });
  for (const folder of ['sources', 'articles', 'claims', 'entities/place', 'entities/outlet', 'entities/person', 'entities/organisation'])
    mkdirSync(join(content, folder), { recursive: true });
  write(
    'site.yaml',
    'title: Bench\ntagline: Bench\ndescription: Made for measuring.\nlanguage: en\nlicence: { name: CC0, address: "https://example.org/" }\npublisher: Bench\n',
  );
  const names = Array.from({ length: 300 }, (_, i) => `${capital(word())} ${capital(word())} ${i}`);
  for (const [i, name] of names.entries())
    write(`entities/place/e${i}.md`, `---\nname: ${name}\nsummary: A place.\n---\n\nA place of the benchmark.\n`);
  write('entities/person/speaker.md', '---\nname: The Speaker\nsummary: A person.\n---\n');
  write('entities/organisation/office.md', '---\nname: The Office\nsummary: An organisation.\n---\n');
  write('entities/outlet/paper.md', '---\nname: The Paper of Record\nsummary: A paper.\n---\n');

  for (let a = 0; a < articles; a++) {
    const id = `a${a}`;
    const sentence = () => `${capital(Array.from({ length: 17 }, () => (next() < 0.05 ? pick(names) : pick(vocabulary))).join(' '))}.`;
    const document = Array.from({ length: 15 }, () => [sentence(), sentence(), sentence()].join(' ')).join('\n\n');
    const manifest = await ingest(new Uint8Array(new TextEncoder().encode(document)), {
      source: id,
      file: `${id}.txt`,
      terms: [],
      icu: '0',
    });
    write(`sources/${id}.manifest.json`, JSON.stringify(manifest));
    const siglum = `${String.fromCodePoint(65 + (a % 26))}${Math.floor(a / 26) || ''}`;
    write(
      `sources/${id}.yaml`,
      `siglum: ${siglum}\ntype: webpage\ntitle: Article ${a}\noutlet: paper\npublished: { when: 2016-01-01, basis: Made. }\nlanguage: en\ncustody: [{ event: published }]\n`,
    );
    const claims = Array.from({ length: 45 }, (_, c) => `c${a}-${c}`);
    write(
      `claims/${id}.yaml`,
      claims
        .map(
          (claim, c) =>
            `${claim}:\n  at: "${1 + Math.floor(c / 3)}.1"\n  says: ${sentence()}\n  kind: ${kinds[c % 6]!}\n  when: ${2012 + (a % 5)}-0${1 + (c % 9)}\n  where: [e${c}]\n  measures: [{ of: things, value: ${c} }]\n  voice: [{ ${speakers[c % 4]!} }, { outlet: paper }]\n  stance: ${stances[(a + c) % 4]!}\n`,
        )
        .join(''),
    );
    const paragraphs = claims.map((claim) => `${sentence()}[^${claim}]`);
    const body = Array.from(
      { length: 15 },
      (_, p) => `${p % 3 === 0 ? `## Part ${p}\n\n` : ''}${paragraphs.slice(p * 3, p * 3 + 3).join(' ')}`,
    ).join('\n\n');
    write(`articles/${id}.md`, `---\nsource: ${id}\nsummary: An article of the benchmark.\n---\n\n${body}\n`);
  }
}
