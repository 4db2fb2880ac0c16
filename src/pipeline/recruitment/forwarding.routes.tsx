import { Hono } from 'hono';
import { record } from '../../access/audit.queries.ts';
import { linkToken } from '../../access/link.ts';
import { insertLink, linksOfMany, newLink } from '../../access/link.queries.ts';
import { actor, may, ownVillage } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { done, page, wordsOf } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { stationOf, stationQuery } from '../../settings/station.queries.ts';
import { ForwardingBody } from '../../../views/recruitment/forwarding.tsx';
import { readBatch } from '../batch/read-batch.requests.ts';
import { awaited } from './reserve.ts';
import { z } from 'zod';

export const forwardingRoutes = new Hono<AppEnv>();

/**
 * Whoever of a batch has to answer something, with their newest live link; an officer sees their
 * own village's people.
 */
async function load(c: C) {
  const { orm } = c.var.db;
  const id = c.req.param('id') ?? '';
  const { s, workers, villages, station } = await readBatch(
    c,
    { batchId: id },
    {
      station: stationQuery(orm),
    },
  );
  const own = ownVillage(c);
  const villageOf = new Map(workers.map((w) => [w.id, w.villageId]));
  const people = awaited(s).filter((p) => own === null || villageOf.get(p.workerId) === own);
  const [links] = await c.var.db.batch([
    linksOfMany(
      orm,
      people.map((p) => p.workerId),
      c.var.now,
    ),
  ]);
  return { s, people, links, workers, villages, villageOf, town: stationOf(station).town };
}

/** A text to forward for everybody who has to answer, one after the other: copy, paste, next. */
forwardingRoutes.get('/batches/:id/worker-links', may('link.issue'), async (c) => {
  const { s, people, links, workers, villages, villageOf, town } = await load(c);
  const lines = await Promise.all(
    people.map(async (p) => {
      const link = links.find((each) => each.subjectId === p.workerId);
      const url =
        link && new URL(paths.landing(await linkToken(c.env.SECRET, link.id)), c.req.url).href;
      const village = villages.find((v) => v.id === villageOf.get(p.workerId))?.name ?? '';
      return {
        id: p.id,
        name: p.name,
        village,
        phone: workers.find((w) => w.id === p.workerId)?.phone ?? '',
        url: url ?? null,
        // A link that was opened before the terms changed tells of nothing new.
        toldAt: p.recruitment === 'offered' ? p.toldAt : null,
        opened: link?.openedAt ?? null,
        isOffered: p.recruitment === 'offered',
      };
    }),
  );
  return page(
    c,
    {
      title: wordsOf(c).recruitment.forwarding,
      headed: true,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.recruitment(s.id),
    },
    <ForwardingBody batchId={s.id} town={town} lines={lines} />,
  );
});

/**
 * Issues a link to each of them who has none. Those that live stay: they may have been forwarded
 * already.
 */
forwardingRoutes.post('/batches/:id/worker-links', may('link.issue'), async (c) => {
  const form = await readForm(c, z.object({}));
  const { s, people, links } = await load(c);
  const { db, now, claims } = c.var;
  const without = people.filter((p) => !links.some((each) => each.subjectId === p.workerId));
  const fresh = await Promise.all(
    without.map((p) =>
      newLink(c.env.SECRET, {
        purpose: 'worker',
        subjectId: p.workerId,
        batchId: s.id,
        issuedBy: claims?.accountId ?? '',
        now,
      }),
    ),
  );
  const line = {
    key: form.key,
    at: now,
    actor: actor(c),
    action: 'link.issue_many',
    subject: s.id,
  };
  await record(
    db,
    { ...line, detail: { links: fresh.length } },
    fresh.map(({ row }) => insertLink(db.orm, row)),
  );
  return done(c, paths.workerLinks(s.id));
});
