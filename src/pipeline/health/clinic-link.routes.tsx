import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { readByLink } from '../../access/link.queries.ts';
import { open } from '../../access/session.ts';
import { dayOf } from '../../clock.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { readForm } from '../../http/forms.ts';
import { done, fragment, visitorPage, wordsOf } from '../../http/page.tsx';
import { wantsFragment } from '../../http/show.ts';
import { paths } from '../../paths.ts';
import { stationOf, stationQuery } from '../../settings/station.queries.ts';
import { ClinicLinkBody, ClinicLine } from '../../../views/health/clinic-link.tsx';
import { actByLink } from '../batch/act.middleware.ts';
import { batchQueries, toSeen } from '../batch/seen.queries.ts';
import { conclude, holdsUntil } from './fitness.ts';
import { conclusionForm } from './health.forms.ts';
import * as health from './health.queries.ts';

export const clinicLinkRoutes = new Hono<AppEnv>();

const load = async (c: C) => {
  const { orm } = c.var.db;
  const dayId = sql`(select subject_id from link where id = ${c.req.param('link') ?? ''})`;
  const batchId = sql`(select batch_id from exam_day where id = ${dayId})`;
  const { rows } = await readByLink(c, 'clinic', [
    stationQuery(orm),
    health.examDayRow(orm, dayId),
    health.bookingsOf(orm, dayId),
    ...batchQueries(orm, { batchId }),
  ]);
  const [station, [day], bookings, ...batchRows] = rows;
  const seen = toSeen(batchRows);
  if (!day || !seen) throw notFound();
  const { s } = seen;
  const last4 = new Map(seen.workers.map((w) => [w.id, w.last4]));
  const people = bookings.flatMap((b) => {
    const p = s.placements.find((other) => other.id === b.placementId);
    // Whoever has left the batch since is nobody's business any more, unless this clinic's own conclusion was why.
    return p && (p.exit === null || p.exit === 'unfit')
      ? [{ id: p.id, name: p.name, last4: last4.get(p.workerId) ?? '', health: p.health }]
      : [];
  });
  return { seen, day, people, station: stationOf(station) };
};

/** The clinic sees its own day: name, last four digits, and what it has concluded. */
clinicLinkRoutes.get('/c/:link', open, async (c) => {
  const { day, people, station } = await load(c);
  return visitorPage(
    c,
    { title: wordsOf(c).clinicLink.title, ...station },
    <ClinicLinkBody link={c.req.param('link')} heldOn={day.heldOn} people={people} />,
  );
});

clinicLinkRoutes.post('/c/:link/conclusions/:placement', open, async (c) => {
  const linkId = c.req.param('link');
  const id = c.req.param('placement');
  const form = await readForm(c, conclusionForm);
  const { now } = c.var;
  const { day, people } = await load(c);
  const before = people.find((p) => p.id === id);
  if (!before) throw notFound();
  const again = (person: typeof before, error: string | null, status?: 409 | 422) =>
    wantsFragment(c)
      ? fragment(c, <ClinicLine link={linkId} person={person} error={error} />, status)
      : error === null
        ? done(c, paths.clinicLink(linkId))
        : load(c).then(({ people: all, station }) =>
            visitorPage(
              c,
              { title: wordsOf(c).clinicLink.title, ...station },
              <ClinicLinkBody link={linkId} heldOn={day.heldOn} people={all} problem={{ id, error }} />,
              status,
            ),
          );
  if (!form.ok) return again(before, Object.values(form.errors)[0] ?? 'required', 422);
  const given = { ...form.value, concludedOn: dayOf(now) };
  const outcome = await actByLink(
    c,
    {
      on: { placementId: id },
      action: 'exam.conclude',
      key: form.key,
      decide: (s) => conclude(s, id, given),
      facts: (s, _change, orm) => [
        health.insertExamination(orm, id, day.id, given, holdsUntil(given, s.figures.medicalHolds), now),
      ],
    },
    linkId,
    async () => (await load(c)).seen,
  );
  if (outcome.kind === 'refused') return again(before, outcome.error, 409);
  return again({ ...before, health: given.conclusion }, null);
});
