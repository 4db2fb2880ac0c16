import type { Database } from '../../db/client.ts';
import { deliveriesOf, noticesTo, noticeToLeaders } from '../../notices/notices.queries.ts';
import { gateHolds } from '../gates.ts';
import type { Stage } from '../stages.ts';
import { batchReadingOf } from '../batch-reading.requests.ts';
import { nextAct, nextLapse } from '../acts.ts';
import { deadlinesOf } from '../deadlines.ts';
import { advance } from './lifecycle.ts';
import { perform } from './perform.queries.ts';
import type { BatchStatus, Snapshot } from './snapshot.ts';
import type { DeadlineKind } from '../deadline.ts';
import { reminderOf } from './telling.ts';
import { batchQueries } from '../batch-row.queries.ts';
import { noteSeen, noteWait } from './wake.queries.ts';
import { dueDeadlines, noteReminder } from './deadline.queries.ts';

export type Watched = { status: BatchStatus; stage: Stage; nextInMs: number | null };

async function asWorkflow(
  db: Database,
  batchId: string,
  now: number,
  action: string,
  decide: typeof advanceAt,
) {
  const look = async () => batchReadingOf(await db.read(batchQueries(db.orm, { batchId })));
  const key = `${batchId}:${action}:${(await look())?.s.seq ?? 0}`;
  return perform(
    db,
    { read: look },
    { actor: 'workflow', action, key, occurredAt: now, now },
    decide(now),
  );
}

function advanceAt(now: number) {
  return (s: Snapshot) => advance(s, now);
}

/** What tells of somebody's health, or is the station's own work, is no leader's business. */
const STAYS_AT_STATION: ReadonlySet<DeadlineKind> = new Set([
  'recheck',
  'medical_expiry',
  'paper_expiry',
]);

/**
 * Sends the reminders that are due, once each: to the coordinator, and the last one to the leaders
 * as well.
 */
async function remind(db: Database, s: Snapshot, now: number): Promise<number | null> {
  const { orm } = db;
  const [rows] = await db.batch([dueDeadlines(orm, s.id)]);
  let next: number | null = null;
  for (const deadline of deadlinesOf(s)) {
    const row = rows.find((r) => r.id === deadline.id);
    if (!row) continue;
    const passed = deadline.reminders.filter((at) => at <= now).length;
    if (passed > row.level) {
      const notice = reminderOf(s, deadline, passed);
      const escalate =
        passed === deadline.reminders.length &&
        deadline.reminders.length > 1 &&
        !STAYS_AT_STATION.has(deadline.kind);
      await db.batch([
        ...noticesTo(orm, s.coordinatorId, s.id, [notice], now),
        ...deliveriesOf(orm, [notice], now),
        ...(escalate ? [noticeToLeaders(orm, s.id, notice, now)] : []),
        noteReminder(orm, deadline.id, passed, deadline.reminders[passed] ?? null),
      ]);
    }
    const coming = deadline.reminders[passed];
    if (coming !== undefined && (next === null || coming < next)) next = coming;
  }
  return next;
}

/**
 * An original is chased until it is back with its owner, in a batch that has ended and has no
 * workflow any more as well.
 */
export async function chase(db: Database, batchId: string, now: number): Promise<void> {
  const reading = batchReadingOf(await db.read(batchQueries(db.orm, { batchId })));
  if (reading && reading.s.status !== 'open') await remind(db, reading.s, now);
}

/**
 * One look of the workflow at its batch. The wait is noted in the same batch in which the snapshot
 * is read, so whoever writes afterwards nudges the right one.
 */
export async function watch(
  db: Database,
  batchId: string,
  waitNo: number,
  now: number,
): Promise<Watched> {
  for (;;) {
    const rows = await db.read({
      waits: noteWait(db.orm, batchId, waitNo),
      ...batchQueries(db.orm, { batchId }),
    });
    const s = batchReadingOf(rows)?.s;
    if (!s || s.status !== 'open')
      return { status: s?.status ?? 'cancelled', stage: s?.stage ?? 'demand', nextInMs: null };
    if (gateHolds(s, s.stage)) {
      await asWorkflow(db, batchId, now, 'stage.close', advanceAt);
      continue;
    }
    const act = nextAct(s, now);
    if (act) {
      await asWorkflow(db, batchId, now, act.action, () => act.decide);
      continue;
    }
    const next = await remind(db, s, now);
    const lapse = nextLapse(s, now);
    if (lapse) {
      await asWorkflow(db, batchId, now, lapse.action, () => lapse.decide);
      continue;
    }
    await db.batch([noteSeen(db.orm, batchId, s.seq)]);
    return { status: s.status, stage: s.stage, nextInMs: next === null ? null : next - now };
  }
}
