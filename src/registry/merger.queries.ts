import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { link } from '../access/access.tables.ts';
import { type Orm, type Query, refuseUnless } from '../db/client.ts';
import { placement } from '../pipeline/batch/batch.tables.ts';
import { certificate, worker } from './registry.tables.ts';
import { likeness, merger } from './person-facts.tables.ts';

/** Pairs of entries that may be one person, the oldest first. */
export const openLikenesses = (orm: Orm, after: { foundAt: number; oneId: string } | null, limit: number) =>
  orm
    .select()
    .from(likeness)
    .where(
      and(
        eq(likeness.state, 'open'),
        after === null ? undefined : sql`(${likeness.foundAt}, ${likeness.oneId}) > (${after.foundAt}, ${after.oneId})`,
      ),
    )
    .orderBy(asc(likeness.foundAt), asc(likeness.oneId))
    .limit(limit);

const ENTRY = {
  id: worker.id,
  name: worker.name,
  sex: worker.sex,
  bornOn: worker.bornOn,
  last4: worker.idNumberLast4,
  phone: worker.phone,
  villageId: worker.villageId,
  groupName: worker.groupName,
  trade: worker.trade,
  createdAt: worker.createdAt,
  mergedInto: worker.mergedInto,
  erasedAt: worker.erasedAt,
  active: sql<number>`exists (select 1 from placement where worker_id = worker.id and active = 1)`.as('is_active'),
  batches: sql<number>`(select count(*) from placement where worker_id = worker.id)`.as('batches'),
};

/** Both entries of the pairs on a page. */
export const entriesOf = (orm: Orm, ids: string[]) =>
  orm
    .select(ENTRY)
    .from(worker)
    .where(inArray(worker.id, sql`(select value from json_each(${JSON.stringify(ids)}))`));

export const setLikeness = (orm: Orm, oneId: string, otherId: string, state: 'different' | 'merged' | 'open'): Query =>
  orm
    .update(likeness)
    .set({ state })
    .where(and(eq(likeness.oneId, oneId), eq(likeness.otherId, otherId)));

type Merger = { id: string; keptId: string; goneId: string; at: number; actor: string };

/** Two entries that are free to become one, asked again while it is written. */
const mayMerge = ({ keptId, goneId }: Merger): Query =>
  refuseUnless(
    sql`(select count(*) from worker where id in (${keptId}, ${goneId}) and merged_into is null and erased_at is null) = 2
      and (select count(*) from placement where worker_id in (${keptId}, ${goneId}) and active = 1) < 2`,
    'MERGER_GONE',
  );

/**
 * Makes two entries one: what was built on the one that goes is handed over, and noted, so that it can be handed back.
 * The entry itself stays, out of every list; whoever comes with its ID number is led to the one that was kept.
 */
export const mergeStatements = (orm: Orm, given: Merger): Query[] => {
  const { id, keptId, goneId, at, actor } = given;
  const rows = (table: 'placement' | 'certificate') =>
    sql`json((select coalesce(json_group_array(id), '[]') from ${sql.identifier(table)} where worker_id = ${goneId}))`;
  return [
    mayMerge(given),
    orm.run(
      sql`insert into ${merger} (id, kept_id, gone_id, moved, at, actor)
          values (${id}, ${keptId}, ${goneId}, json_object('placements', ${rows('placement')}, 'certificates', ${rows('certificate')}), ${at}, ${actor})`,
    ),
    orm.update(placement).set({ workerId: keptId }).where(eq(placement.workerId, goneId)),
    orm.update(certificate).set({ workerId: keptId }).where(eq(certificate.workerId, goneId)),
    // Their own link would show an entry that is no longer theirs; a new one is issued from the entry that was kept.
    orm
      .update(link)
      .set({ revokedAt: at })
      .where(and(eq(link.subjectId, goneId), isNull(link.revokedAt))),
    orm.update(worker).set({ mergedInto: keptId }).where(eq(worker.id, goneId)),
    setLikeness(orm, keptId < goneId ? keptId : goneId, keptId < goneId ? goneId : keptId, 'merged'),
  ];
};

/** Mergers into an entry that can still be undone. */
export const mergersInto = (orm: Orm, keptId: string) =>
  orm
    .select()
    .from(merger)
    .where(and(eq(merger.keptId, keptId), isNull(merger.undoneAt)))
    .orderBy(desc(merger.id))
    .limit(5);

export const mergerRow = (orm: Orm, id: string) => orm.select().from(merger).where(eq(merger.id, id));

type MergerRow = typeof merger.$inferSelect;

/** Hands back what was handed over. What came to the kept entry afterwards stays with it. */
export const unmergeStatements = (orm: Orm, { id, keptId, goneId, moved }: MergerRow, at: number): Query[] => {
  const back = (ids: string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`;
  return [
    refuseUnless(sql`(select undone_at from merger where id = ${id}) is null`, 'MERGER_GONE'),
    orm.update(merger).set({ undoneAt: at }).where(eq(merger.id, id)),
    orm
      .update(placement)
      .set({ workerId: goneId })
      .where(inArray(placement.id, back(moved.placements))),
    orm
      .update(certificate)
      .set({ workerId: goneId })
      .where(inArray(certificate.id, back(moved.certificates))),
    orm.update(worker).set({ mergedInto: null }).where(eq(worker.id, goneId)),
    setLikeness(orm, keptId < goneId ? keptId : goneId, keptId < goneId ? goneId : keptId, 'open'),
  ];
};
