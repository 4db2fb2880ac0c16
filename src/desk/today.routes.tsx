import { inArray, sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { z } from 'zod';
import { record } from '../access/audit.queries.ts';
import { may as roleMay } from '../access/permissions.ts';
import { may, read, prove } from '../access/session.ts';
import { dayOf } from '../clock.ts';
import type { AppEnv } from '../http/app-context.ts';
import { readForm } from '../http/forms.ts';
import { done, page, wordsOf } from '../http/page.tsx';
import { paths } from '../paths.ts';
import { comingDeadlines } from '../pipeline/batch/batch.queries.ts';
import { batch, placement } from '../pipeline/batch/batch.tables.ts';
import { ordersToAnswer } from '../pipeline/demand/demand.queries.ts';
import { dueVisits } from '../pipeline/follow-up/follow-up.queries.ts';
import { waitingCorrections } from '../registry/correction.queries.ts';
import { worker } from '../registry/registry.tables.ts';
import { InboxBody } from '../../views/notices/inbox.tsx';
import { TodayBody } from '../../views/notices/today.tsx';
import { inbox, markRead } from '../notices/notices.queries.ts';

export const todayRoutes = new Hono<AppEnv>();
const DEADLINES = 8;
const VISITS = 6;
const ORDERS = 4;
const NOTICES = 30;

/** All that is due, across batches: deadlines, visits, and the open batches they belong to. */
todayRoutes.get(paths.today, may('batch.read'), async (c) => {
  const { orm } = c.var.db;
  const { now, claims } = c.var;
  const own = claims?.villageId ?? null;
  // A recheck tells of a conclusion; whoever may not see those is not shown it. An officer sees
  // their own village's.
  const seesHealth = claims !== null && roleMay(claims.role, 'health.read');
  const deadlines = comingDeadlines(orm, own, seesHealth, DEADLINES);
  const visits = dueVisits(orm, dayOf(now), own, null, VISITS);
  const concerned = sql`(select placement_id from (${visits}) union select placement_id
    from (${deadlines}))`;
  const {
    due,
    calls,
    batches,
    placements,
    people,
    orders,
    corrections: [corrections],
  } = await read(c, {
    due: deadlines,
    calls: visits,
    batches: orm
      .select({ id: batch.id, code: batch.code })
      .from(batch)
      .where(inArray(batch.id, sql`(select batch_id from (${deadlines}))`)),
    placements: orm
      .select({ id: placement.id, workerId: placement.workerId })
      .from(placement)
      .where(inArray(placement.id, concerned)),
    people: orm
      .select({ id: worker.id, name: worker.name, villageId: worker.villageId })
      .from(worker)
      .where(inArray(worker.id, sql`(select worker_id from placement where id in ${concerned})`)),
    orders: ordersToAnswer(orm, ORDERS),
    corrections: waitingCorrections(orm, own),
  });
  const nameOf = (placementId: string | null): { name: string; villageId: string } | null => {
    const workerId = placements.find((p) => p.id === placementId)?.workerId;
    return people.find((w) => w.id === workerId) ?? null;
  };
  const lines = due.map((d) => ({
    ...d,
    code: batches.find((b) => b.id === d.batchId)?.code ?? '',
    person: nameOf(d.placementId),
  }));
  return page(
    c,
    { title: wordsOf(c).today.title, at: 'today' },
    <TodayBody
      name={c.var.me?.name ?? ''}
      orders={own === null ? orders : []}
      deadlines={lines}
      corrections={corrections?.count ?? 0}
      visits={calls}
      people={
        new Map(
          placements.map((p) => [
            p.id,
            { name: people.find((w) => w.id === p.workerId)?.name ?? '', phone: '' },
          ]),
        )
      }
      mayWrite={claims?.role !== 'leader'}
      mayPlan={claims?.role === 'admin' || claims?.role === 'coordinator'}
    />,
  );
});

todayRoutes.get(paths.inbox, may('own.account'), async (c) => {
  const before = c.req.query('before') ?? null;
  const { lines } = await read(c, {
    lines: inbox(c.var.db.orm, c.var.claims?.accountId ?? '', before, NOTICES + 1),
  });
  const shown = lines.slice(0, NOTICES);
  const more = lines.length > NOTICES ? `${paths.inbox}?before=${shown.at(-1)?.createdAt}` : null;
  return page(
    c,
    { title: wordsOf(c).inbox.title, at: 'today', back: paths.today, headed: true },
    <InboxBody lines={shown} more={more} />,
  );
});

todayRoutes.post(paths.inboxRead, may('own.account'), async (c) => {
  const form = await readForm(c, z.object({}));
  await prove(c);
  const { db, now, claims } = c.var;
  const accountId = claims?.accountId ?? '';
  const line = {
    key: form.key,
    at: now,
    actor: `account:${accountId}`,
    action: 'inbox.read',
    subject: accountId,
  };
  await record(db, line, [markRead(db.orm, accountId, now)]);
  return done(c, paths.inbox);
});
