import { newPlacement } from '../new-placement.ts';
import type { Decision } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import type { Placement } from '../batch/placement.ts';

/**
 * `against` are the codes of what spoke against the person, `word` why they are on the list all the
 * same.
 */
type Registration = {
  id: string;
  workerId: string;
  name: string;
  against?: string[];
  word?: string;
  /** Papers that they bring along and that still hold. */
  brought?: Pick<Placement, 'papers' | 'paperUntil'>;
};

/** Puts people on the batch's list. Whoever is on it already is left as they are. */
export function register(s: Snapshot, people: Registration[]): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (s.departedAt !== null) return { error: 'already_departed' };
  const here = new Set(s.placements.filter((p) => p.active).map((p) => p.workerId));
  const fresh = people.filter((person) => !here.has(person.workerId));
  if (fresh.length === 0) return { error: 'already_in_batch' };
  return {
    added: fresh.map(({ id, workerId, name, brought }) => ({
      ...newPlacement(id, workerId, name),
      ...brought,
    })),
    entries: fresh.map(({ id, against = [], word }) => ({
      kind: 'registered',
      placementId: id,
      ...(against.length > 0 ? { detail: { against, word } } : {}),
    })),
  };
}

/**
 * Shows the terms to people who have not been asked yet. Those who were asked keep their answer.
 */
export function offer(s: Snapshot, ids: string[], until: number): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (s.order.state !== 'confirmed') return { error: 'demand_open' };
  if (s.departedAt !== null) return { error: 'already_departed' };
  const asked = s.placements.filter(
    (p) => ids.includes(p.id) && p.exit === null && p.recruitment === 'registered',
  );
  if (asked.length === 0) return { error: 'wrong_state' };
  return {
    placements: asked.map((p) => ({
      id: p.id,
      set: { recruitment: 'offered', offerUntil: until },
    })),
    entries: asked.map((p) => ({ kind: 'offered', placementId: p.id })),
  };
}
