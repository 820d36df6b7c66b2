/** Positions in words: "36.2012° N, 37.1612° E, within about 500 m; confidence high". */
import type { EntityRecord } from './schema.ts';
import { figure } from './measures.ts';

export function positionInWords({ lat, lon, precision, confidence }: NonNullable<EntityRecord['position']>): string {
  const degrees = (value: number, [positive, negative]: [string, string]) => `${Math.abs(value)}° ${value < 0 ? negative : positive}`;
  return `${degrees(lat, ['N', 'S'])}, ${degrees(lon, ['E', 'W'])}, within about ${figure(precision)} m; confidence ${confidence}`;
}
