import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { changedCorpus, editFile, smallCorpus, smallDocuments, swap } from '../small-corpus.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH!}` };

function run(script: string, args: string[], more: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync('node', [`src/cli/${script}.ts`, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...env, ...more },
  });
  return { status, out: stdout, err: stderr };
}

/** Path and SHA-256 of every file below a folder. */
function digest(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}  ${name}`,
    );
}

describe('ingest', () => {
  test('writes a manifest and, for a new source, a skeleton that check then asks to be filled in', () => {
    const content = changedCorpus();
    const document = join(mkdtempSync(join(tmpdir(), 'document-')), 'a "new" one\\.txt');
    writeFileSync(document, 'A new title\n\nOne sentence. Another one.\n');
    expect(run('ingest', [document, '--id', 'new-1902'], { CONTENT_DIR: content }).status).toBe(0);
    const manifest = JSON.parse(readFileSync(join(content, 'sources/new-1902.manifest.json'), 'utf8')) as {
      file: string;
      blocks: { sentences: unknown[] }[];
    };
    expect(manifest.file).toBe('a "new" one\\.txt');
    expect(manifest.blocks.map(({ sentences }) => sentences.length)).toEqual([1, 2]);
    const { status, err } = run('check', [], { CONTENT_DIR: content });
    expect(status).toBe(1);
    // Every TODO, and nothing else.
    expect(err.match(/new-1902\.yaml:\d+:\d+ {2}\S+ {2}/g)).toHaveLength(6);
  });

  test('gives the same manifest again, byte for byte', () => {
    const content = changedCorpus();
    run('ingest', [join(smallDocuments, 'gazette-1901.txt'), '--id', 'gazette-1901'], { CONTENT_DIR: content });
    const name = 'sources/gazette-1901.manifest.json';
    expect(readFileSync(join(content, name), 'utf8')).toBe(readFileSync(join(smallCorpus, name), 'utf8'));
  });

  test.each([
    ['ingest', []],
    ['ingest', ['a.txt']],
    ['ingest', ['a.txt', '--id', 'Not An Id']],
    ['ingest', ['a.txt', '--id']],
    ['verify', ['--sources']],
    ['verify', [smallDocuments]],
    ['check', ['--all']],
    ['serve', ['--port', 'all']],
  ])('%s %j says how it is used', (script, args) => {
    const { status, err } = run(script, args, { CONTENT_DIR: smallCorpus });
    expect(status).toBe(2);
    expect(err).toMatch(/^usage: /m);
    expect(err).not.toContain('    at ');
  });

  test.each([
    ['a folder', [smallDocuments, '--id', 'a'], smallCorpus],
    ['no folder of content', [join(smallDocuments, 'post-1901.txt'), '--id', 'a'], '/nowhere'],
  ])('says what cannot be read: %s', (_, args, content) => {
    const { status, err } = run('ingest', args, { CONTENT_DIR: content });
    expect([status, err]).toEqual([1, expect.stringContaining('cannot be read') as string]);
    expect(err).not.toContain('    at ');
  });

  test('names a document that is missing or not UTF-8', () => {
    expect(run('ingest', ['nowhere.txt', '--id', 'a'], { CONTENT_DIR: changedCorpus() })).toMatchObject({
      status: 1,
      err: expect.stringContaining('nowhere.txt') as string,
    });
    const document = join(mkdtempSync(join(tmpdir(), 'document-')), 'latin1.txt');
    writeFileSync(document, new Uint8Array([0x61, 0xe9]));
    const content = changedCorpus();
    expect(run('ingest', [document, '--id', 'latin-1'], { CONTENT_DIR: content })).toMatchObject({
      status: 1,
      err: expect.stringContaining('not UTF-8') as string,
    });
    expect(existsSync(join(content, 'sources/latin-1.manifest.json'))).toBe(false);
  });
});

describe('verify', () => {
  test('all seals of the documents hold', () => {
    const { status, out } = run('verify', ['--sources', smallDocuments], { CONTENT_DIR: smallCorpus });
    expect(out).toContain('gazette-1901: 13 of 13 seals hold; the file is the same byte for byte');
    expect(status).toBe(0);
  });

  test('says which do not: block, sentence, expected, found', () => {
    const folder = mkdtempSync(join(tmpdir(), 'documents-'));
    cpSync(smallDocuments, folder, { recursive: true });
    editFile(join(folder, 'post-1901.txt'), swap('three sailors', 'five sailors'));
    const { status, out } = run('verify', ['--sources', folder], { CONTENT_DIR: smallCorpus });
    expect(status).toBe(1);
    expect(out).toContain('post-1901: 5 of 7 seals hold; the file is not the same');
    expect(out).toMatch(/block 2, sentence 2: expected [0-9a-f]{64}, found [0-9a-f]{64}/);
  });

  test('names a spelling that does not stand where its record says', () => {
    const content = changedCorpus({ 'entities/place/vell.md': swap('gazette-1901 1', 'gazette-1901 2') });
    const { status, out } = run('verify', ['--sources', smallDocuments], { CONTENT_DIR: content });
    expect([status, out]).toEqual([1, expect.stringContaining('vell: the name “Vell” does not stand in block 2')]);
  });
});

describe('coverage', () => {
  test('passes where every sentence is cited or listed', () => {
    const { status, out } = run('coverage', [], { CONTENT_DIR: smallCorpus });
    expect([status, out]).toEqual([0, expect.stringContaining('gazette-1901: 5 information-bearing sentences, 5 cited')]);
  });

  test('names what is missing, and the file of the account where it may be listed', () => {
    const post = readFileSync(join(smallCorpus, 'articles/post-1901.md'), 'utf8');
    const content = changedCorpus({
      'articles/post-1901.md': undefined,
      'articles/rival.md': post.replace('uncited:\n  "2.1": repeats the headline\n', ''),
      'claims/post-1901.yaml': undefined,
      'claims/rival.yaml': readFileSync(join(smallCorpus, 'claims/post-1901.yaml'), 'utf8'),
    });
    const { status, out } = run('coverage', [], { CONTENT_DIR: content });
    expect([status, out]).toEqual([1, expect.stringMatching(/¶2 s1 .*content\/articles\/rival\.md$/m)]);
  });
});

describe('build', () => {
  test.each([
    ['within the content', 'content/dist'],
    ['the content', 'content'],
    ['a folder of other things', '.'],
  ])('replaces nothing but a build: %s', (_, out) => {
    const folder = dirname(changedCorpus());
    const before = digest(folder);
    const { status, err } = run('build', [], { CONTENT_DIR: join(folder, 'content'), OUT_DIR: join(folder, out) });
    expect([status, err]).toEqual([1, expect.stringMatching(/^OUT_DIR is /)]);
    expect(digest(folder)).toEqual(before);
  });

  test('says where nothing can be written', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'out-')), 'file');
    writeFileSync(file, '');
    const { status, err } = run('build', [], { CONTENT_DIR: smallCorpus, OUT_DIR: join(file, 'dist') });
    expect([status, err]).toEqual([1, expect.stringMatching(/^OUT_DIR is .*nothing can be written/)]);
    expect(err).not.toContain('    at ');
  });

  test('a second build into one folder says that the first is running', () => {
    const out = join(mkdtempSync(join(tmpdir(), 'out-')), 'dist');
    writeFileSync(`${out}.lock`, String(process.pid));
    const { status, err } = run('build', [], { CONTENT_DIR: smallCorpus, OUT_DIR: out });
    expect([status, err]).toEqual([1, expect.stringContaining(`Process ${process.pid} is building ${out}`) as string]);
    expect([existsSync(out), existsSync(`${out}.lock`)]).toEqual([false, true]);
  });

  test('the lock of a build that is gone is taken over, and given back', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'out-')), 'dist.lock');
    const script = `import { lock } from './src/cli/lock.ts'; import { readFileSync } from 'node:fs';
      console.log(lock(${JSON.stringify(file)}), readFileSync(${JSON.stringify(file)}, 'utf8') === String(process.pid));`;
    const take = () =>
      spawnSync('node', ['--input-type=module-typescript', '-e', script], { cwd: root, encoding: 'utf8', env }).stdout.trim();
    expect(take()).toBe('undefined true');
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, String(spawnSync('true').pid));
    expect(take()).toBe('undefined true');
    writeFileSync(file, String(process.pid));
    expect(take()).toBe(`${process.pid} false`);
  });

  test('of several that find the same dead lock, one takes it over', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'out-')), 'dist.lock');
    writeFileSync(file, String(spawnSync('true').pid));
    // They try at the same moment, and each stays until all have.
    const script = `import { lock } from './src/cli/lock.ts';
      process.stdin.once('data', (moment) => { while (Date.now() < Number(moment)); console.log(lock(${JSON.stringify(file)})); });
      process.stdin.on('end', () => process.exit()); console.log('ready');`;
    const tries = Array.from({ length: 4 }, () => spawn('node', ['--input-type=module-typescript', '-e', script], { cwd: root, env }));
    const answers = () => Promise.all(tries.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()));
    await answers();
    const said = answers();
    for (const { stdin } of tries) stdin.write(String(Date.now() + 100));
    const holders = await said;
    for (const { stdin } of tries) stdin.end();
    await Promise.all(tries.map((child) => once(child, 'exit')));
    expect(holders.filter((holder) => holder === 'undefined')).toHaveLength(1);
    expect(readdirSync(dirname(file))).toEqual([]);
  });

  test('what a killed build has left is removed, what another is at work on is not', () => {
    const content = changedCorpus({ 'site.yaml': undefined });
    const left = [spawnSync('true').pid, process.pid].map((id) => join(root, `.astro/build-${id}`));
    for (const folder of left) mkdirSync(folder, { recursive: true });
    try {
      expect(run('build', [], { CONTENT_DIR: content, OUT_DIR: join(dirname(content), 'dist') }).status).toBe(1);
      expect(left.map((folder) => existsSync(folder))).toEqual([false, true]);
    } finally {
      for (const folder of left) rmSync(folder, { recursive: true, force: true });
    }
  });

  test('makes a site of one account without a date, and no page counts what is not there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bare-'));
    const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
    const manifest = 'sources/gazette-1901.manifest.json';
    const files = {
      'site.yaml': readFileSync(join(smallCorpus, 'site.yaml'), 'utf8').replace(/^subjects:[^]*/m, ''),
      [manifest]: readFileSync(join(smallCorpus, manifest), 'utf8'),
      'sources/gazette-1901.yaml':
        'siglum: G\ntype: report\ntitle: A\noutlet: o\npublished: { when: ../.., basis: Not known. }\nlanguage: en\ncustody: [{ event: published }]\n',
      'articles/a.md': '---\nsource: gazette-1901\nsummary: A.\n---\n\nA text.\n',
      'entities/outlet/o.md': '---\nname: O\nsummary: An outlet.\n---\n',
    };
    for (const [path, text] of Object.entries(files)) editFile(join(content, path), text);
    expect(run('build', [], { CONTENT_DIR: content, OUT_DIR: out })).toMatchObject({ status: 0 });
    const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    expect(pages.filter((page) => /NaN|undefined|Infinity/.test(readFileSync(join(out, page), 'utf8')))).toEqual([]);
  });

  test('gives the same bytes in any time zone and locale; a failed build leaves them as they were', () => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    const [one, two] = [join(folder, 'one'), join(folder, 'two')];
    const content = changedCorpus({ 'site.yaml': (text) => `${text}base: https://example.org/vell/\n` });
    expect(run('build', [], { CONTENT_DIR: content, OUT_DIR: one, TZ: 'Asia/Kolkata', LC_ALL: 'C' }).status).toBe(0);
    expect(run('build', [], { CONTENT_DIR: content, OUT_DIR: two, TZ: 'America/St_Johns', LC_ALL: 'ar_EG.UTF-8' }).status).toBe(0);
    const before = digest(one);
    expect(before.length).toBeGreaterThan(30);
    expect(digest(two)).toEqual(before);
    const shown = (page: string) =>
      /property="og:image" content="https:\/\/example\.org\/vell\/([^"]+)"/.exec(readFileSync(join(one, page), 'utf8'))?.[1];
    expect(shown('articles/gazette-1901.html')).toBe('pictures/articles/gazette-1901.png');
    expect(shown('entities/vell.html')).toBe('pictures/index.png');
    for (const page of ['articles/gazette-1901.html', 'entities/vell.html']) expect(existsSync(join(one, shown(page)!))).toBe(true);
    for (const name of ['feed.xml', 'sitemap-index.xml', 'sitemap-1.xml']) expect(existsSync(join(one, name)), name).toBe(true);

    editFile(join(content, 'claims/gazette-1901.yaml'), swap('"3.1"', '"9.1"'));
    const failed = run('build', [], { CONTENT_DIR: content, OUT_DIR: one });
    expect(failed).toMatchObject({ status: 1, err: expect.stringContaining('claims/unknown-block') as string });
    expect(digest(one)).toEqual(before);

    const deadLink = changedCorpus({ 'articles/gazette-1901.md': swap('of Vell caught', 'of [Vell](../nowhere.html) caught') });
    const dead = run('build', [], { CONTENT_DIR: deadLink, OUT_DIR: one });
    expect(dead.status).toBe(1);
    expect(dead.out + dead.err).toContain('nowhere.html');
    expect(digest(one)).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(['one', 'two']);
    // Four whole builds.
  }, 600_000);
});
