import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { certificate } from '../../registry/registry.tables.ts';
import type { TradeCode } from '../../registry/trade.ts';
import { placement } from '../batch/batch.tables.ts';
import type { PaperState } from './paper-state.ts';
import type { Placement } from '../batch/placement.ts';
import type { Orm } from '../../db/orm.ts';
import type { EarlierPaper } from './brought-along.ts';
import type { PaperKind } from './paper-kind.ts';

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
