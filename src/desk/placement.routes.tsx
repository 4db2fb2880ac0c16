import { and, desc, eq, sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { liveLinks } from '../access/link.queries.ts';
import { allows, may, ownVillage } from '../access/session.ts';
import type { AppEnv } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { page, wordsOf } from '../http/page.tsx';
import { paths } from '../paths.ts';
import { PlacementBody } from '../../views/batch/placement-page.tsx';
import { photosOf } from '../pipeline/documents/documents.queries.ts';
import { casesOf, visitsOf } from '../pipeline/follow-up/follow-up.queries.ts';
import { consentsOf } from '../pipeline/recruitment/recruitment.queries.ts';
import { onwardWayOf } from '../pipeline/travel/travel.queries.ts';
import { history } from '../pipeline/batch/batch.tables.ts';
import { readBatch } from '../pipeline/batch/read-batch.requests.ts';
import { placementOf } from '../pipeline/batch/snapshot.ts';

export const placementRoutes = new Hono<AppEnv>();

/** A person in a batch: where they stand in each stage, and what can be done for them now. */
placementRoutes.get('/placements/:id', may('batch.read'), async (c) => {
  const { orm } = c.var.db;
  const id = c.req.param('id');
  const batchId = sql`(select batch_id from placement where id = ${id})`;
  const {
    s,
    order,
    workers,
    villages,
    consents,
    visits,
    cases,
    told,
    links,
    photos,
    onward: [onward],
  } = await readBatch(
    c,
    { placementId: id },
    {
      consents: consentsOf(orm, id),
      visits: visitsOf(orm, id),
      cases: casesOf(orm, id),
      told: orm
        .select()
        .from(history)
        .where(and(eq(history.batchId, batchId), eq(history.placementId, id)))
        .orderBy(desc(history.seq))
        .limit(40),
      links: liveLinks(orm, sql`(select worker_id from placement where id = ${id})`, c.var.now),
      photos: photosOf(orm, id),
      onward: onwardWayOf(orm, id),
    },
  );
  const p = placementOf(s, id);
  const worker = workers.find((w) => w.id === p?.workerId);
  const own = ownVillage(c);
  if (!p || !worker || (own !== null && worker.villageId !== own)) throw notFound();
  return page(
    c,
    {
      title: p.name,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.batch(s.id),
    },
    <PlacementBody
      s={s}
      p={p}
      worker={worker}
      village={villages.find((v) => v.id === worker.villageId)?.name ?? ''}
      terms={order.terms}
      consents={consents}
      visits={visits}
      cases={cases}
      lines={told}
      onward={onward ?? null}
      link={links[0] ?? null}
      photos={allows(c, 'photo.read') ? photos : []}
      rights={{
        station: allows(c, 'batch.write'),
        witness: allows(c, 'consent.witness'),
        withdraw: allows(c, 'withdrawal.record'),
        health: allows(c, 'health.read'),
        papers: allows(c, 'paper.write'),
        visits: allows(c, 'visit.write'),
      }}
    />,
  );
});
