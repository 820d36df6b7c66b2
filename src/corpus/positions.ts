/** Positions in words: coordinates, radius of uncertainty. */
import type { EntityRecord } from './schema.ts';

export type Position = NonNullable<EntityRecord['position']>;

/** `36.20124° N, 0.12574° W`. */
export function coordinatesInWords({ lat, lon }: Pick<Position, 'lat' | 'lon'>): string {
  return `${Math.abs(lat)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon)}° ${lon < 0 ? 'W' : 'E'}`;
}

/** A length for people: `350 m`, `1.5 km`. */
export function lengthInWords(metres: number): string {
  return metres < 1000 ? `${Math.round(metres)} m` : `${Math.round(metres / 100) / 10} km`;
}

/** How well a position is known: `within about 1.5 km, low confidence`. */
export function precisionInWords({ precision, confidence }: Pick<Position, 'precision' | 'confidence'>): string {
  return `within about ${lengthInWords(precision)}, ${confidence} confidence`;
}

/** Both: `36.2° N, 37.1° E, within about 500 m, high confidence`. */
export function positionInWords(position: Position): string {
  return `${coordinatesInWords(position)}, ${precisionInWords(position)}`;
}
