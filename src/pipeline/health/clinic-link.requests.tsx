import { readBatchByLink } from '../batch/read-batch.requests.ts';
import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import { sha256 } from '../../access/keys.ts';
import { DAY, dayOf } from '../../clock.ts';
import type { C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { done, fragment, visitorPage, wordsOf } from '../../http/page.tsx';
import { wantsFragment } from '../../http/show.ts';
import { paths } from '../../paths.ts';
import { stationOf, stationQuery } from '../../settings/station.queries.ts';
import { ClinicLinkBody } from '../../../views/health/clinic-link.tsx';
import { type Act, actByLink } from '../batch/act.requests.ts';
import { whenTapped } from '../batch/tap-time.ts';
import { type Newest, newestOf } from './exam-day.requests.ts';
import { TAKE_BACK_MINUTES } from './fitness.ts';
import type { takeBackForm } from './health.forms.ts';
import * as health from './health.queries.ts';
import { conclusionsOn } from './examination.queries.ts';
import { CLINIC_FILTERS, type ClinicFilter } from '../../../views/health/clinic-finder.tsx';
import { type ClinicPerson, ClinicLine } from '../../../views/health/clinic-line.tsx';
import { bookingsOf } from './exam-booking.queries.ts';

export async function load(c: C) {
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
      bookings: bookingsOf(orm, dayId),
      conclusions: conclusionsOn(orm, dayId),
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
export async function versionOf({ day, people }: Loaded): Promise<string> {
  return (
    await sha256(JSON.stringify([day.heldOn, day.cancelledAt, day.finishedAt, people]))
  ).slice(0, 16);
}

function onlyOf(asked: string | undefined): ClinicFilter {
  return CLINIC_FILTERS.find((each) => each === asked) ?? 'all';
}

type ClinicProblem = { id: string; error: string; typed: C['var']['sent'] };

export async function whole(c: C, loaded: Loaded, problem?: ClinicProblem, status?: 409 | 422) {
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

/** The person's line as it is now, alone or on the whole page. */
export async function again(c: C, id: string, error: string | null, status?: 409 | 422) {
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
export function isSame(
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
export function tapped(now: number, device: Device, heldOn: string): number {
  const { tappedAt, tappedLeast: least, tappedSince: since, tappedAge: age, sentAt } = device;
  if (tappedAt === undefined) return now;
  const { at, isDoubtful } = whenTapped(
    { at: tappedAt, least, since, age, sentAt: sentAt ?? now },
    now,
  );
  return !isDoubtful && at > now - 14 * DAY && dayOf(at) >= heldOn ? at : now;
}

export function step(c: C, id: string, given: Omit<Act, 'on'>) {
  return actByLink(
    c,
    { on: { placementId: id }, ...given },
    c.req.param('link') ?? '',
    async () => (await load(c)).reading,
  );
}
