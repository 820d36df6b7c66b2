/** A record's name as it stands in the figure. */
import { monthNames } from '../corpus/dates.ts';

const month = monthNames.join('|');
const part = `(?:\\d{1,2} )?(?:${month})|spring|summer|autumn|winter|early|late`;
const dateAtEnd = new RegExp(`(?:,| of| in) (?:(?:${part})(?:–(?:${part}))? )?\\d{4}(?:–\\d{4})?$`);

/** `Capture of Idlib, March 2015` → `Capture of Idlib`: the axis says the date. What is still longer than `most` characters is cut, between words where it has any. */
export function shortName(name: string, most = 44): string {
  const short = name.replace(dateAtEnd, '');
  if (short === '') return name;
  if (short.length <= most) return short;
  const end = short.lastIndexOf(' ', most);
  return `${short.slice(0, end > 0 ? end : most)} …`;
}
