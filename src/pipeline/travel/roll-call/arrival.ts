import type { Decision } from '../../batch/change.ts';
import type { Snapshot } from '../../batch/snapshot.ts';
import type { TravelState } from '../travel-state.ts';

/**
 * The vehicle has arrived: everybody who boarded has arrived, left en route, or is missing and
 * being looked for.
 */
export function arrive(s: Snapshot, at: number): Decision {
  if (s.departedAt === null || s.arrivedAt !== null || s.status !== 'open')
    return { error: 'wrong_state' };
  const travelling = s.placements.filter((p) => p.travel === 'boarded');
  if (travelling.length > 0)
    return { error: 'arrival_open', detail: { names: travelling.map((p) => p.name) } };
  const having = (...states: TravelState[]) =>
    s.placements.filter((p) => states.includes(p.travel)).length;
  return {
    batch: { arrivedAt: at },
    entries: [{ kind: 'arrived', detail: { arrived: having('arrived', 'accepted', 'rejected') } }],
  };
}
