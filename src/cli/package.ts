/** `npm run package` ends here: the built folder as one zip file, with a README and sums; prints its path, size and SHA-256. */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readFiles, readmeText, sha256, withSums, zip } from './archive.ts';
import { dist, isBuild } from './build-folder.ts';
import { readEdition } from './read-edition.ts';

if (!isBuild(dist)) {
  console.error(`There is no build in ${dist}. Run: npm run package`);
  process.exit(1);
}
const { name, version } = JSON.parse(await readFile('package.json', 'utf8')) as { name: string; version: string };
const { corpus } = await readEdition();
const folder = `${name}-${version}`;
const files = withSums(await readFiles(dist), readmeText(corpus.site, version));
const archive = zip(folder, files);
const path = resolve(`${folder}.zip`);
await writeFile(path, archive);
console.log(`${path}\n${files.size} files, ${archive.length} bytes\nSHA-256 ${sha256(archive)}`);
