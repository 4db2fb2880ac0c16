import type { Snapshot } from './snapshot.ts';
import { isReady } from '../readiness.ts';
import { type Equation, equation } from './equation.ts';

/** What the batch list shows, kept on the batch row. */
export type Counts = Equation & { candidates: number; reserve: number; ready: number };

export function countsOf(s: Snapshot): Counts {
  return {
    ...equation(s),
    candidates: s.placements.filter(
      (p) => p.exit === null && !p.heldPlace && p.recruitment !== 'reserve',
    ).length,
    reserve: s.placements.filter((p) => p.exit === null && p.recruitment === 'reserve').length,
    ready: s.placements.filter((p) => isReady(s, p)).length,
  };
}
