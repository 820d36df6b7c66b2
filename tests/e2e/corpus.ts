/** What the build says about itself: the tests follow its data, not a list of their own. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { dist } from './places.ts';

const data = <Value>(name: string) => JSON.parse(readFileSync(join(dist, 'data', `${name}.json`), 'utf8')) as Value[];

export const articles = data<{ id: string; url: string; source: string; claims: string[] }>('articles');
export const entities = data<{
  id: string;
  url: string;
  type: string;
  name: string;
  summary: string;
  names: { text: string; lang: string }[];
  subtype?: string;
  position?: { lat: number; lon: number; confidence: string };
  relations: { type: string; to: string; evidence: string[] }[];
}>('entities');
export const claims = data<{
  id: string;
  url: string;
  article: string;
  block: number;
  says: string;
  kind: string;
  voiceKind: string;
  stance: string;
  when?: string;
  where: string[];
  voice: { person?: string; organisation?: string; outlet?: string; as?: string }[];
}>('claims');
export const sources = data<{ id: string; url: string; siglum: string; document: { file: string; sha256: string } }>('sources');
export const questions = data<{
  id: string;
  url: string;
  question: string;
  subject: string;
  why: string;
  agree: string[];
  answers: { claim: string; answer: string; measure?: number; series?: string }[];
}>('questions');
export const mentions = data<{ entity: string; article: string; paragraph: string; surface: string }>('mentions');

export const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(sep).join('/'))
  .filter((name) => name.endsWith('.html'))
  .sort();

/** One page of every kind, the longest of its kind. */
export const kinds = [
  'index.html',
  'about.html',
  'voices.html',
  ...pages.filter((page) => ['map.html', 'network.html', 'timeline.html'].includes(page)),
  'search.html',
  'verify.html',
  'accessibility.html',
  'data.html',
  '404.html',
  ...['articles', 'entities', 'sources', 'claims', 'questions'].flatMap((folder) => {
    const inside = pages.filter((page) => page.startsWith(`${folder}/`) && !page.endsWith('/index.html'));
    const longest = inside.toSorted((a, b) => size(b) - size(a))[0];
    return [...(longest === undefined ? [] : [longest]), ...pages.filter((page) => page === `${folder}/index.html`)];
  }),
];

function size(page: string): number {
  return readFileSync(join(dist, page)).length;
}

export const longestArticle = articles.map(({ url }) => url).toSorted((a, b) => size(b) - size(a))[0]!;
