import { isRepeat, subjectOfKey } from '../../access/audit.queries.ts';
import { type Database, type Orm, type Query, violates } from '../../db/client.ts';
import { gateHolds } from '../gates.ts';
import { apply, type Change, type Decision, refused } from './change.ts';
import { deadlinesOf } from './deadlines.ts';
import { type SnapshotRows, toSnapshot, waitOf } from './batch.queries.ts';
import { changeStatements, type Stamp } from './change.queries.ts';
import type { Snapshot } from './snapshot.ts';

export type Outcome =
  | { kind: 'done'; before: Snapshot; after: Snapshot; change: Change; waitNo: number }
  | { kind: 'repeated'; before: Snapshot }
  | { kind: 'refused'; error: string; detail: Record<string, unknown>; before: Snapshot }
  | { kind: 'unknown' };

/** How often a write made from an older reading is decided anew. Fifty phones at once need forty-nine. */
const ATTEMPTS = 80;

/**
 * Decides on the newest snapshot and writes the decision whole, or not at all. Whoever was overtaken between reading
 * and writing reads and decides again; a key that was written before changes nothing.
 * @param load reads the snapshot's rows, with the session or link that asks
 * @param facts the slice's own rows that belong to the change
 */
export const perform = async (
  db: Database,
  load: () => Promise<SnapshotRows>,
  stamp: Omit<Stamp, 'subject'> & { subject?: string },
  decide: (s: Snapshot) => Decision,
  facts: (s: Snapshot, change: Change, orm: Orm) => Query[] = () => [],
): Promise<Outcome> => {
  for (let attempt = 1; ; attempt++) {
    const before = toSnapshot(await load());
    if (!before) return { kind: 'unknown' };
    const decision = decide(before);
    if (refused(decision)) {
      // A form that arrives again finds its work done, and would be refused for that very reason.
      const [done] = await db.batch([subjectOfKey(db.orm, stamp.key)]);
      if (done.length > 0) return { kind: 'repeated', before };
      return { kind: 'refused', error: decision.error, detail: decision.detail ?? {}, before };
    }
    const statements = [
      ...changeStatements(db.orm, before, decision, { ...stamp, subject: stamp.subject ?? before.id }),
      ...facts(before, decision, db.orm),
      waitOf(db.orm, before.id),
    ];
    try {
      const results = await db.batch(statements);
      const [wait] = (results as unknown[]).at(-1) as { waitNo: number }[];
      const after = apply(before, decision);
      return { kind: 'done', before, after, change: decision, waitNo: wait?.waitNo ?? 0 };
    } catch (error) {
      if (isRepeat(error)) return { kind: 'repeated', before };
      if (violates(error, 'placement.worker_id'))
        return { kind: 'refused', error: 'already_in_batch', detail: {}, before };
      const guard = /bad JSON path: '([A-Z_]+)'/.exec(String(error))?.[1];
      if (guard) return { kind: 'refused', error: guard.toLowerCase(), detail: {}, before };
      if (!violates(error, 'history.') || attempt >= ATTEMPTS) throw error;
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
