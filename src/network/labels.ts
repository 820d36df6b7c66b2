/** Words on screen for the kinds of tie. */
import type { TieKind } from './ties.ts';

export const tieLabel: Record<TieKind, { name: string; means: string }> = {
  renamed: { name: 'renamed', means: 'the arrow leads to the later name.' },
  against: { name: 'fights against', means: 'in the claims named in the table, not always and everywhere.' },
  within: { name: 'belongs or leads', means: 'part of, member of, works for, leads, commands; read along the arrow.' },
  with: { name: 'acts with', means: 'allied with, affiliated with; with an arrow, supports.' },
  together: { name: 'named together', means: 'in one claim or more, whatever it says of the two; broader for more claims.' },
};
