import { Hono } from 'hono';
import { linksOfMany } from '../../access/link.queries.ts';
import { linkToken } from '../../access/link.ts';
import { may, ownVillage } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { page, wordsOf } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { stationOf, stationQuery } from '../../settings/station.queries.ts';
import { LackingBody } from '../../../views/documents/lacking.tsx';
import { PaperSheets } from '../../../views/documents/paper-sheets.tsx';
import { readBatch } from '../batch/read-batch.requests.ts';
import { needsPapers } from '../batch/placement.ts';
import { lackingPapers } from '../readiness.ts';

export const lackingRoutes = new Hono<AppEnv>();

/** Who of a batch lacks which papers; an officer sees their own village's. */
async function load(c: C) {
  const { orm } = c.var.db;
  const id = c.req.param('id') ?? '';
  const { s, order, workers, villages, station } = await readBatch(
    c,
    { batchId: id },
    {
      station: stationQuery(orm),
    },
  );
  const own = ownVillage(c);
  const people = s.placements.flatMap((p) => {
    const worker = workers.find((w) => w.id === p.workerId);
    if (!worker || !needsPapers(p) || (own !== null && worker.villageId !== own)) return [];
    const village = villages.find((v) => v.id === worker.villageId)?.name ?? '';
    return [
      {
        id: p.id,
        workerId: p.workerId,
        name: p.name,
        phone: worker.phone,
        village,
        kinds: lackingPapers(s, p),
        p,
      },
    ];
  });
  return { s, order, people, station: stationOf(station) };
}

/** A text for each person with what they still lack, to be forwarded one after the other. */
lackingRoutes.get('/batches/:id/lacking', may('paper.write'), async (c) => {
  const { s, people, station } = await load(c);
  const lacking = people.filter(({ kinds }) => kinds.length > 0);
  const [links] = await c.var.db.batch([
    linksOfMany(
      c.var.db.orm,
      lacking.map(({ workerId }) => workerId),
      c.var.now,
    ),
  ]);
  const lines = await Promise.all(
    lacking.map(async (person) => {
      const link = links.find((each) => each.subjectId === person.workerId);
      const url = link
        ? new URL(paths.landing(await linkToken(c.env.SECRET, link.id)), c.req.url).href
        : null;
      return { ...person, url };
    }),
  );
  return page(
    c,
    {
      title: wordsOf(c).documents.remind,
      headed: true,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.documents(s.id),
    },
    <LackingBody batchId={s.id} town={station.town} contact={station.contact} lines={lines} />,
  );
});

/** A sheet for each village with a box for each paper, to be printed and taken along. */
lackingRoutes.get('/batches/:id/paper-sheets', may('paper.write'), async (c) => {
  const { s, order, people } = await load(c);
  return page(
    c,
    {
      title: wordsOf(c).documents.sheets,
      headed: true,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.documents(s.id),
      sheet: true,
    },
    <PaperSheets s={s} employer={order.terms.employer} people={people} />,
  );
});
