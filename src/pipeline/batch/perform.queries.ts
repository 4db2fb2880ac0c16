import { type ErrorCode, errorCode } from '../../error-code.ts';
import { formMarkOf, isRepeat, subjectOfKey } from '../../access/audit.queries.ts';
import { SIGNED_OUT } from '../../access/session.ts';
import type { Database } from '../../db/client.ts';
import { gateHolds } from '../gates.ts';
import { nextAct } from '../acts.ts';
import { conclude } from '../conclude.ts';
import { factStatements } from '../facts.queries.ts';
import { apply, type Change, type Decision, refused } from './change.ts';
import { deadlinesOf } from '../deadlines.ts';
import type { BatchReading } from '../batch-reading.requests.ts';
import { changeStatements, linesOf, type Proof, type Stamp } from './change.queries.ts';
import { keepReading } from './last-reading.cache.ts';
import type { Snapshot } from './snapshot.ts';
import { guardOf, violates } from '../../db/errors.ts';
import { NEWEST_LINES } from '../batch-row.queries.ts';
import type { Orm, Query } from '../../db/orm.ts';

export type Outcome =
  | {
      kind: 'done';
      before: Snapshot;
      reading: BatchReading;
      change: Change;
      waitNo: number;
      isUndoable: boolean;
    }
  | { kind: 'repeated'; reading: BatchReading }
  | { kind: 'refused'; error: ErrorCode; detail: Record<string, unknown>; reading: BatchReading }
  | { kind: 'unknown' };

/** Where the batch to decide on comes from. */
export type Source = {
  /** Reads it, and proves the session or link that asks. */
  read: () => Promise<BatchReading | null>;
  /**
   * What was last seen of it, and what proves, while it writes, who asks and that it is still so.
   */
  remembered?: { reading: BatchReading; proof: Proof } | undefined;
};

/**
 * How often a write made from an older reading is decided anew. Fifty phones at once need
 * forty-nine.
 */
const ATTEMPTS = 80;

/**
 * Decides on the newest snapshot and writes the decision whole, or not at all. Where the batch was
 * seen lately, that is one round trip: the decision is made on what was seen, and the write fails
 * when it is no longer so. Whoever was overtaken, or refused on what was only remembered, reads and
 * decides again; a key that was written before changes nothing. Throws what a proof throws, and 409
 * where another form came under a key that was written before.
 * @param facts the slice's own rows that belong to the change
 */
export async function perform(
  db: Database,
  { read, remembered }: Source,
  stamp: Omit<Stamp, 'subject'> & { subject?: string },
  decide: (s: Snapshot) => Decision,
  facts: (s: Snapshot, change: Change, orm: Orm) => Query[] = () => [],
): Promise<Outcome> {
  let known = remembered;
  for (let attempt = 1; ; attempt++) {
    const reading = known?.reading ?? (await read());
    if (!reading) return { kind: 'unknown' };
    const before = reading.s;
    const decision = decide(before);
    if (refused(decision)) {
      if (known) {
        known = undefined;
        continue;
      }
      // A form that arrives again finds its work done, and would be refused for that very reason.
      if ((await subjectOfKey(db, stamp.key)) !== null) return { kind: 'repeated', reading };
      return { kind: 'refused', error: decision.error, detail: decision.detail ?? {}, reading };
    }
    const whole = {
      ...stamp,
      subject: stamp.subject ?? before.id,
      formMark: formMarkOf(db, stamp.key),
    };
    const change = conclude(before, decision, stamp.occurredAt);
    const after = apply(before, change);
    const statements = [
      ...changeStatements(db.orm, before, after, change, whole, known?.proof),
      ...facts(before, decision, db.orm),
      ...factStatements(db.orm, before, change.facts ?? [], stamp),
    ];
    try {
      const results: unknown[] = await db.batch(statements);
      const [wait] = results[0] as { waitNo: number }[];
      const told = linesOf(before, change, whole).toReversed();
      const lines = [...told, ...reading.lines].slice(0, NEWEST_LINES);
      const now = { ...reading, s: after, lines };
      // Somebody new, or another order, comes with rows that were not read here.
      if (!decision.added?.length && !decision.redirectedTo && !movesVisits(change))
        keepReading(now);
      const isUndoable = stamp.undoable !== undefined;
      return { kind: 'done', before, reading: now, change, waitNo: wait?.waitNo ?? 0, isUndoable };
    } catch (error) {
      const guard = guardOf(error);
      if (guard === SIGNED_OUT) throw error;
      if (isRepeat(error)) {
        await subjectOfKey(db, stamp.key);
        return { kind: 'repeated', reading };
      }
      // Whatever else was in the way of a decision on what was remembered, it is told from a new
      // reading.
      if (known) {
        known = undefined;
        continue;
      }
      const refusal = refusalBy(error);
      if (refusal !== null) return { kind: 'refused', error: refusal, detail: {}, reading };
      if (!violates(error, 'history.') || attempt >= ATTEMPTS) throw error;
    }
  }
}

/** When the next visit is due, its own rows say: what was read of it may be no longer so. */
function movesVisits({ entries }: Change): boolean {
  return entries.some(({ kind, detail }) => kind === 'visited' || detail?.['what'] === 'visited');
}

/**
 * Why the database would not have a change, as a rule would have refused it; null for anything
 * else.
 */
function refusalBy(error: unknown): ErrorCode | null {
  if (violates(error, 'placement.worker_id')) return 'already_in_batch';
  // Somebody else has just taken that order.
  if (violates(error, 'batch.order_id')) return 'wrong_state';
  return errorCode(guardOf(error)?.toLowerCase() ?? '');
}

/**
 * Whether the workflow has something to do after a change: a gate to close, or other deadlines to
 * wait for.
 */
export function concernsWorkflow(before: Snapshot, after: Snapshot): boolean {
  if (after.status !== before.status || gateHolds(after, after.stage)) return true;
  // A vacated place, or an offer that nobody needs any more; what is late, the deadlines wake for.
  if (nextAct(after, 0) !== null) return true;
  const ids = (s: Snapshot) =>
    deadlinesOf(s)
      .map((d) => d.id)
      .join();
  return ids(before) !== ids(after);
}
