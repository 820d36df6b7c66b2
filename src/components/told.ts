/** What scripts must know of who tells a thing. */

/** Accounts and how many of their claims tell it, for an attribute: `voa-2016:3 duran-2016:1`. */
export function tokens(told: ReadonlyMap<string, number>): string {
  return [...told].map(([account, claims]) => `${account}:${claims}`).join(' ');
}
