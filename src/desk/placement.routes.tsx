import { placementQueries } from './placement.queries.ts';
import { Hono } from 'hono';
import { allows, may, ownVillage } from '../access/session.ts';
import type { AppEnv } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { page, wordsOf } from '../http/page.tsx';
import { paths } from '../paths.ts';
import { PlacementBody } from '../../views/batch/placement-page.tsx';
import { readBatch } from '../pipeline/batch/read-batch.requests.ts';
import { placementOf } from '../pipeline/batch/snapshot.ts';

export const placementRoutes = new Hono<AppEnv>();

/** A person in a batch: where they stand in each stage, and what can be done for them now. */
placementRoutes.get('/placements/:id', may('batch.read'), async (c) => {
  const id = c.req.param('id');
  const found = await readBatch(
    c,
    { placementId: id },
    placementQueries(c.var.db.orm, id, c.var.now),
  );
  const { s, workers, villages, order, consents, visits, cases, told, links, photos } = found;
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
      onward={found.onward[0] ?? null}
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
