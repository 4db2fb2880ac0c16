import { and, asc, eq, gt } from 'drizzle-orm';
import type { Orm, Query } from '../../db/orm.ts';
import { history } from '../batch/history.tables.ts';
import type { Change } from '../batch/change.ts';
import type { Undo } from '../batch/taking-back.ts';
import { paperRows } from '../documents/documents.queries.ts';
import type { PaperKind } from '../documents/paper-kind.ts';
import { asBefore } from '../follow-up/visit-tries.queries.ts';
import { takeConsentsBack } from '../recruitment/recruitment.queries.ts';

/** A line of a batch's history. */
export function lineOf(orm: Orm, batchId: string, seq: number) {
  return orm
    .select()
    .from(history)
    .where(and(eq(history.batchId, batchId), eq(history.seq, seq)));
}

/** An act on which more than this was built is not taken back any more. */
const LATER = 1000;

/** What a batch's history tells after a line: whether it was the last one, and what rests on it. */
export function linesAfter(orm: Orm, batchId: string, seq: number) {
  return orm
    .select({
      seq: history.seq,
      kind: history.kind,
      placementId: history.placementId,
      detail: history.detail,
    })
    .from(history)
    .where(and(eq(history.batchId, batchId), gt(history.seq, seq)))
    .orderBy(asc(history.seq))
    .limit(LATER);
}

type Line = { kind: string; detail: Record<string, unknown>; undo: Undo | null };

/** What an act wrote beside the batch, taken back: each slice's own rows. */
export function rowsTakenBack(
  orm: Orm,
  { kind, detail, undo }: Line,
  change: Change,
  at: number,
): Query[] {
  const ids = undo?.placements.map(({ id }) => id) ?? [];
  if (kind === 'consented') return takeConsentsBack(orm, ids, at);
  if (kind === 'visited') return asBefore(orm, undo?.visits ?? []);
  return kind === 'paper' ? papersAsBefore(orm, detail['paper'] as PaperKind, change, at) : [];
}

function papersAsBefore(orm: Orm, kind: PaperKind, change: Change, at: number): Query[] {
  return (change.placements ?? []).flatMap((one) =>
    paperRows(
      orm,
      { ...change, placements: [one] },
      {
        kind,
        state: one.set.papers?.[kind] ?? 'missing',
        reason: one.set.paperWhy?.[kind] ?? null,
      },
      at,
    ),
  );
}
