import { and, desc, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import { chunks } from '../../db/client.ts';
import { newId } from '../../ids.ts';
import { certificate } from '../../registry/registry.tables.ts';
import type { TradeCode } from '../../registry/trade.ts';
import { placement } from '../batch/batch.tables.ts';
import type { Change } from '../batch/change.ts';
import { placementOf, type Snapshot } from '../batch/snapshot.ts';
import type { Terms } from '../recruitment/terms.ts';
import { custody, labourContract, paper, paperPhoto } from './documents.tables.ts';
import type { EarlierPaper } from './paper.ts';
import type { PaperKind, PaperState, RejectReason } from './paper-state.ts';
import type { Placement } from '../batch/placement.ts';
import type { Orm, Query } from '../../db/orm.ts';

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

/**
 * Contracts that were ticked off as signed on the terms that were agreed: their text is those
 * terms.
 */
export function contractsAsAgreed(
  orm: Orm,
  s: Snapshot,
  change: Change,
  at: number,
  actor: string,
): Query[] {
  const signed = (change.placements ?? []).flatMap(({ id: placementId, set: { contract } }) =>
    contract && placementOf(s, placementId)?.contract === null
      ? [{ id: newId(at), placementId, signedOn: contract.signedOn }]
      : [],
  );
  if (signed.length === 0) return [];
  const term = (name: keyof Terms) => sql`terms ->> ${sql.raw(`'$.${name}'`)}`;
  const each = (name: 'id' | 'placementId' | 'signedOn') =>
    sql`value ->> ${sql.raw(`'$.${name}'`)}`;
  return [
    orm.run(
      sql`insert into ${labourContract} (id, placement_id, employer, site, wage_basis, wage_fen,
            pay_day, hours_per_day, days_per_week, months, lodging, meals_fen, insurance,
            deductions, signed_on, differences, at, actor)
          select ${each('id')}, ${each('placementId')}, ${term('employer')}, ${term('site')},
            ${term('wageBasis')}, ${term('wageLowFen')}, ${term('payDay')},
            ${term('hoursPerDay')}, ${term('daysPerWeek')}, ${term('contractMonths')},
            ${term('lodging')}, ${term('mealsFen')}, ${term('insurance')}, ${term('deductions')},
            ${each('signedOn')}, '[]', ${at}, ${actor}
          from json_each(${JSON.stringify(signed)}), job_order where job_order.id = ${s.order.id}`,
    ),
  ];
}

/**
 * What people bring along: their papers as the newest of their earlier batches left them, and their
 * certificates of the trade.
 */
export function earlierPapers(orm: Orm, workerIds: string[], trade: TradeCode) {
  const listed = sql`(select value from json_each(${JSON.stringify(workerIds)}))`;
  return [
    orm
      .select({
        workerId: placement.workerId,
        papers: placement.papers,
        paperUntil: placement.paperUntil,
        trade: sql<TradeCode>`(select trade from job_order where id = (select order_id from batch
            where batch.id = placement.batch_id))`.as('trade'),
      })
      .from(placement)
      .where(and(inArray(placement.workerId, listed), ne(placement.papers, sql`'{}'`)))
      .orderBy(placement.id),
    orm
      .select({ workerId: certificate.workerId, expiresOn: certificate.expiresOn })
      .from(certificate)
      .where(and(inArray(certificate.workerId, listed), eq(certificate.trade, trade))),
  ] as const;
}

type Earlier = {
  placements: (Pick<Placement, 'papers' | 'paperUntil'> & { workerId: string; trade: TradeCode })[];
  certificates: { workerId: string; expiresOn: string | null }[];
};

/**
 * What one person brings along to a post of this trade; a later batch tells the truth over an
 * earlier one, a no as well as a yes. A certificate counts for its own trade only.
 */
export function papersOf(
  workerId: string,
  trade: TradeCode,
  { placements, certificates }: Earlier,
): EarlierPaper[] {
  const newest = new Map<PaperKind, EarlierPaper>();
  for (const { expiresOn } of certificates.filter((each) => each.workerId === workerId))
    newest.set('trade_certificate', {
      kind: 'trade_certificate',
      state: 'submitted',
      until: expiresOn,
    });
  for (const earlier of placements.filter((each) => each.workerId === workerId))
    for (const [kind, state] of Object.entries(earlier.papers) as [PaperKind, PaperState][]) {
      if (kind === 'trade_certificate' && earlier.trade !== trade) continue;
      if (state === 'verified')
        newest.set(kind, { kind, state, until: earlier.paperUntil[kind] ?? null });
      if (state === 'rejected' || state === 'expired') newest.delete(kind);
    }
  return [...newest.values()];
}

/** Originals of one placement, lent and returned, the newest first. */
export function custodyOf(orm: Orm, placementId: string | SQL) {
  return orm
    .select()
    .from(custody)
    .where(eq(custody.placementId, placementId))
    .orderBy(desc(custody.id))
    .limit(20);
}

/**
 * Originals of one person, of whichever batch: those that are out or not yet known to be back, the
 * newest first.
 */
export function loansOf(orm: Orm, workerId: SQL) {
  return orm
    .select()
    .from(custody)
    .where(
      and(
        inArray(custody.placementId, sql`(select id from placement where worker_id = ${workerId})`),
        sql`(returned_at is null or return_confirmed_at is null)`,
      ),
    )
    .orderBy(desc(custody.id))
    .limit(20);
}

/** The newest contract of a placement. */
export function contractOf(orm: Orm, placementId: string | SQL) {
  return orm
    .select()
    .from(labourContract)
    .where(eq(labourContract.placementId, placementId))
    .orderBy(desc(labourContract.id))
    .limit(1);
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
