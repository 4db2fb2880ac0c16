import type { Change, Decision } from '../batch/change.ts';
import type { Fact } from '../batch/fact.ts';
import { RETURN_REASONS, type ReturnReason } from './follow-up-state.ts';
import { placementOf, type Snapshot } from '../batch/snapshot.ts';

/** Who comes home by a change, each with the reason that its line gives. */
export function homecomings(change: Change): Fact[] {
  const home = (change.placements ?? []).filter(({ set }) => set.followUp === 'home');
  return home.map(({ id }): Fact => {
    const line = change.entries.find((entry) => entry.placementId === id);
    const said = RETURN_REASONS.find((reason) => reason === line?.detail?.['reason']);
    return { kind: 'came_home', placementId: id, reason: said ?? 'own_choice' };
  });
}

/**
 * Someone came home, before the term or at its end. They are free for another batch at once, and no
 * more visits are due.
 */
export function comeHome(
  s: Snapshot,
  id: string,
  reason: ReturnReason,
  visitsLeft: number,
): Decision {
  const p = placementOf(s, id);
  if (!p) return { error: 'unknown_placement' };
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (p.followUp !== 'away') return { error: 'wrong_state' };
  return {
    batch: { openVisits: s.openVisits - visitsLeft },
    placements: [{ id, set: { followUp: 'home', active: false } }],
    entries: [{ kind: 'came_home', placementId: id, detail: { reason } }],
  };
}
