import { gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { expect, test } from 'vitest';
import { machineOf, withoutTables } from '../../src/integrations/search-machine.ts';

test('of the machine only tables are left empty', async () => {
  const { index } = await pagefind.createIndex({ forceLanguage: 'en' });
  await index!.addCustomRecord({ url: '/', content: 'A page.', language: 'en' });
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
