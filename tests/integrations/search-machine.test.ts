import { gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { expect, test } from 'vitest';
import { machineOf, withoutTables } from '../../src/integrations/search-machine.ts';

// Of the last two Pagefind knows no stems.
test.each(['en', 'uk', 'zh-Hans'])('of the machine for %s only tables are left empty', async (language) => {
  const { index } = await pagefind.createIndex({ forceLanguage: language });
  await index!.addCustomRecord({ url: '/', content: 'A page.', language });
  const { files } = await index!.getFiles();
  await pagefind.close();
  const whole = gunzipSync(machineOf(files).content);
  const cut = withoutTables(whole);
  expect(cut).toHaveLength(whole.length);
  const changed = [...cut.keys()].filter((at) => cut[at] !== whole[at]);
  expect(changed.every((at) => cut[at] === 0)).toBe(true);
  expect(changed.length).toBeGreaterThan(9000);
  expect(gzipSync(whole).length - gzipSync(cut).length).toBeGreaterThan(9000);
  expect(() => withoutTables(cut)).toThrow('Pagefind has changed its machine');
});
