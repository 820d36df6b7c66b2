import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkLinks } from '../../src/integrations/links.ts';

test('dead links, dead anchors and addresses at the root are named; what leads somewhere or elsewhere is not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  mkdirSync(join(folder, 'sub'));
  writeFileSync(
    join(folder, 'index.html'),
    '<a href="sub/a.html#x">a</a><a href="sub/a.html#y">b</a><a href="/sub/a.html">c</a><a href="https://example.org/z">d</a>',
  );
  writeFileSync(
    join(folder, 'sub/a.html'),
    '<p id="x"><a href="#x">a</a><a href="../index.html">b</a><img src="none.png"><a href="50%.html">c</a></p>',
  );
  expect(await checkLinks(folder)).toEqual({
    checked: 7,
    dead: [
      'index.html  sub/a.html#y  no such anchor',
      'index.html  /sub/a.html  starts at the host’s root',
      'sub/a.html  none.png  no such file',
      'sub/a.html  50%.html  no such file',
    ],
  });
});
