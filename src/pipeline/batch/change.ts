import type { HistoryKind } from './history-kind.ts';
import type { Fact } from './fact.ts';
import type { Snapshot } from './snapshot.ts';
import type { Placement } from './placement.ts';
import type { OrderFacts } from '../demand/order-state.ts';
import type { VisitKind } from '../follow-up/visit-state.ts';

/**
 * One line of the batch's history. `detail` holds codes and numbers; the views turn them into
 * sentences.
 */
export type HistoryEntry = {
  kind: HistoryKind;
  placementId?: string;
  detail?: Record<string, unknown>;
  /** When it happened, where that is not when the whole change did. */
  occurredAt?: number;
};

/** The same as it is told on a page, with who did it and when. */
export type ToldLine = {
  seq: number;
  kind: string;
  placementId: string | null;
  actor: string;
  occurredAt: number;
  detail: Record<string, unknown>;
};

export type BatchPatch = Partial<
  Pick<
    Snapshot,
    | 'status'
    | 'stage'
    | 'headcount'
    | 'departsOn'
    | 'leavesAt'
    | 'requirements'
    | 'unfilledReason'
    | 'unfilledAccepted'
    | 'reserveStopped'
    | 'lockedAt'
    | 'departedAt'
    | 'arrivedAt'
    | 'handedOverAt'
    | 'endedAt'
    | 'openVisits'
    | 'planVersion'
    | 'phones'
    | 'heldEntries'
    | 'callsSince'
    | 'releasedAtDeparture'
  >
>;

/**
 * What a rule decided: patches to the batch, its order and its placements, and the history lines
 * that tell of them.
 */
export type Change = {
  batch?: BatchPatch;
  /**
   * The batch goes to another order from now on; `order` then says what becomes of the one it had.
   */
  redirectedTo?: OrderFacts;
  order?: Partial<
    Pick<
      Snapshot['order'],
      'state' | 'version' | 'headcount' | 'startsOn' | 'termsHash' | 'sentAt' | 'replyBy'
    >
  >;
  placements?: { id: string; set: Partial<Placement> }[];
  added?: Placement[];
  /** Rows of the slices' own that belong to it. */
  facts?: readonly Fact[];
  /**
   * Kinds of visit that are not due once more to whom it sends to the post: they were answered
   * already.
   */
  visited?: { placementId: string; kinds: readonly VisitKind[] };
  entries: HistoryEntry[];
};

export type Refusal = { error: string; detail?: Record<string, unknown> };
export type Decision = Change | Refusal;

export function refused(decision: Decision): decision is Refusal {
  return 'error' in decision;
}

/**
 * The snapshot after a change. `seq` counts the history lines, so it rises by as many as the change
 * tells.
 */
export function apply(s: Snapshot, change: Change): Snapshot {
  const patches = new Map<string, Partial<Placement>>();
  for (const { id, set } of change.placements ?? [])
    patches.set(id, { ...patches.get(id), ...set });
  return {
    ...s,
    ...change.batch,
    seq: s.seq + change.entries.length,
    order: change.redirectedTo ?? { ...s.order, ...change.order },
    placements: [...s.placements, ...(change.added ?? [])].map((p) => {
      const set = patches.get(p.id);
      return set ? { ...p, ...set } : p;
    }),
  };
}

/** Several changes decided one after the other on the same reading, as one change. */
export function merge(first: Change, second: Change): Change {
  return {
    ...((first.batch ?? second.batch) ? { batch: { ...first.batch, ...second.batch } } : {}),
    ...((second.redirectedTo ?? first.redirectedTo)
      ? { redirectedTo: second.redirectedTo ?? first.redirectedTo }
      : {}),
    ...((first.order ?? second.order) ? { order: { ...first.order, ...second.order } } : {}),
    placements: [...(first.placements ?? []), ...(second.placements ?? [])],
    added: [...(first.added ?? []), ...(second.added ?? [])],
    facts: [...(first.facts ?? []), ...(second.facts ?? [])],
    ...((first.visited ?? second.visited) ? { visited: first.visited ?? second.visited } : {}),
    entries: [...first.entries, ...second.entries],
  };
}

/**
 * Makes the same decision for several people, each on the result of the one before; those refused
 * are left as they are.
 */
export function each(
  s: Snapshot,
  ids: string[],
  decide: (s: Snapshot, id: string) => Decision,
): Decision {
  let done: Change = { entries: [] };
  let now = s;
  let lastRefusal: Refusal = { error: 'nothing_chosen' };
  for (const id of ids) {
    const decision = decide(now, id);
    if (refused(decision)) {
      lastRefusal = decision;
      continue;
    }
    done = merge(done, decision);
    now = apply(now, decision);
  }
  return done.entries.length > 0 ? done : lastRefusal;
}
