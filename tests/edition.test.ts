import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildEdition } from '../src/edition.ts';
import { formatProblems } from '../src/corpus/problems.ts';
import { changedCorpus, smallCorpus, swap } from './small-corpus.ts';
import type { Edit } from './small-corpus.ts';

const claims = 'claims/gazette-1901.yaml';
const article = 'articles/gazette-1901.md';
const vell = 'entities/place/vell.md';

const knownKeys = 'Known keys: at, says, kind, when, printed, basis, where, who, about, measures, voice, stance, certainty.';

/** What is done to which file, and the line of which file it is reported at, under which rule, with which hint. */
const bad: [what: string, edits: Record<string, Edit>, file: string, line: number, rule: string, hint?: string][] = [
  ['a missing field', { [claims]: swap('  says: About 40 sacks of grain burned.\n', '') }, claims, 12, 'schema/missing-field'],
  [
    'an unknown key',
    { [claims]: swap('kind: event', 'knid: event\n  kind: event') },
    claims,
    4,
    'schema/unknown-key',
    'Did you mean kind?',
  ],
  [
    'an unknown key inside a list',
    { [claims]: swap('approx: true', 'aprox: true') },
    claims,
    18,
    'schema/unknown-key',
    'Did you mean approx?',
  ],
  ['an unknown value', { [claims]: swap('kind: control', 'kind: controll') }, claims, 30, 'schema/invalid-value', 'Did you mean control?'],
  ['a bad date', { [claims]: swap('1901-04-30', '1901-04-31') }, claims, 5, 'dates/invalid'],
  [
    'a date in words',
    { 'sources/gazette-1901.yaml': swap('when: 1901-05-03', 'when: 3 May 1901') },
    'sources/gazette-1901.yaml',
    8,
    'dates/invalid',
  ],
  ['an unquoted locator', { [claims]: swap('"3.1"', '3.1') }, claims, 2, 'schema/invalid-value'],
  ['a block that does not exist', { [claims]: swap('"3.1"', '"9.1"') }, claims, 2, 'claims/unknown-block'],
  ['a sentence that does not exist', { [claims]: swap('"3.2"', '"3.9"') }, claims, 13, 'claims/unknown-sentence'],
  [
    'an unknown entity in a claim',
    { [claims]: swap('who: [northern-guard]', 'who: [northern-gard]') },
    claims,
    32,
    'references/unknown-entity',
    'Did you mean northern-guard?',
  ],
  [
    'an unknown entity in the text',
    { [article]: swap('Ada Lind does', '[[ada-lynd]] does') },
    article,
    13,
    'references/unknown-entity',
    'Did you mean ada-lind?',
  ],
  ['an unknown claim in the text', { [article]: swap('[^smoke-g]', '[^smoke-h]') }, article, 9, 'claims/unknown', 'Did you mean smoke-g?'],
  ['a claim that nothing cites', { [article]: swap('[^smoke-g]', '') }, claims, 21, 'claims/unused'],
  [
    'an unknown claim in a record',
    { 'entities/event/granary-fire.md': swap('[fire-g, sacks-p]', '[fire-g, sacks-q]') },
    'entities/event/granary-fire.md',
    6,
    'references/unknown-claim',
    'Did you mean sacks-p?',
  ],
  [
    'a duplicate claim',
    {
      'claims/post-1901.yaml': (text) => `${text}${text.replace(/^late-p[^]*|^hurt-p[^]*?(?=late-p)/gm, '').replace('sacks-p', 'sacks-g')}`,
    },
    claims,
    12,
    'ids/duplicate',
  ],
  ['a duplicate key', { [claims]: swap('smoke-g:', 'sacks-g: {}\nsmoke-g:') }, claims, 21, 'yaml/duplicate-key'],
  [
    'a duplicate entity',
    { 'entities/event/vell.md': '---\nname: Vell again\nsummary: Another.\n---\n' },
    'entities/event/vell.md',
    2,
    'ids/duplicate',
  ],
  ['a duplicate note', { [article]: (text) => `${text}\n:::note{#tuesday kind=gap}\nAgain.\n:::\n` }, article, 19, 'ids/duplicate'],
  [
    'a duplicate siglum',
    { 'sources/post-1901.yaml': swap('siglum: P', 'siglum: G') },
    'sources/post-1901.yaml',
    1,
    'sources/duplicate-siglum',
  ],
  ['a colliding name', { [vell]: swap('name: Vell', 'name: Harbour Post') }, vell, 2, 'names/duplicate'],
  ['a colliding alias', { [vell]: swap('text: Vell', 'text: Ada Lind') }, article, 13, 'mentions/ambiguous-name'],
  [
    'an alias used unresolved',
    { 'articles/post-1901.md': swap('resolve:\n  Guard: harbour-guard\n', '') },
    'articles/post-1901.md',
    10,
    'mentions/ambiguous-name',
  ],
  ['a name twice in a record', { [vell]: swap('text: فل, lang: ar', 'text: Vell') }, vell, 6, 'names/repeated'],
  ['a YAML syntax error', { [claims]: swap('kind: event', 'kind: [event') }, claims, 4, 'yaml/syntax'],
  ['a YAML syntax error in front matter', { [vell]: swap('name: Vell', 'name: "Vell') }, vell, 2, 'yaml/syntax'],
  ['no front matter', { [vell]: swap('---\nname', 'name') }, vell, 1, 'files/no-front-matter'],
  ['an unclosed directive', { [article]: swap('\n:::\n', '\n') }, article, 15, 'markdown/unclosed-directive'],
  ['an unknown directive', { [article]: swap(':::note', ':::nota') }, article, 15, 'markdown/unknown-directive', 'Did you mean note?'],
  ['a note without a kind', { [article]: swap('kind=dating ', '') }, article, 15, 'notes/kind'],
  ['an unknown kind of note', { [article]: swap('kind=dating', 'kind=datng') }, article, 15, 'notes/kind', 'Did you mean dating?'],
  ['a footnote written by hand', { [article]: (text) => `${text}\n[^own]: A note.\n` }, article, 19, 'claims/hand-written-note'],
  ['a second title', { [article]: swap('## The fire', '# The fire') }, article, 6, 'markdown/heading-level'],
  [
    'a loaded word',
    { [article]: swap('A sailor said', 'A brute of a sailor said'), 'site.yaml': (text) => `${text}loaded: [brute]\n` },
    article,
    9,
    'style/loaded-word',
  ],
  [
    'a loaded word in a record',
    { [claims]: swap('Smoke was', 'By brutes smoke was'), 'site.yaml': (text) => `${text}loaded: [brute]\n` },
    claims,
    23,
    'style/loaded-word',
  ],
  [
    'a quotation of more than seven words',
    { [article]: swap('A sailor said', '“One two three four five six seven eight”, a sailor said') },
    article,
    9,
    'style/long-quotation',
  ],
  ['a printed date without its reading', { [claims]: swap('  when: 1901-04-30\n', '') }, claims, 5, 'schema/invalid-value'],
  ['a heading with the address of a claim', { [article]: swap('## The bridge', '## Fire g') }, article, 11, 'ids/duplicate'],
  [
    'a note that the next one closes',
    { [article]: (text) => text.replace('\n:::\n', '\nMore.\n\n:::note{kind=gap}\nA gap.\n:::\n') },
    article,
    15,
    'markdown/unclosed-directive',
  ],
  ['a note on a block that does not exist', { [article]: swap('at="3.1"', 'at="9.1"') }, article, 15, 'notes/locator'],
  ['a note with an id that is none', { [article]: swap('#tuesday', 'id="x;color:red"') }, article, 15, 'notes/id'],
  ['a reference that is none', { [article]: swap('[^smoke-g]', '[^smoke-g][^smoke g]') }, article, 9, 'claims/malformed'],
  [
    'a link by hand in a cell with a bar',
    { [article]: (text) => `${text}\n| a |\n| - |\n| [[vell|text]] |\n` },
    article,
    21,
    'references/malformed',
  ],
  ['an interval that ends before it begins', { [claims]: swap('when: 1901-04-30', 'when: 1902/1901') }, claims, 5, 'dates/invalid'],
  [
    'a resolved name that the entity does not bear',
    { 'articles/post-1901.md': swap('Guard: harbour-guard', 'Guard: vell') },
    'articles/post-1901.md',
    5,
    'references/not-its-name',
  ],
  [
    'a second account of a source',
    { 'articles/extra.md': '---\nsource: post-1901\nsummary: Again.\n---\n\nText.\n' },
    'articles/post-1901.md',
    2,
    'articles/second-account',
  ],
  [
    'a record with the name of the list',
    { 'entities/place/index.md': '---\nname: Index\nsummary: A list.\n---\n' },
    'entities/place/index.md',
    1,
    'files/invalid-name',
  ],
  [
    'a file in a folder that is none',
    { 'entities/plce/bay.md': '---\nname: Bay\nsummary: A bay.\n---\n' },
    'entities/plce/bay.md',
    1,
    'files/unexpected',
    'Did you mean entities/place/bay.md?',
  ],
  ['a language that is none', { [vell]: swap('lang: ar', 'lang: arabic-12-x-') }, vell, 6, 'schema/invalid-value'],
  ['a language that search cannot read', { 'site.yaml': swap('language: en', 'language: ja') }, 'site.yaml', 4, 'schema/invalid-value'],
  [
    'a manifest out of order',
    { 'sources/post-1901.manifest.json': swap('"block": 2', '"block": 7') },
    'sources/post-1901.manifest.json',
    8,
    'schema/invalid-value',
  ],
  [
    'an unknown claim in the about text',
    { 'site.yaml': swap('[^sacks-g]', '[^sacks-h]') },
    'site.yaml',
    14,
    'claims/unknown',
    'Did you mean sacks-p?',
  ],
  ['a file that is not UTF-8', { [vell]: new Uint8Array([0x2d, 0x0a, 0x61, 0xff, 0x0a]) }, vell, 2, 'files/not-utf-8'],
  [
    'a file name that is no id',
    { 'entities/place/Vell Bay.md': '---\nname: Vell Bay\nsummary: A bay.\n---\n' },
    'entities/place/Vell Bay.md',
    1,
    'files/invalid-name',
  ],
  [
    'claims without an article',
    { 'claims/gazette-1902.yaml': '{}\n' },
    'claims/gazette-1902.yaml',
    1,
    'claims/no-article',
    'Did you mean gazette-1901?',
  ],
  [
    'an article without a source',
    { 'articles/post-1901.md': swap('source: post-1901', 'source: post-1902') },
    'articles/post-1901.md',
    2,
    'references/unknown-source',
    'Did you mean post-1901?',
  ],
  ['a source without a manifest', { 'sources/post-1901.manifest.json': undefined }, 'sources/post-1901.yaml', 1, 'sources/no-manifest'],
  [
    'a measure that a question does not find',
    { 'questions/how-many-sacks.yaml': swap('measure: 0', 'measure: 3') },
    'questions/how-many-sacks.yaml',
    5,
    'questions/unknown-measure',
  ],
  [
    'a pair that does not answer',
    { 'questions/how-many-sacks.yaml': swap('settle:', 'pairs: [{ claim: sacks-g, relation: qualifies, with: hurt-p }]\nsettle:') },
    'questions/how-many-sacks.yaml',
    9,
    'questions/pair-not-answer',
  ],
  [
    'a pair of one claim',
    { 'questions/how-many-sacks.yaml': swap('settle:', 'pairs: [{ claim: sacks-g, relation: qualifies, with: sacks-g }]\nsettle:') },
    'questions/how-many-sacks.yaml',
    9,
    'questions/pair-of-one',
  ],
  [
    'a series of one',
    { 'questions/how-many-sacks.yaml': swap('measure: 0, series: sacks', 'measure: 0') },
    'questions/how-many-sacks.yaml',
    6,
    'questions/lone-series',
  ],
  [
    'a series without a figure',
    { 'questions/how-many-sacks.yaml': swap('measure: 0, series', 'series') },
    'questions/how-many-sacks.yaml',
    5,
    'questions/series-without-measure',
  ],
  [
    'a series of two units',
    { [claims]: swap('value: 40, approx: true', 'value: 40, unit: kg') },
    'questions/how-many-sacks.yaml',
    6,
    'questions/mixed-units',
  ],
  ['a missing site record', { 'site.yaml': undefined }, 'site.yaml', 1, 'files/missing'],
  // ── YAML and JSON
  ['a tab that indents', { [claims]: swap('  kind: event', '\tkind: event') }, claims, 4, 'yaml/syntax'],
  ['a line indented too far', { [claims]: swap('  kind: event', '   kind: event') }, claims, 3, 'yaml/syntax'],
  ['a quotation mark that is never closed', { [claims]: swap('says: A fire', "says: 'A fire") }, claims, 3, 'yaml/syntax'],
  ['a colon in a text', { [claims]: swap('says: A fire', 'says: Note: a fire') }, claims, 3, 'yaml/syntax'],
  ['an anchor', { [claims]: swap('says: A fire', 'says: &A fire') }, claims, 3, 'yaml/syntax'],
  ['an alias of nothing', { [claims]: swap('where: [vell]', 'where: *vell') }, claims, 8, 'yaml/syntax'],
  ['a tag', { [claims]: swap('says: A fire', 'says: !important A fire') }, claims, 3, 'yaml/syntax'],
  ['a second document', { [claims]: (text) => `${text}---\n` + text }, claims, 41, 'yaml/syntax'],
  ['a list for a record', { [claims]: '- fire-g\n' }, claims, 1, 'schema/invalid-value'],
  [
    'a year that YAML takes for a number',
    { [claims]: swap('when: 1901-04-30', 'when: 1901') },
    claims,
    5,
    'schema/invalid-value',
    'Put it in quotation marks: "1901".',
  ],
  [
    'a locator that YAML takes for a number',
    { 'articles/post-1901.md': swap('"2.1":', '2.10:') },
    'articles/post-1901.md',
    7,
    'claims/unknown-sentence',
  ],
  ['a claim without a place', { [claims]: swap('  at: "3.1"\n', '') }, claims, 1, 'schema/missing-field'],
  ['a claim without a kind', { [claims]: swap('  kind: event\n', '') }, claims, 1, 'schema/missing-field'],
  [
    'a claim with nothing in it',
    { [claims]: (text) => text.replace(/(smoke-g:)[^]*?(?=bridge-g:)/, '$1\n') },
    claims,
    21,
    'schema/invalid-value',
  ],
  [
    'a claim with an id that is none',
    { [claims]: swap('smoke-g:', 'Smoke-G:'), [article]: swap('smoke-g', 'Smoke-G') },
    claims,
    21,
    'schema/invalid-id',
  ],
  [
    'a claim called as what every object has',
    {
      [claims]: (text) =>
        text +
        text
          .replace(/smoke-g:[^]*/, '')
          .replace(/fire-g:[^]*?(?=sacks-g)/, '')
          .replace('sacks-g', '__proto__'),
    },
    claims,
    41,
    'schema/invalid-id',
  ],
  ['29 February of a common year', { [claims]: swap('1901-04-30', '1901-02-29') }, claims, 5, 'dates/invalid'],
  ['a range upside down', { [claims]: swap('value: 40', 'min: 50, max: 40') }, claims, 18, 'schema/invalid-value'],
  [
    'a manifest cut off',
    { 'sources/gazette-1901.manifest.json': (text) => text.slice(0, 500) },
    'sources/gazette-1901.manifest.json',
    18,
    'yaml/syntax',
  ],
  [
    'a manifest with a comma too many',
    { 'sources/gazette-1901.manifest.json': swap('"terms": {', '"terms": {,') },
    'sources/gazette-1901.manifest.json',
    90,
    'yaml/syntax',
  ],
  [
    'a manifest with a sentence outside its block',
    { 'sources/gazette-1901.manifest.json': (text) => text.replace(/"end": \d+/, '"end": 9999') },
    'sources/gazette-1901.manifest.json',
    14,
    'schema/invalid-value',
  ],
  [
    'a manifest of another source',
    { 'sources/gazette-1901.manifest.json': swap('"source": "gazette-1901"', '"source": "post-1901"') },
    'sources/gazette-1901.manifest.json',
    2,
    'sources/wrong-manifest',
  ],
  ['a manifest without a record', { 'sources/gazette-1901.yaml': undefined }, 'sources/gazette-1901.manifest.json', 1, 'sources/no-record'],
  [
    'a relation to itself',
    { 'entities/group/northern-guard.md': swap('to: harbour-guard', 'to: northern-guard') },
    'entities/group/northern-guard.md',
    9,
    'references/itself',
  ],
  // ── files
  ['front matter that is never closed', { [vell]: (text) => text.replace(/\n---\n/, '\n') }, vell, 1, 'files/no-front-matter'],
  ['UTF-16', { [vell]: new Uint8Array(Buffer.from('\uFEFF---\nname: Vell\n', 'utf16le')) }, vell, 1, 'files/not-utf-8'],
  ['a control character', { [claims]: swap('A fire', 'A \u0007fire') }, claims, 3, 'files/hidden-character'],
  [
    'a control character by its number',
    { [claims]: swap('says: Nobody was hurt.', 'says: "Nobody\\x07"') },
    claims,
    37,
    'schema/invalid-value',
  ],
  ['a mark that turns the direction', { [vell]: swap('name: Vell', 'name: "\u202EVell"') }, vell, 2, 'files/hidden-character'],
  ['an account deleted without its claims', { [article]: undefined }, claims, 1, 'claims/no-article'],
  // ── text
  ['a space before the attributes of a note', { [article]: swap(':::note{', ':::note {') }, article, 15, 'markdown/malformed-directive'],
  [
    'attributes that are never closed',
    { [article]: swap('confidence=high}', 'confidence=high') },
    article,
    15,
    'markdown/malformed-directive',
  ],
  ['a mark that closes no note', { [article]: (text) => `${text}\n:::\n` }, article, 19, 'markdown/malformed-directive'],
  ['a note of two colons', { [article]: (text) => `${text}\n::note{kind=gap}\n` }, article, 19, 'markdown/malformed-directive'],
  [
    'a bracket after :plain that is never closed',
    { [article]: (text) => `${text}\n:plain[Vell is\n` },
    article,
    19,
    'markdown/malformed-directive',
  ],
  ['an empty kind', { [article]: swap('kind=dating', 'kind') }, article, 15, 'notes/kind'],
  ['a note with a label', { [article]: swap(':::note{', ':::note[Tuesday]{') }, article, 15, 'notes/label'],
  ['a reference in a link', { [article]: (text) => `${text}\n[to *[[vell]]*](https://example.org)\n` }, article, 19, 'references/in-link'],
  ['a reference in HTML', { [article]: (text) => `${text}\n<p>Again[^fire-g]</p>\n` }, article, 19, 'claims/malformed'],
  ['a picture', { [article]: (text) => `${text}\nSee ![the granary](granary.png) here.\n` }, article, 19, 'markdown/picture'],
  ['a text that a comment ends', { [claims]: swap('sacks of grain burned.', 'sacks # of grain burned.') }, claims, 14, 'yaml/syntax'],
  ['a number that a comment swallows', { [claims]: swap('About 40 sacks', 'Granary #1') }, claims, 14, 'yaml/syntax'],
  [
    'a space that is a letter',
    { [claims]: swap('  kind: supply', '\u00A0 kind: supply') },
    claims,
    15,
    'yaml/syntax',
    'Type the space anew.',
  ],
  [
    'a letter of another script in an id',
    { [claims]: swap('[vell]', '[v\u0435ll]') },
    claims,
    8,
    'schema/invalid-value',
    'It holds U+0435, “\u0435”.',
  ],
  [
    'a sign that nobody sees in an id',
    { [claims]: swap('[vell]', '[ve\u200Bll]') },
    claims,
    8,
    'schema/invalid-value',
    'It holds U+200B, which is not seen.',
  ],
  [
    'an answer given twice',
    { 'questions/how-many-sacks.yaml': swap('claim: sacks-p', 'claim: sacks-g') },
    'questions/how-many-sacks.yaml',
    6,
    'questions/same-answer',
  ],
  ['an empty file of claims', { [claims]: '\n' }, claims, 1, 'files/empty'],
  ['an empty site record', { 'site.yaml': '' }, 'site.yaml', 1, 'files/empty'],
  ['a claim without its colon', { [claims]: swap('sacks-g:', 'sacks-g') }, claims, 12, 'yaml/syntax'],
  ['a claim indented', { [claims]: swap('sacks-g:', ' sacks-g:') }, claims, 12, 'yaml/syntax'],
  ['versions not merged', { [article]: (text) => `${text}\n<<<<<<< HEAD\n` }, article, 19, 'files/conflict'],
  [
    'a key in other words',
    { [claims]: swap('  kind: supply', '  date: 1901-04-30\n  kind: supply') },
    claims,
    15,
    'schema/unknown-key',
    knownKeys,
  ],
  [
    'a footnote without its caret',
    { [article]: (text) => `${text}\nAgain.[fire-g]\n` },
    article,
    19,
    'claims/malformed',
    'Write [^fire-g].',
  ],
  [
    'a footnote in round brackets',
    { [article]: (text) => `${text}\nAgain.(^fire-g)\n` },
    article,
    19,
    'claims/malformed',
    'Write [^fire-g].',
  ],
  ['a note with two colons', { [article]: swap(':::note', '::note') }, article, 15, 'markdown/malformed-directive'],
  ['a language by its name', { [vell]: swap('lang: ar', 'lang: Arabic') }, vell, 6, 'schema/invalid-value'],
  ['a language of two letters that is none', { [vell]: swap('lang: ar', 'lang: xx') }, vell, 6, 'schema/invalid-value'],
  ['a person as a place', { [claims]: swap('where: [vell]', 'where: [ada-lind]') }, claims, 8, 'references/wrong-type'],
  ['an outlet as a person', { [claims]: swap('{ person: ada-lind }', '{ person: vell-gazette }') }, claims, 39, 'references/wrong-type'],
  [
    'a person as an outlet',
    { 'sources/gazette-1901.yaml': swap('outlet: vell-gazette', 'outlet: ada-lind') },
    'sources/gazette-1901.yaml',
    6,
    'references/wrong-type',
  ],
  [
    'a claim file with another ending',
    { [claims]: undefined, 'claims/gazette-1901.yml': readFileSync(join(smallCorpus, claims), 'utf8') },
    'claims/gazette-1901.yml',
    1,
    'files/unexpected',
    'Did you mean claims/gazette-1901.yaml?',
  ],
  [
    'an article with another ending',
    { [article]: undefined, 'articles/gazette-1901.markdown': readFileSync(join(smallCorpus, article), 'utf8') },
    'articles/gazette-1901.markdown',
    1,
    'files/unexpected',
    'Files in articles/ end in .md.',
  ],
  [
    'a type in other words',
    { 'entities/peoples/bay.md': '' },
    'entities/peoples/bay.md',
    1,
    'files/unexpected',
    'Move it to the folder of its type: person, group, organisation, outlet, place, event, weapon, document.',
  ],
  [
    'a type in another spelling',
    { 'entities/organizations/bay.md': '' },
    'entities/organizations/bay.md',
    1,
    'files/unexpected',
    'Did you mean entities/organisation/bay.md?',
  ],
  [
    'a file in a folder too deep',
    { 'articles/1901/bay.md': '' },
    'articles/1901/bay.md',
    1,
    'files/unexpected',
    'Did you mean articles/bay.md?',
  ],
  ['a month that is none', { [claims]: swap('1901-04-30', '1901-13-30') }, claims, 5, 'dates/invalid'],
  [
    'a figure with a comma, in braces',
    { [claims]: swap('value: 40', 'value: 40,000') },
    claims,
    18,
    'yaml/syntax',
    'Write 40000; where it is text, put it in quotation marks.',
  ],
  [
    'a figure with two commas, in braces',
    { [claims]: swap('value: 40', 'value: 40,000,000') },
    claims,
    18,
    'yaml/syntax',
    'Write 40000000; where it is text, put it in quotation marks.',
  ],
  [
    'a text with a comma, in braces',
    { [claims]: swap('a sailor }', 'a sailor, who rowed }') },
    claims,
    25,
    'yaml/syntax',
    'Put text that holds a comma in quotation marks.',
  ],
  [
    'a text in brackets',
    { [claims]: swap('printed: Tuesday night', 'printed: [April 30]') },
    claims,
    6,
    'schema/invalid-value',
    'Put it in quotation marks: "[April 30]".',
  ],
  ['a latitude of no place', { [vell]: swap('lat: 59.5', 'lat: 159.5') }, vell, 7, 'schema/invalid-value'],
  [
    'quotation marks that bend',
    { [claims]: swap('"3.1"', '“3.1”') },
    claims,
    2,
    'schema/invalid-value',
    "YAML’s quotation marks are straight: '3.1'.",
  ],
  [
    'an id for a list of ids',
    { [claims]: swap('who: [northern-guard]', 'who: northern-guard') },
    claims,
    32,
    'schema/invalid-value',
    'Put it in brackets: [northern-guard].',
  ],
  ['a word for a list of records', { [claims]: swap('voice: [{', 'voice: [baker, {') }, claims, 10, 'schema/invalid-value'],
  ['a text for a list of records', { [claims]: (text) => text.replace(/voice: .*/, 'voice: ""') }, claims, 10, 'schema/invalid-value'],
  [
    'a figure in words',
    { [claims]: swap('value: 40', 'value: about 40') },
    claims,
    18,
    'schema/invalid-value',
    'Write the figure alone, without words or commas.',
  ],
  ['a comment that is never closed', { [article]: (text) => `${text}\n<!-- later\n\nVell\n` }, article, 19, 'markdown/unclosed-comment'],
  ['quotations a thousand deep', { [vell]: (text) => `${text}\n${'>'.repeat(5000)} x\n` }, vell, 9, 'markdown/too-deep'],
  [
    'a claim with the address of a footnote',
    { [claims]: swap('smoke-g', 'n1'), [article]: swap('smoke-g', 'n1') },
    article,
    9,
    'ids/duplicate',
  ],
  [
    'a shared name that every object has',
    {
      [vell]: swap('text: Vell', 'text: constructor'),
      'entities/group/northern-guard.md': swap('text: Northern Guard', 'text: constructor'),
      [article]: (text) => `${text}\nThe constructor.\n`,
    },
    article,
    19,
    'mentions/ambiguous-name',
  ],
  [
    'an unknown claim in a text on one line',
    { 'site.yaml': (text) => `${text}  - heading: More\n    text: Vell[^sacks-h] burned.\n` },
    'site.yaml',
    16,
    'claims/unknown',
  ],
];

describe('bad input is reported once, with its place and what to do', () => {
  test.each(bad)('%s', async (_, edits, file, line, rule, hint) => {
    const { problems } = await buildEdition(changedCorpus(edits));
    const found = problems.map((problem) => [problem.file.replace(/^.*\/content\//, ''), problem.line, problem.rule]);
    expect(found, formatProblems(problems)).toEqual([[file, line, rule]]);
    if (hint !== undefined) expect(problems[0]!.hint).toBe(hint);
  });

  test('all of them in one run, one line each', async () => {
    const { problems } = await buildEdition(
      changedCorpus({
        [claims]: swap('kind: event', 'kind: evnet'),
        [vell]: swap('name: Vell', 'nam: Vell'),
        [article]: swap(':::note', ':::nota'),
      }),
    );
    const lines = formatProblems(problems).split('\n');
    for (const rule of ['schema/invalid-value', 'schema/unknown-key', 'markdown/unknown-directive']) {
      expect(lines.filter((text) => text.includes(rule))).toHaveLength(1);
    }
    expect(lines.slice(0, -1).every((text) => /^\S.*:\d+:\d+ {2}[a-z-]+\/[a-z-]+ {2}\S/.test(text))).toBe(true);
  });

  test.each([
    ['entity', { [vell]: swap('summary', 'sumary') }],
    ['source', { 'sources/gazette-1901.yaml': swap('outlet', 'outlt') }],
    ['article', { [article]: swap('summary', 'sumary') }],
  ])('a record that cannot be read does not make its references wrong as well: %s', async (_, edits) => {
    const { problems } = await buildEdition(changedCorpus(edits));
    expect(problems.map(({ rule }) => rule)).toEqual(['schema/unknown-key']);
  });

  test.each([
    ['not valid', swap('title', 'titel')],
    ['not YAML', swap('title: Vell', 'title: "Vell')],
    ['missing', undefined],
  ])('a site record that is %s hides nothing', async (_, edit) => {
    const { problems } = await buildEdition(changedCorpus({ 'site.yaml': edit, [article]: swap('[^smoke-g]', '[^smoke-h]') }));
    expect(problems.map(({ file }) => file.replace(/^.*\/content\//, '')).sort()).toEqual([article, 'site.yaml']);
  });

  test.each([
    'claims/gazette-1901.yaml',
    'entities/place/vell.md',
    'questions',
    'articles/gazette-1901.md',
    'sources/gazette-1901.manifest.json',
  ])('a link that leads nowhere in the place of %s is one problem', async (path) => {
    const folder = changedCorpus();
    rmSync(join(folder, path), { recursive: true });
    symlinkSync('/nowhere', join(folder, path));
    const { problems } = await buildEdition(folder);
    expect(problems.map(({ file, rule }) => [file.replace(/^.*\/content\//, ''), rule.split('/')[0]])).toEqual([[path, 'files']]);
  });
});

describe('the small corpus', () => {
  test('has no problems', async () => {
    expect((await buildEdition(smallCorpus)).problems).toEqual([]);
  });

  test('has none with a word in brackets that is a claim’s id too', async () => {
    const word = (text: string) => text.replaceAll('smoke-g', 'smoke');
    const told = (text: string) => `${word(text)}\nIt (smoke) rose.\n`;
    expect((await buildEdition(changedCorpus({ [claims]: word, [article]: told }))).problems).toEqual([]);
  });

  test('mentions: first in each block, with sentence and next claim; not in its own page, headings or shared names', async () => {
    const { edition } = await buildEdition(smallCorpus);
    const rows = edition.mentions.map(({ article, paragraph, entity, surface, claim }) => [article, paragraph, entity, surface, claim]);
    expect(rows).toEqual([
      ['post-1901', 'p1', 'harbour-post', 'Harbour Post', 'sacks-p'],
      ['post-1901', 'p1', 'harbour-guard', 'Guard', 'late-p'],
      ['gazette-1901', 'p1', 'vell', 'Vell', 'fire-g'],
      ['gazette-1901', 'p2', 'northern-guard', 'Northern Guard', 'bridge-g'],
      ['gazette-1901', 'p2', 'ada-lind', 'Ada Lind', undefined],
      ['gazette-1901', 'p2', 'vell', 'Vell', undefined],
    ]);
    expect(edition.mentions[5]).toMatchObject({ before: '', after: ' lies by the sea; Vell has a bridge.' });
  });

  test('mentions of an entity in several paragraphs of a note have ids of their own', async () => {
    const longer = swap('30 April.[^fire-g]\n', '30 April.[^fire-g]\n\nVell burned.\n\nVell is a town.\n');
    const { edition } = await buildEdition(changedCorpus({ [article]: longer }));
    expect(edition.mentions.filter(({ paragraph }) => paragraph === 'note-tuesday').map(({ id }) => id)).toEqual([
      'gazette-1901-note-tuesday-vell',
      'gazette-1901-note-tuesday-vell.2',
    ]);
  });

  test('a claim knows the questions that it answers, each once', async () => {
    const twice = swap('series: sacks }', 'series: sacks }\n  - { claim: sacks-g, answer: forty }');
    const { edition } = await buildEdition(changedCorpus({ 'questions/how-many-sacks.yaml': twice }));
    expect([...edition.questionsOf].map(([claim, questions]) => [claim, questions.map(({ id }) => id)])).toEqual([
      ['sacks-g', ['how-many-sacks']],
      ['sacks-p', ['how-many-sacks']],
    ]);
  });

  test('an edit to one entity changes every page it touches, additions and deletions included', async () => {
    const renamed = await buildEdition(
      changedCorpus({
        'entities/person/ada-lind.md': swap('names:\n  - { text: Ada Lind, in: [gazette-1901 2] }', 'names:\n  - { text: harbour master }'),
      }),
    );
    expect(renamed.edition.accounts.get('gazette-1901')!.html).toContain('data-entity="ada-lind">harbour master</a>');
    const added = await buildEdition(changedCorpus({ 'entities/place/granary.md': '---\nname: granary\nsummary: A store.\n---\n' }));
    expect(added.edition.accounts.get('gazette-1901')!.html).toContain('data-entity="granary"');
    const { edition, problems } = await buildEdition(changedCorpus({ 'entities/outlet/harbour-post.md': undefined }));
    expect(edition.accounts.get('post-1901')!.html).not.toContain('harbour-post');
    expect(problems.some(({ rule }) => rule === 'references/unknown-entity')).toBe(true);
  });
});
