import { describe, expect, test } from 'vitest';
import { drawMap } from '../../../src/components/map/draw.ts';
import { locatorOf, placesOf } from '../../../src/components/map/places.ts';
import { limits } from '../../../src/components/limits.ts';
import { stepsOf } from '../../../src/components/map/statements.ts';
import { viewsOf } from '../../../src/components/map/view.ts';
import { buildEdition } from '../../../src/edition.ts';
import { baseMap } from '../../small-base-map.ts';
import { changedCorpus, swap } from '../../small-corpus.ts';

const place = (name: string, position: string) => `---\nname: ${name}\nsummary: A place.\n${position}---\n`;
const at = (lat: number, lon: number, precision: number) =>
  `position: { lat: ${lat}, lon: ${lon}, precision: ${precision}, confidence: high, source: a test }\n`;
const { edition } = await buildEdition(
  changedCorpus({
    ...baseMap,
    'entities/place/al-bay.md': place('al-Bay', at(59.2, 11, 500)),
    'entities/place/province.md': place('Province', at(59.5, 10.3, 8000)),
    'entities/place/overseas.md': place('Overseas', at(0, 0, 500)),
    'entities/place/nowhere.md': place('Nowhere', ''),
    'entities/event/granary-fire.md': swap('where: [vell]', 'where: [vell, al-bay, nowhere]'),
  }),
);
const { corpus } = edition;
const views = viewsOf(corpus);
const places = placesOf(edition, views);
const [town, coast] = views;

describe('places', () => {
  test('each stands on the narrowest map that holds it, or says why on none; in order of names', () => {
    expect(places.map(({ entity, on, missing }) => [entity.id, on?.view.id ?? missing])).toEqual([
      ['al-bay', 'coast'],
      ['nowhere', 'no position'],
      ['overseas', 'outside'],
      ['province', 'coast'],
      ['vell', 'town'],
    ]);
  });

  test('claims by account in order of publication, accounts that only name it, events', () => {
    const vell = places.find(({ entity }) => entity.id === 'vell')!;
    expect(vell.claims.map(({ source, claims }) => [source.id, claims.map(({ id }) => id)])).toEqual([
      ['gazette-1901', ['fire-g', 'sacks-g', 'bridge-g']],
    ]);
    expect(vell.sources.map(({ id }) => id)).toEqual(['gazette-1901']);
    expect(vell.events.map(({ id }) => id)).toEqual(['granary-fire']);
  });
});

describe('small maps', () => {
  test.each([
    ['vell', 'town', 1],
    ['al-bay', 'coast', 1],
    ['granary-fire', 'coast', 2],
  ])('%s on %s', (id, view, marks) => {
    const locator = locatorOf(corpus.entities.get(id)!, corpus.entities, views)!;
    expect([locator.view.id, locator.marks.length]).toEqual([view, marks]);
  });

  test.each(['nowhere', 'overseas', 'ada-lind'])('none for %s', (id) => {
    expect(locatorOf(corpus.entities.get(id)!, corpus.entities, views)).toBeUndefined();
  });
});

describe('drawing', () => {
  test('a map draws its own places, and a frame for the map inside it', () => {
    const drawn = drawMap(coast!, views, places);
    expect(drawn.marks.map(({ place, side }) => [place.entity.id, side !== undefined])).toEqual([
      ['al-bay', true],
      ['province', true],
    ]);
    expect(drawn.frames.map(({ view }) => view.id)).toEqual(['town']);
    expect(drawMap(town!, views, places).frames).toEqual([]);
  });

  test('a place of low confidence has its name in the middle of its area', () => {
    expect(drawMap(town!, views, places).marks.map(({ place, side }) => [place.entity.id, side])).toEqual([['vell', 'on']]);
  });
});

describe('statements', () => {
  test('by date; undated ones only about who holds ground, and last', () => {
    expect(stepsOf(corpus).map(({ when, statements }) => [when, statements.map(({ claim }) => claim.id)])).toEqual([
      ['1901-04-30', ['fire-g']],
      [undefined, ['bridge-g']],
    ]);
  });

  test('of very many, each date gives its first, who holds ground before others, and says how many it leaves out', async () => {
    const moved = (text: string) => text.replace('kind: control', 'kind: control\n  when: 1901-04-30');
    const { corpus } = (await buildEdition(changedCorpus({ 'claims/gazette-1901.yaml': moved }))).edition;
    const told = (whole: number, ofDate: number) =>
      stepsOf(corpus, { ...limits, whole, ofDate }).map(({ statements, more }) => [statements.map(({ claim }) => claim.id), more]);
    expect(told(2, 1)).toEqual([[['fire-g', 'bridge-g'], 0]]);
    expect(told(1, 1)).toEqual([[['bridge-g'], 1]]);
  });
});
