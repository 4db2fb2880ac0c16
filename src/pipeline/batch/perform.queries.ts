import { isRepeat, subjectOfKey } from '../../access/audit.queries.ts';
import { type Database, guardOf, type Orm, type Query, violates } from '../../db/client.ts';
import { gateHolds } from '../gates.ts';
import { apply, type Change, type Decision, refused } from './change.ts';
import { deadlinesOf } from './deadlines.ts';
import { NEWEST_LINES, refuseUnlessNewest, type Seen } from './batch.queries.ts';
import { changeStatements, linesOf, type Stamp } from './change.queries.ts';
import { keepSeen } from './last-seen.queries.ts';
import type { Snapshot } from './snapshot.ts';

export type Outcome =
  | { kind: 'done'; before: Snapshot; seen: Seen; change: Change; waitNo: number }
  | { kind: 'repeated'; seen: Seen }
  | { kind: 'refused'; error: string; detail: Record<string, unknown>; seen: Seen }
  | { kind: 'unknown' };

/** Where the batch to decide on comes from. */
export type Source = {
  /** Reads it, and proves the session or link that asks. */
  read: () => Promise<Seen | null>;
  /** What was last seen of it, and the statement that proves who asks in the round trip that writes. */
  remembered?: { seen: Seen; proof: Query } | undefined;
};

/** How often a write made from an older reading is decided anew. Fifty phones at once need forty-nine. */
const ATTEMPTS = 80;

/**
 * Decides on the newest snapshot and writes the decision whole, or not at all. Where the batch was seen lately, that is
 * one round trip: the decision is made on what was seen, and the write fails when it is no longer so. Whoever was
 * overtaken, or refused on what was only remembered, reads and decides again; a key that was written before changes
 * nothing. Throws what a proof throws.
 * @param facts the slice's own rows that belong to the change
 */
export const perform = async (
  db: Database,
  { read, remembered }: Source,
  stamp: Omit<Stamp, 'subject'> & { subject?: string },
  decide: (s: Snapshot) => Decision,
  facts: (s: Snapshot, change: Change, orm: Orm) => Query[] = () => [],
): Promise<Outcome> => {
  let known = remembered;
  for (let attempt = 1; ; attempt++) {
    const seen = known?.seen ?? (await read());
    if (!seen) return { kind: 'unknown' };
    const before = seen.s;
    const decision = decide(before);
    if (refused(decision)) {
      if (known) {
        known = undefined;
        continue;
      }
      // A form that arrives again finds its work done, and would be refused for that very reason.
      const [done] = await db.batch([subjectOfKey(db.orm, stamp.key)]);
      if (done.length > 0) return { kind: 'repeated', seen };
      return { kind: 'refused', error: decision.error, detail: decision.detail ?? {}, seen };
    }
    const whole = { ...stamp, subject: stamp.subject ?? before.id };
    const proofs = known
      ? [known.proof, refuseUnlessNewest({ id: before.id, seq: before.seq, touched: seen.touched })]
      : [];
    const statements = [
      ...proofs,
      ...changeStatements(db.orm, before, decision, whole),
      ...facts(before, decision, db.orm),
    ];
    try {
      const results: unknown[] = await db.batch(statements);
      const [wait] = results[proofs.length] as { waitNo: number }[];
      const lines = [...linesOf(before, decision, whole).toReversed(), ...seen.lines].slice(0, NEWEST_LINES);
      const after = { ...seen, s: apply(before, decision), lines };
      // Somebody new comes with rows that were not read here.
      if (!decision.added?.length) keepSeen(after);
      return { kind: 'done', before, seen: after, change: decision, waitNo: wait?.waitNo ?? 0 };
    } catch (error) {
      const guard = guardOf(error);
      if (guard === 'SIGNED_OUT') throw error;
      if (isRepeat(error)) return { kind: 'repeated', seen };
      if (violates(error, 'placement.worker_id'))
        return { kind: 'refused', error: 'already_in_batch', detail: {}, seen };
      if (guard !== null && guard !== 'OVERTAKEN')
        return { kind: 'refused', error: guard.toLowerCase(), detail: {}, seen };
      const wasOvertaken = guard === 'OVERTAKEN' || violates(error, 'history.');
      if (!wasOvertaken || attempt >= ATTEMPTS) throw error;
      known = undefined;
    }
  }
};

/** Whether the workflow has something to do after a change: a gate to close, or other deadlines to wait for. */
export const concernsWorkflow = (before: Snapshot, after: Snapshot): boolean => {
  if (after.status !== before.status || gateHolds(after, after.stage)) return true;
  const ids = (s: Snapshot) =>
    deadlinesOf(s)
      .map((d) => d.id)
      .join();
  return ids(before) !== ids(after);
};
