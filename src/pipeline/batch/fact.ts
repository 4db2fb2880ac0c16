import type { ReturnReason } from '../follow-up/follow-up-state.ts';
import type { Settled, Signed } from '../travel/roll-call/deed.ts';
import type { PlannedVisit } from '../follow-up/visit-state.ts';

/**
 * A row of a slice's own that belongs to a change, as plain values: the slice's queries write it.
 */
export type Fact =
  | { kind: 'visit_due'; placementId: string; visit: PlannedVisit }
  | { kind: 'came_home'; placementId: string; reason: ReturnReason }
  | { kind: 'entry_settled'; settled: Settled }
  | { kind: 'handover_signed'; signed: Signed };

/** The facts of one kind. */
export function factsOf<K extends Fact['kind']>(
  facts: readonly Fact[],
  kind: K,
): Extract<Fact, { kind: K }>[] {
  return facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
}
