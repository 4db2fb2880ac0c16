import { readBatchByLink } from '../batch/read-batch.requests.ts';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { sha256 } from '../../access/keys.ts';
import { Hono } from 'hono';
import { open } from '../../access/session.ts';
import { DAY, dayOf } from '../../clock.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { Failure, notFound } from '../../http/failures.ts';
import { firstError, readForm } from '../../http/forms.ts';
import { done, fragment, visitorPage, wordsOf } from '../../http/page.tsx';
import { wantsFragment } from '../../http/show.ts';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { stationOf, stationQuery } from '../../settings/station.queries.ts';
import {
  CLINIC_FILTERS,
  type ClinicFilter,
  type ClinicPerson,
  ClinicLine,
  ClinicLinkBody,
} from '../../../views/health/clinic-link.tsx';
import { type Act, actByLink } from '../batch/act.requests.ts';
import { whenTapped } from '../batch/tap-time.ts';
import { type Newest, newestOf } from './exam-day.requests.ts';
import { recordConclusion, holdsUntil, TAKE_BACK_MINUTES, takeBack } from './fitness.ts';
import { conclusionForm, takeBackForm } from './health.forms.ts';
import * as health from './health.queries.ts';

export const clinicLinkRoutes = new Hono<AppEnv>();

async function load(c: C) {
  const { orm } = c.var.db;
  const dayId = sql`(select subject_id from link where id = ${c.req.param('link') ?? ''})`;
  const batchId = sql`(select batch_id from exam_day where id = ${dayId})`;
  const {
    reading,
    station,
    days: [day],
    bookings,
    conclusions,
  } = await readBatchByLink(
    c,
    'clinic',
    { batchId },
    {
      station: stationQuery(orm),
      days: health.examDayRow(orm, dayId),
      bookings: health.bookingsOf(orm, dayId),
      conclusions: health.conclusionsOn(orm, dayId),
    },
  );
  if (!day || !reading) throw notFound();
  const last4 = new Map(reading.workers.map((w) => [w.id, w.last4]));
  const newest = newestOf(conclusions);
  const people = bookings.flatMap((booking): ClinicPerson[] => {
    const p = reading.s.placements.find((other) => other.id === booking.placementId);
    // Whoever has left the batch since is nobody's business any more, unless this clinic's own
    // conclusion was why.
    if (!p || (p.exit !== null && p.exit !== 'unfit')) return [];
    const said = newest.get(p.id);
    const conclusion = said && said.conclusion !== 'taken_back' ? said.conclusion : null;
    const canTakeBack =
      conclusion !== null &&
      c.var.now - (said?.at ?? 0) <= TAKE_BACK_MINUTES * 60_000 &&
      reading.s.status === 'open';
    return [
      {
        id: p.id,
        name: p.name,
        last4: last4.get(p.workerId) ?? '',
        conclusion,
        saw: said?.id ?? '',
        canTakeBack,
      },
    ];
  });
  return { reading, day, people, newest, station: stationOf(station) };
}

type Loaded = Awaited<ReturnType<typeof load>>;

/** What the list says, in short: another when anything on it has changed. */
async function versionOf({ day, people }: Loaded): Promise<string> {
  return (
    await sha256(JSON.stringify([day.heldOn, day.cancelledAt, day.finishedAt, people]))
  ).slice(0, 16);
}

function onlyOf(asked: string | undefined): ClinicFilter {
  return CLINIC_FILTERS.find((each) => each === asked) ?? 'all';
}

type ClinicProblem = { id: string; error: string; typed: C['var']['sent'] };

async function whole(c: C, loaded: Loaded, problem?: ClinicProblem, status?: 409 | 422) {
  const { day, people, station } = loaded;
  return visitorPage(
    c,
    { title: wordsOf(c).clinicLink.title, ...station },
    <ClinicLinkBody
      link={c.req.param('link') ?? ''}
      day={day}
      people={people}
      problem={problem}
      version={await versionOf(loaded)}
      shown={{ q: c.req.query('q') ?? '', only: onlyOf(c.req.query('show')) }}
    />,
    status,
  );
}

/** The clinic sees its own day: name, last four digits, and what it has concluded. */
clinicLinkRoutes.get('/c/:link', open, async (c) => {
  const loaded = await load(c);
  // A device that follows the list asks whether it says anything new.
  if (c.req.query('since') !== undefined && c.req.query('since') === (await versionOf(loaded)))
    return c.body(null, 204);
  return whole(c, loaded);
});

/**
 * The clinic has examined everybody who came. Whoever has no conclusion stays open, and the station
 * is told how many.
 */
clinicLinkRoutes.post('/c/:link/finish', open, async (c) => {
  const link = c.req.param('link');
  const form = await readForm(c, z.object({}));
  const { reading, day, people } = await load(c);
  if (day.finishedAt !== null) return done(c, paths.clinicLink(link));
  const left = people.filter(({ conclusion }) => conclusion === null).length;
  const { now } = c.var;
  const line = {
    kind: 'exam_day_finished',
    detail: { day: day.heldOn, people: people.length - left, open: left },
  };
  const outcome = await actByLink(
    c,
    {
      on: { batchId: reading.s.id },
      action: 'exam_day.finish',
      key: form.key,
      decide: () => (day.cancelledAt === null ? { entries: [line] } : { error: 'exam_day_over' }),
      facts: (_s, _change, orm) => [health.finishExamDay(orm, day.id, now)],
    },
    link,
    async () => (await load(c)).reading,
  );
  if (outcome.kind === 'refused') throw new Failure(410, 'exam_day_over');
  return done(c, paths.clinicLink(link));
});

/** The person's line as it is now, alone or on the whole page. */
async function again(c: C, id: string, error: string | null, status?: 409 | 422) {
  const link = c.req.param('link') ?? '';
  if (!wantsFragment(c) && error === null) return done(c, paths.clinicLink(link));
  const loaded = await load(c);
  const person = loaded.people.find((p) => p.id === id);
  if (!person) throw notFound();
  if (wantsFragment(c))
    return fragment(
      c,
      <ClinicLine
        link={link}
        person={person}
        error={error}
        typed={error ? c.var.sent : undefined}
      />,
      status,
    );
  return whole(c, loaded, { id, error: error ?? '', typed: c.var.sent }, status);
}

/** Whether what another device said is in every point what this one says. */
function isSame(
  said: Newest | undefined,
  now: Pick<Newest, 'conclusion' | 'restriction' | 'recheckBy'>,
): boolean {
  return (
    said?.conclusion === now.conclusion &&
    (now.conclusion !== 'fit_restricted' || said.restriction === now.restriction) &&
    (now.conclusion !== 'recheck' || said.recheckBy === now.recheckBy)
  );
}

type Device = Pick<
  z.infer<typeof takeBackForm>,
  'tappedAt' | 'tappedLeast' | 'tappedSince' | 'tappedAge' | 'sentAt'
>;

/**
 * When it was tapped: on a dead line it is sent hours later, by a device whose clock may be wrong.
 * Now, where nothing better can be said.
 */
function tapped(now: number, device: Device, heldOn: string): number {
  const { tappedAt, tappedLeast: least, tappedSince: since, tappedAge: age, sentAt } = device;
  if (tappedAt === undefined) return now;
  const { at, isDoubtful } = whenTapped(
    { at: tappedAt, least, since, age, sentAt: sentAt ?? now },
    now,
  );
  return !isDoubtful && at > now - 14 * DAY && dayOf(at) >= heldOn ? at : now;
}

function step(c: C, id: string, given: Omit<Act, 'on'>) {
  return actByLink(
    c,
    { on: { placementId: id }, ...given },
    c.req.param('link') ?? '',
    async () => (await load(c)).reading,
  );
}

clinicLinkRoutes.post('/c/:link/conclusions/:placement', open, async (c) => {
  const id = c.req.param('placement');
  const form = await readForm(c, conclusionForm);
  const loaded = await load(c);
  const { day, people, newest } = loaded;
  const before = people.find((p) => p.id === id);
  if (!before) throw notFound();
  if (day.cancelledAt !== null) throw new Failure(410, 'exam_day_over');
  if (!form.ok) return again(c, id, firstError(form.errors, 'required'), 422);
  const { conclusion, restriction, recheckBy, saw } = form.value;
  // Another device was quicker. Where it said the same, both agree; where it did not, a person
  // decides on what is shown now.
  if (saw !== undefined && saw !== before.saw)
    return isSame(newest.get(id), form.value)
      ? again(c, id, null)
      : again(c, id, 'other_device', 409);
  const { now } = c.var;
  const at = tapped(now, form.value, day.heldOn);
  const given = { conclusion, restriction, recheckBy, concludedOn: dayOf(at) };
  const said = newest.get(id)?.conclusion ?? null;
  const outcome = await step(c, id, {
    action: 'exam.conclude',
    key: form.key,
    occurredAt: at,
    decide: (s) => recordConclusion(s, id, given),
    facts: (s, _change, orm) => [
      health.stillNewest({ placementId: id, examDayId: day.id }, newest.get(id)?.id ?? null),
      health.insertExamination(
        orm,
        { id: newId(now), placementId: id, examDayId: day.id },
        given,
        holdsUntil(given, s.figures.medicalHolds),
        now,
      ),
      ...health.costOf(
        orm,
        day,
        { placementId: id, before: said, now: conclusion },
        now,
        `link:${c.req.param('link')}`,
      ),
    ],
  });
  return outcome.kind === 'refused' ? again(c, id, outcome.error, 409) : again(c, id, null);
});

/** A slip of the thumb is taken back within ten minutes. */
clinicLinkRoutes.post('/c/:link/conclusions/:placement/taking-back', open, async (c) => {
  const id = c.req.param('placement');
  const form = await readForm(c, takeBackForm);
  const { day, newest, people } = await load(c);
  const said = newest.get(id);
  if (!people.some((p) => p.id === id) || !said) throw notFound();
  if (said.conclusion === 'taken_back') return again(c, id, null);
  if (form.ok && form.value.saw !== undefined && form.value.saw !== said.id)
    return again(c, id, 'other_device', 409);
  const { now, db } = c.var;
  const [[earlier]] = await db.batch([health.standingBefore(db.orm, id, day.id)]);
  const outcome = await step(c, id, {
    action: 'exam.take_back',
    key: form.key,
    decide: (s) =>
      takeBack(
        s,
        id,
        { at: said.at, before: earlier ?? null },
        tapped(now, form.ok ? form.value : {}, day.heldOn),
      ),
    facts: (_s, _change, orm) => [
      health.stillNewest({ placementId: id, examDayId: day.id }, said.id),
      health.insertTakingBack(
        orm,
        { id: newId(now), placementId: id, examDayId: day.id },
        dayOf(now),
        now,
      ),
      ...health.costOf(
        orm,
        day,
        { placementId: id, before: said.conclusion, now: 'taken_back' },
        now,
        `link:${c.req.param('link')}`,
      ),
    ],
  });
  return outcome.kind === 'refused' ? again(c, id, outcome.error, 409) : again(c, id, null);
});
