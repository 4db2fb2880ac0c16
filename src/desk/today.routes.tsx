import { todayQueries } from './today.queries.ts';
import { allows, may, read, prove } from '../access/session.ts';
import { Hono } from 'hono';
import { z } from 'zod';
import { record } from '../access/audit.queries.ts';
import { dayOf } from '../clock.ts';
import type { AppEnv } from '../http/app-context.ts';
import { readForm } from '../http/forms.ts';
import { done, page, wordsOf } from '../http/page.tsx';
import { paths } from '../paths.ts';
import { InboxBody } from '../../views/notices/inbox.tsx';
import { TodayBody } from '../../views/notices/today.tsx';
import type { Snapshot } from '../pipeline/batch/snapshot.ts';
import { visitSteps } from '../pipeline/follow-up/follow-up.stage.ts';
import { OF_HEALTH, type Todo } from '../pipeline/todo.ts';
import type { Counts } from '../pipeline/batch/counts.ts';
import type { Sums } from '../../views/notices/today-view.ts';
import { inbox, markRead } from '../notices/notices.queries.ts';

export const todayRoutes = new Hono<AppEnv>();
const NOTICES = 30;

type Row = Pick<Snapshot, 'status' | 'stage' | 'openVisits' | 'nextVisitOn'> & { steps: Todo[] };

/** What is kept of a batch's steps, and the visits, whose own rows say when they are due. */
function currentSteps(row: Row): Todo[] {
  return row.status === 'open' ? [...row.steps, ...visitSteps(row)] : row.steps;
}

/** Whether what comes next was never made: the database is older than that, for a few minutes. */
function isUnmade({ steps, stepsTouched, stage }: Row & { stepsTouched: number }): boolean {
  return steps.length === 0 && stepsTouched < 0 && stage !== 'followUp';
}

/** How many people of the batches under way are where. */
function sumsOf(batches: readonly { status: string; counts: Counts; headcount: number }[]): Sums {
  const open = batches.filter(({ status }) => status === 'open');
  const sum = (of: (counts: Counts) => number) =>
    open.reduce((all, { counts }) => all + of(counts), 0);
  return {
    places: open.reduce((all, { headcount }) => all + headcount, 0),
    open: sum((n) => Math.max(0, n.unfilled)),
    preparing: sum((n) => Math.max(0, n.waiting - n.ready)),
    ready: sum((n) => Math.min(n.ready, n.waiting)),
    travelling: sum((n) => n.travelling + n.awaiting),
    atWork: sum((n) => n.accepted),
  };
}

/** What comes next across batches, and whom to call. */
todayRoutes.get(paths.today, may('batch.read'), async (c) => {
  const { now, claims } = c.var;
  const villageId = claims?.villageId ?? null;
  // A recheck tells of a conclusion; whoever may not see those is not shown it. An officer sees
  // their own village's.
  const seesHealth = allows(c, 'health.read');
  const asked = { villageId, seesHealth, today: dayOf(now) };
  const found = await read(c, todayQueries(c.var.db.orm, asked));
  const personOf = (placementId: string | null) =>
    found.people.find(({ id }) => id === placementId) ?? null;
  const deadlines = found.deadlines.map((d) => ({
    ...d,
    code: found.batches.find((b) => b.id === d.batchId)?.code ?? '',
    person: personOf(d.placementId),
  }));
  const people = found.people.map((person) => [person.id, person] as const);
  const steps = found.batches.flatMap((row) =>
    currentSteps(row)
      .filter(({ kind }) => seesHealth || !OF_HEALTH.has(kind))
      .map((step) => ({
        ...step,
        name: personOf(step.placementId)?.name ?? '',
        batchId: row.id,
        orderId: row.orderId,
        code: row.code,
        employer: row.employer,
      })),
  );
  return page(
    c,
    { title: wordsOf(c).today.title, at: 'today' },
    <TodayBody
      name={c.var.me?.name ?? ''}
      steps={villageId === null ? steps : null}
      unmade={found.batches.filter(isUnmade).length}
      setUp={allows(c, 'order.write') && found.setUp[0]?.orders === 0 ? found.setUp[0] : null}
      isAdmin={allows(c, 'settings.write')}
      sums={claims?.role === 'leader' ? sumsOf(found.batches) : null}
      batches={found.batches.length}
      deadlines={deadlines}
      corrections={found.corrections[0]?.count ?? 0}
      cases={found.cases[0]?.count ?? 0}
      visits={found.visits}
      people={new Map(people)}
      mayWrite={allows(c, 'visit.write')}
      mayPlan={allows(c, 'batch.write')}
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
