import { DEFAULT_FIGURES } from '../../settings/figures.ts';
import { gateHolds, lacks } from '../gates.ts';
import { nextStage } from '../stages.ts';
import type { Change, Decision } from './change.ts';
import type { Snapshot } from './snapshot.ts';

export type Opening = Pick<Snapshot, 'id' | 'code' | 'coordinatorId' | 'requirements' | 'order'>;

/**
 * A batch on its first day: nobody in it, nothing confirmed, its first history line being that it
 * was opened.
 */
export function openBatch({ id, code, coordinatorId, requirements, order }: Opening): Snapshot {
  return {
    id,
    code,
    coordinatorId,
    requirements,
    order,
    status: 'open',
    stage: 'demand',
    seq: 1,
    headcount: 0,
    departsOn: order.startsOn,
    leavesAt: null,
    unfilledReason: null,
    unfilledAccepted: 0,
    reserveStopped: false,
    lockedAt: null,
    departedAt: null,
    arrivedAt: null,
    handedOverAt: null,
    endedAt: null,
    escorts: 0,
    openVisits: 0,
    nextVisitOn: null,
    planVersion: 1,
    phones: {},
    heldEntries: [],
    callsSince: {},
    releasedAtDeparture: [],
    placements: [],
    figures: DEFAULT_FIGURES,
  };
}

/**
 * Closes the current stage when its gate holds, and opens the next; after the last one the batch
 * itself is closed.
 */
export function advance(s: Snapshot, at: number): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (!gateHolds(s, s.stage))
    return { error: 'gate_open', detail: { lacking: lacks(s, s.stage).map((lack) => lack.code) } };
  const next = nextStage(s.stage);
  if (next === null) return closed(s, at);
  return {
    batch: { stage: next },
    entries: [{ kind: 'stage_closed', detail: { stage: s.stage, next } }],
  };
}

function closed(s: Snapshot, at: number): Change {
  return {
    batch: { status: 'closed', endedAt: at },
    placements: s.placements
      .filter((p) => p.active)
      .map((p) => ({ id: p.id, set: { active: false } })),
    entries: [{ kind: 'batch_closed' }],
  };
}

/**
 * Ends a batch before anybody has departed. Everybody in it is free at once; who decided and why
 * stays on record.
 */
export function cancel(s: Snapshot, at: number, reason: string): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (s.departedAt !== null) return { error: 'already_departed' };
  return {
    batch: { status: 'cancelled', endedAt: at },
    order: { state: 'cancelled' },
    placements: s.placements
      .filter((p) => p.exit === null)
      .map((p) => ({ id: p.id, set: { exit: 'cancelled', active: false } })),
    entries: [{ kind: 'batch_cancelled', detail: { reason } }],
  };
}
