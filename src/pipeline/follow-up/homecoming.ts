import type { Change } from '../batch/change.ts';
import type { Fact } from '../batch/fact.ts';
import { RETURN_REASONS } from './follow-up-state.ts';

/** Who comes home by a change, each with the reason that its line gives. */
export function homecomings(change: Change): Fact[] {
  const home = (change.placements ?? []).filter(({ set }) => set.followUp === 'home');
  return home.map(({ id }): Fact => {
    const line = change.entries.find((entry) => entry.placementId === id);
    const said = RETURN_REASONS.find((reason) => reason === line?.detail?.['reason']);
    return { kind: 'came_home', placementId: id, reason: said ?? 'own_choice' };
  });
}
