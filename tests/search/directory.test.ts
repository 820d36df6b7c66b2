import { expect, test } from 'vitest';
import { packDirectory, unpackDirectory } from '../../src/search/directory.ts';
import type { Directory } from '../../src/search/directory.ts';

const directory: Directory = {
  pages: [
    ['entities/igarape-institute.html', 'organisation', 2, 'Igarapé Institute', 'معهد إيغارابي'],
    ['entities/jabhat-al-nusra.html', 'group', 20, 'al-Nusra Front', 'Jabhat al-Nusra'],
    ['entities/65th-brigade.html', 'group', 2, '65th Airborne Brigade (Iran)'],
    ['entities/halab.html', 'place', 9, 'حلب'],
    ['questions/siege-lifted.html', 'question', 0, 'Was the siege lifted?'],
    ['articles/a-2016.html', 'account', 1, 'A 2016'],
    ['articles/b.html', 'account', 1, 'The end…'],
  ],
  synonyms: [['tyre', '-tire']],
  accounts: { b: ['B', 'The end…'] },
  index: { name: 'en_1', others: [['index.html', 'page', 0, 'Start']] },
};

test('a directory is the same after its file, where names need not say what ids they make', () => {
  const file = packDirectory(directory);
  expect(unpackDirectory(JSON.parse(JSON.stringify(file)) as typeof file)).toEqual(directory);
  expect(file.pages.organisation).toEqual([[0, 2, 'Igarapé Institute', 'معهد إيغارابي']]);
  expect(file.pages.group).toEqual([
    [1, 20, 'al-Nusra Front', 'Jabhat al-Nusra'],
    ['65th-brigade', 2, '65th Airborne Brigade (Iran)'],
  ]);
});
