import { and, desc, eq, isNull } from 'drizzle-orm';
import { chunks } from '../../db/client.ts';
import { newId } from '../../ids.ts';
import type { Change } from '../batch/change.ts';
import { paper, paperPhoto } from './documents.tables.ts';
import type { PaperState, RejectReason } from './paper-state.ts';
import type { Orm, Query } from '../../db/orm.ts';
import type { PaperKind } from './paper-kind.ts';

type Step = { kind: PaperKind; state: PaperState; reason: RejectReason | null };

/**
 * The papers that a change moved on, as facts of their own. The day until which each holds is the
 * one that was decided.
 */
export function paperRows(
  orm: Orm,
  change: Change,
  { kind, state, reason }: Step,
  at: number,
): Query[] {
  const rows = (change.placements ?? []).map(({ id, set }) => ({
    id: newId(at),
    placementId: id,
    kind,
    state,
    rejectReason: reason,
    expiresOn: set.paperUntil?.[kind] ?? null,
    at,
  }));
  return chunks(rows, 7).map((some) => orm.insert(paper).values(some));
}

/** Photos of a placement's papers that have not been deleted. */
export function photosOf(orm: Orm, placementId: string) {
  return orm
    .select({
      id: paperPhoto.id,
      kind: paperPhoto.kind,
      at: paperPhoto.at,
      deleteOn: paperPhoto.deleteOn,
    })
    .from(paperPhoto)
    .where(and(eq(paperPhoto.placementId, placementId), isNull(paperPhoto.deletedAt)))
    .orderBy(desc(paperPhoto.id))
    .limit(30);
}
