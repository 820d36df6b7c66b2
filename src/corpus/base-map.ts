/** Base maps: a record with origin and licence, and its TopoJSON (topojson-specification 1.0), checked against each other. */
import { geoArea } from 'd3-geo';
import type { Feature, FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Loaded, LoadedContent } from './loader.ts';
import { didYouMean } from './problems.ts';
import type { Problem } from './problems.ts';
import type * as schema from './schema.ts';

export type Layer = schema.BaseMapRecord['layers'][number];
export type ViewRecord = schema.BaseMapRecord['views'][number];

export interface BaseMap extends Omit<schema.BaseMapRecord, 'layers'> {
  id: string;
  /** The layers with their shapes. */
  layers: readonly (Layer & { shapes: readonly Feature[] })[];
}

/** The base maps of a content folder, in order of id; whatever a record and its topology do not agree on is a problem. */
export function resolveMaps({ maps, topologies, broken }: LoadedContent, problems: Problem[]): Map<string, BaseMap> {
  for (const { id, file } of topologies) {
    if (maps.some((map) => map.id === id) || broken.has(`map ${id}`)) continue;
    problems.push(
      file.problem(
        [],
        'geo/no-record',
        `There is no record of ${id}.topojson.`,
        `Add ${id}.yaml beside it, with origin, licence and extent.`,
      ),
    );
  }
  const views = new Set<string>();
  return new Map(
    maps.flatMap((map) => {
      checkViews(map, views, problems);
      const topology = topologies.find(({ id }) => id === map.id);
      if (topology === undefined) {
        if (!broken.has(`topology ${map.id}`))
          problems.push(
            map.file.problem([], 'geo/no-topology', `There is no ${map.id}.topojson beside it.`, 'Add it, or remove the record.'),
          );
        return [];
      }
      const layers = map.value.layers.flatMap((layer, i) => {
        const shapes = shapesOf(layer, topology.value as unknown as Topology);
        if (!('rule' in shapes)) return [{ ...layer, shapes }];
        problems.push({ ...map.file.at(['layers', i, 'object']), ...shapes });
        return [];
      });
      return [[map.id, { ...map.value, id: map.id, layers }] as const];
    }),
  );
}

type LoadedMap = Loaded<schema.BaseMapRecord>;

/** Ids of views are unique, and views name layers that there are. */
function checkViews({ value, file }: LoadedMap, taken: Set<string>, problems: Problem[]): void {
  const known = new Set(value.layers.map(({ object }) => object));
  value.views.forEach(({ id, layers }, i) => {
    if (taken.has(id))
      problems.push(file.problem(['views', i, 'id'], 'ids/duplicate', `There is already a view ${id}.`, 'Rename one of them.'));
    taken.add(id);
    layers.forEach((layer, j) => {
      if (known.has(layer)) return;
      const hint = didYouMean(layer, known) ?? `Layers of this map: ${[...known].join(', ')}.`;
      problems.push(file.problem(['views', i, 'layers', j], 'geo/unknown-layer', `There is no layer ${layer}.`, hint));
    });
  });
}

type Fault = Pick<Problem, 'rule' | 'message' | 'hint'>;

/** The shapes of a layer, or why they cannot be read or would be drawn wrongly. */
function shapesOf({ object: name, draw }: Layer, topology: Topology): readonly Feature[] | Fault {
  if (topology.objects[name] === undefined) {
    const known = Object.keys(topology.objects);
    const hint = didYouMean(name, known) ?? `Objects of the topology: ${known.join(', ')}.`;
    return { rule: 'geo/unknown-object', message: `The topology has no object ${name}.`, hint };
  }
  let shapes: readonly Feature[];
  let largest: number;
  try {
    const read: Feature | FeatureCollection = feature(topology, topology.objects[name]);
    shapes = read.type === 'FeatureCollection' ? read.features : [read];
    // Measuring walks through every coordinate.
    largest = Math.max(...shapes.map((shape) => geoArea(shape)));
  } catch {
    const hint = 'Its arcs or coordinates are damaged: make the file anew.';
    return { rule: 'geo/unreadable-object', message: `The object ${name} cannot be read.`, hint };
  }
  if (largest > 2 * Math.PI) {
    const hint = 'Its rings run the wrong way round: rewind them.';
    return { rule: 'geo/winding', message: `An area of ${name} covers more than half of the globe.`, hint };
  }
  const isNamed = ({ geometry, properties }: Feature) => geometry.type === 'Point' && typeof properties?.name === 'string';
  if (draw === 'name' && !shapes.every(isNamed)) {
    const hint = 'Give each a property `name`, or draw it otherwise.';
    return { rule: 'geo/no-name', message: `${name} holds something else than points with a name.`, hint };
  }
  return shapes;
}
