/**
 * The files of the site that hold data. There are nine for every account, and as routes of Astro they would take longer
 * than the pages: the build writes them as they come, and the development server looks them up.
 */
import { readFileSync } from 'node:fs';
import { manifestOf } from '../corpus/corpus.ts';
import type { Edition } from '../edition.ts';
import { previewChunks } from '../previews.ts';
import { packDirectory } from '../search/directory.ts';
import { paths } from '../urls.ts';
import type { SitePath } from '../urls.ts';
import { annotations } from './annotations.ts';
import { citation, citationFormats } from './citations.ts';
import { csvFile } from './csv.ts';
import { directoryOf } from './directory.ts';
import { feed } from './feed.ts';
import { dataFiles } from './files.ts';
import { gexf } from './gexf.ts';
import { corpusGraph } from './linked-data.ts';
import { claimLines, tables } from './tables.ts';
import { tei } from './tei.ts';
import { sealIndex, sealedSource } from './verification.ts';

/** Every file with what makes its text. What the browser loads is a classic script: pages opened from disk can load nothing else. */
export function* siteFiles(edition: Edition): Generator<readonly [path: SitePath, text: () => string]> {
  const { corpus } = edition;
  for (const { name, records } of dataFiles) yield [paths.dataFile(`${name}.json`), () => `${JSON.stringify(records(edition), null, 1)}\n`];
  for (const { name, lines } of tables) yield [paths.dataFile(`${name}.csv`), () => csvFile(lines(edition))];
  yield [paths.dataFile('claims.csv.js'), () => `globalThis.claimLines=${JSON.stringify(claimLines(edition))};\n`];
  yield [paths.dataFile('network.gexf'), () => gexf(corpus)];
  yield [paths.dataFile('corpus.jsonld'), () => `${JSON.stringify(corpusGraph(corpus))}\n`];
  yield [paths.dataFile('annotations.jsonld'), () => `${JSON.stringify(annotations(edition))}\n`];
  // A feed's links must be whole addresses.
  if (corpus.site.base !== undefined) yield [paths.feed, () => feed(corpus)];
  yield [paths.dataFile('verify.py'), () => readFileSync(new URL('verify.py', import.meta.url), 'utf8')];
  yield [paths.dataFile('verify/index.js'), () => `__sealIndex=${JSON.stringify(sealIndex(edition))}\n`];
  yield [paths.asset('names.js'), () => `__directory=${JSON.stringify(packDirectory(directoryOf(edition)))}`];
  for (const source of corpus.sources.values()) {
    const { id } = source;
    yield [paths.dataFile(`verify/${id}.js`), () => `__sealedSource=${JSON.stringify(sealedSource(edition, id))}\n`];
    yield [paths.dataFile(`manifests/${id}.json`), () => `${JSON.stringify(manifestOf(source), null, 1)}\n`];
  }
  for (const { id, source } of corpus.articles.values()) {
    yield [paths.dataFile(`tei/${id}.xml`), () => tei(id, edition)];
    for (const { ending, name } of citationFormats)
      yield [paths.citation(id, ending), () => citation(corpus.sources.get(source)!, corpus, name)];
  }
  for (const [name, previews] of previewChunks(edition))
    yield [paths.dataFile(`previews/${name}.js`), () => `(self.__previews??={})[${JSON.stringify(name)}]=${JSON.stringify(previews)}\n`];
}
