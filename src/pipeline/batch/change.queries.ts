import { eq, inArray, sql } from 'drizzle-orm';
import { auditRow } from '../../access/audit.queries.ts';
import { SIGNED_OUT } from '../../access/session.ts';
import { chunks } from '../../db/client.ts';
import { deliveriesOf, noticesTo } from '../../notices/notices.queries.ts';
import { jobOrder } from '../demand/demand.tables.ts';
import { batch, placement } from './batch.tables.ts';
import type { Change } from './change.ts';
import { deadlinesOf } from '../deadlines.ts';
import type { Snapshot } from './snapshot.ts';
import type { Deadline, DeadlineKind } from '../deadline.ts';
import { noticesOf } from './telling.ts';
import { insertion, patching } from '../../db/statements.ts';
import { orFail } from '../../db/errors.ts';
import { sessionHolds, type SessionProof } from '../../access/session.queries.ts';
import { type KeptVisit, undoOf } from './taking-back.ts';
import type { Todo } from '../todo.ts';
import type { HistoryLine } from '../batch-row.queries.ts';
import type { Orm, Query } from '../../db/orm.ts';
import { deadline, history } from './history.tables.ts';
import { countsOf } from './counts.ts';
import { inShort, stepsOf } from '../what-to-do.ts';

export type Stamp = {
  actor: string;
  action: string;
  subject: string;
  key: string;
  occurredAt: number;
  now: number;
  /** A mark of what the form says whose key this is. */
  formMark?: string | null;
  /** Given where it can be taken back: the visits that it changes, as they were. */
  undoable?: { visits?: KeptVisit[] };
};

const TOLD_LATE: ReadonlySet<DeadlineKind> = new Set([
  'medical_expiry',
  'paper_expiry',
  'contract',
  'custody',
]);

function deadlineRow(batchId: string, d: Deadline, now: number) {
  const passed = d.reminders.filter((at) => at <= now).length;
  // What ends too soon is told even where it is found out late; of all else, what has passed has
  // passed.
  const level = TOLD_LATE.has(d.kind) ? Math.max(0, passed - 1) : passed;
  const { id, kind, placementId, dueAt } = d;
  return { id, batchId, kind, placementId, dueAt, nextAt: d.reminders[level] ?? null, level };
}

function writeDeadlines(orm: Orm, before: Snapshot | null, after: Snapshot, now: number): Query[] {
  const was = new Set((before ? deadlinesOf(before) : []).map((d) => d.id));
  const is = deadlinesOf(after);
  const gone = [...was].filter((id) => !is.some((d) => d.id === id));
  const fresh = is.filter((d) => !was.has(d.id)).map((d) => deadlineRow(after.id, d, now));
  return [
    ...chunks(gone, 1).map((ids) => orm.delete(deadline).where(inArray(deadline.id, ids))),
    ...chunks(fresh, 7).map((rows) => orm.insert(deadline).values(rows).onConflictDoNothing()),
  ];
}

function auditOf({ key, now, actor, action, subject, formMark }: Stamp): Query {
  return auditRow({ key, at: now, actor, action, subject, formMark: formMark ?? null });
}

/** The history lines that tell of a change, oldest first. */
export function linesOf(before: Snapshot, change: Change, stamp: Stamp): HistoryLine[] {
  return change.entries.map((entry, i) => ({
    batchId: before.id,
    seq: before.seq + 1 + i,
    kind: entry.kind,
    placementId: entry.placementId ?? null,
    actor: stamp.actor,
    occurredAt: entry.occurredAt ?? stamp.occurredAt,
    recordedAt: stamp.now,
    detail: entry.detail ?? {},
    undo: i === 0 && stamp.undoable ? undoOf(before, change, stamp.undoable.visits) : null,
  }));
}

function writeLines(orm: Orm, lines: HistoryLine[]): Query[] {
  const [first, ...more] = lines;
  // `seq` says whether a batch has changed: a change without a line would go unseen.
  if (!first) throw new Error('a change has to be told');
  if (more.length === 0) return [writeLine(first)];
  return chunks(lines, 9).map((some) => orm.insert(history).values(some));
}

const writeLine = insertion(history, [
  'batchId',
  'seq',
  'kind',
  'placementId',
  'actor',
  'occurredAt',
  'recordedAt',
  'detail',
  'undo',
]);

/**
 * Who asks, and the batch as it was when they were answered: what a write proves that was not
 * preceded by a reading.
 */
export type Proof = SessionProof & { wasSeq: number; wasTouched: number };
const OVERTAKEN = 'OVERTAKEN';

const patchBatch = patching<typeof batch, Proof>(batch, {
  returning: { waitNo: batch.waitNo },
  guards: (value) => [
    orFail(sessionHolds(value), SIGNED_OUT),
    orFail(
      sql`${batch.seq} = ${value.wasSeq} and ${batch.touched} = ${value.wasTouched}`,
      OVERTAKEN,
    ),
  ],
});
const patchPlacement = patching(placement);

/**
 * Name, legal limits, what is lent elsewhere and how far they live follow from the person; only the
 * rest is the placement's own.
 */
function ownColumns<
  T extends { name?: string; obstacles?: unknown; lentElsewhere?: unknown; minutesToBus?: unknown },
>({ name: _n, obstacles: _o, lentElsewhere: _l, minutesToBus: _m, ...row }: T) {
  return row;
}

/**
 * The statements that write a change, which leads from the one snapshot to the other. The first
 * answers with the wait that the workflow rests on, and fails the whole `db.batch` where a proof
 * fails. History's primary key does so when the snapshot was no longer the newest.
 */
export function changeStatements(
  orm: Orm,
  before: Snapshot,
  after: Snapshot,
  change: Change,
  stamp: Stamp,
  proof?: Proof,
): Query[] {
  const told = noticesOf(before, after, change.entries).filter(
    () => stamp.actor !== `account:${after.coordinatorId}`,
  );
  return [
    patchBatch(
      before.id,
      {
        ...change.batch,
        ...(change.redirectedTo ? { orderId: change.redirectedTo.id } : {}),
        seq: after.seq,
        counts: countsOf(after),
        steps: keptSteps(after),
      },
      proof,
    ),
    ...writeLines(orm, linesOf(before, change, stamp)),
    auditOf(stamp),
    ...(change.order
      ? [orm.update(jobOrder).set(change.order).where(eq(jobOrder.id, before.order.id))]
      : []),
    ...(change.added ?? []).map((p) =>
      orm.insert(placement).values({ ...ownColumns(p), batchId: before.id }),
    ),
    ...(change.placements ?? []).map(({ id, set }) => patchPlacement(id, ownColumns(set))),
    ...writeDeadlines(orm, before, after, stamp.now),
    ...noticesTo(orm, after.coordinatorId, after.id, told, stamp.now),
    ...deliveriesOf(orm, told, stamp.now),
  ];
}

/** What is kept of the steps; when visits are due, their own rows say. */
export function keptSteps(s: Snapshot): Todo[] {
  return inShort(stepsOf(s).filter(({ kind }) => kind !== 'visit'));
}

/** The statements that open a batch, with its first history line. */
export function openingStatements(orm: Orm, opened: Snapshot, stamp: Stamp): Query[] {
  const { order, escorts: _e, placements: _p, ...row } = opened;
  return [
    auditOf(stamp),
    orm.insert(batch).values({
      ...row,
      orderId: order.id,
      counts: countsOf(opened),
      steps: keptSteps(opened),
      waitNo: 0,
      seenSeq: 0,
      openedAt: stamp.now,
    }),
    ...writeLines(
      orm,
      linesOf({ ...opened, seq: 0 }, { entries: [{ kind: 'batch_opened' }] }, stamp),
    ),
  ];
}
