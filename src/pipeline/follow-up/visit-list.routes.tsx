import { allows, may, ownVillage, read } from '../../access/session.ts';
import { dayOf } from '../../clock.ts';
import { page, wordsOf } from '../../http/page.tsx';
import { paths, withQuery } from '../../paths.ts';
import { FollowUpBody, VisitListBody } from '../../../views/follow-up/visit-list.tsx';
import { placementOf, type Snapshot } from '../batch/snapshot.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import { peopleFor } from './people.queries.ts';
import * as followUp from './follow-up.queries.ts';
import { Hono } from 'hono';
import type { AppEnv } from '../../http/app-context.ts';
import { neverReached } from './never-reached.queries.ts';

export const visitListRoutes = new Hono<AppEnv>();

const PAGE = 30;

visitListRoutes.get(paths.visits, may('visit.read'), async (c) => {
  const dueOn = c.req.query('after');
  const id = c.req.query('id');
  const { rows } = await read(c, {
    rows: followUp.dueVisits(
      c.var.db.orm,
      dayOf(c.var.now),
      ownVillage(c),
      dueOn && id ? { dueOn, id } : null,
      PAGE + 1,
    ),
  });
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const more =
    rows.length > PAGE && last ? withQuery(paths.visits, { after: last.dueOn, id: last.id }) : null;
  const people = await peopleFor(c.var.db, [...new Set(shown.map((v) => v.placementId))]);
  return page(
    c,
    { title: wordsOf(c).visits.title, at: 'today', back: paths.today, headed: true },
    <VisitListBody
      visits={shown}
      people={people}
      more={more}
      mayWrite={allows(c, 'visit.write')}
    />,
  );
});

visitListRoutes.get('/batches/:id/follow-up', may('visit.read'), async (c) => {
  const id = c.req.param('id');
  const { s, workers, visits, unreached } = await readBatch(
    c,
    { batchId: id },
    {
      visits: followUp.openVisitsOf(c.var.db.orm, id, 120),
      unreached: neverReached(c.var.db.orm, id),
    },
  );
  const own = ownVillage(c);
  const people = new Map(
    s.placements.map((p) => [
      p.id,
      { name: p.name, phone: workers.find((w) => w.id === p.workerId)?.phone ?? '' },
    ]),
  );
  const isMine = ({ villageId }: { villageId: string }): boolean =>
    own === null || villageId === own;
  return page(
    c,
    {
      title: wordsOf(c).visits.title,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.batch(id),
    },
    <FollowUpBody
      s={s}
      visits={visits.filter(isMine)}
      unreached={unreached.filter((one) => isMine(one) && isAway(s, one.placementId))}
      people={people}
      mayWrite={allows(c, 'visit.write')}
    />,
  );
});

function isAway(s: Snapshot, placementId: string): boolean {
  return placementOf(s, placementId)?.followUp === 'away';
}
