import { Hono } from 'hono';
import { link } from '../../access/access.tables.ts';
import { insertLink, liveLinks, newLink } from '../../access/link.queries.ts';
import { may as roleMay } from '../../access/permissions.ts';
import { may, read } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { Failure } from '../../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../../http/forms.ts';
import { fragment, page, wordsOf } from '../../http/page.tsx';
import { wantsFragment } from '../../http/show.ts';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { stationOf, stationQuery } from '../../settings/station.queries.ts';
import { RollCallBody, RollCallReply } from '../../../views/travel/roll-call.tsx';
import { RosterBody } from '../../../views/travel/roster.tsx';
import { type TravelForm, TravelBody } from '../../../views/travel/travel-page.tsx';
import { act, after, answer } from '../batch/act.middleware.ts';
import { visitStatements } from '../follow-up/follow-up.queries.ts';
import { withVisits } from '../follow-up/schedule.ts';
import { see } from '../batch/see.middleware.ts';
import { lacks } from '../gates.ts';
import { inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { arrive, checkIn } from './roll-call.ts';
import { depart, lockManifest, unlockManifest } from './manifest.ts';
import { checkInForm, escortForm, legForm } from './travel.forms.ts';
import { escort } from './travel.tables.ts';
import * as travel from './travel.queries.ts';

export const travelRoutes = new Hono<AppEnv>();

type Problem = { form: TravelForm; values: FormValues; errors: FormErrors };

const travelPage = async (c: C, id: string, problem?: Problem) => {
  const { orm } = c.var.db;
  const {
    s,
    escorts,
    rows: [legs, handovers, links, employerLinks],
  } = await see(c, { batchId: id }, [
    travel.legsOf(orm, id),
    travel.handoversOf(orm, id),
    orm
      .select()
      .from(link)
      .where(inArray(link.subjectId, sql`(select id from escort where batch_id = ${id})`)),
    liveLinks(orm, sql`(select order_id from batch where id = ${id})`, c.var.now),
  ]);
  const liveLink = (subjectId: string) =>
    links.find((l) => l.subjectId === subjectId && l.revokedAt === null && l.expiresAt > c.var.now)?.id ?? null;
  return page(
    c,
    { title: wordsOf(c).travel.title, heading: wordsOf(c).batch.code(s.code), at: 'batches', back: paths.batch(id) },
    <TravelBody
      s={s}
      legs={legs}
      escorts={escorts.map((e) => ({ ...e, linkId: liveLink(e.id) }))}
      handover={handovers[0] ?? null}
      employerLink={employerLinks[0]?.id ?? null}
      lacking={lacks(s, 'documents')}
      mayWrite={roleMay(c.var.claims?.role ?? 'leader', 'batch.write')}
      {...(problem ? { problem } : {})}
    />,
    problem ? 422 : undefined,
  );
};

travelRoutes.get('/batches/:id/travel', may('batch.read'), (c) => travelPage(c, c.req.param('id')));

const isOpen = (s: { status: string; departedAt: number | null }) =>
  s.status !== 'open'
    ? ({ error: 'batch_ended' } as const)
    : s.departedAt !== null
      ? ({ error: 'already_departed' } as const)
      : null;

travelRoutes.post('/batches/:id/legs', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, legForm);
  if (!form.ok) return travelPage(c, id, { form: 'leg', values: form.values, errors: form.errors });
  const row = form.value;
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'leg.add',
    key: form.key,
    decide: (s) =>
      isOpen(s) ?? {
        entries: [{ kind: 'leg_added', detail: { from: row.fromPlace, to: row.toPlace, vehicle: row.vehicle } }],
      },
    facts: (s, _change, orm) => [travel.insertLeg(orm, { id: newId(c.var.now), batchId: id, position: s.seq, ...row })],
  });
  return answer(c, outcome, paths.travel(id));
});

/** An escort and the link with which their phone calls the roll. */
travelRoutes.post('/batches/:id/escorts', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, escortForm);
  if (!form.ok) return travelPage(c, id, { form: 'escort', values: form.values, errors: form.errors });
  const { now, claims } = c.var;
  const row = { id: newId(now), batchId: id, ...form.value };
  const fresh = await newLink(c.env.SECRET, {
    purpose: 'escort',
    subjectId: row.id,
    batchId: id,
    issuedBy: claims?.accountId ?? '',
    now,
  });
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'escort.add',
    key: form.key,
    decide: (s) => isOpen(s) ?? { entries: [{ kind: 'escort_added', detail: { escort: row.name } }] },
    facts: (_s, _change, orm) => [orm.insert(escort).values(row), insertLink(orm, fresh.row)],
  });
  return answer(c, outcome, paths.travel(id));
});

const lockForm = z.object({ unlock: z.string().optional() });

travelRoutes.post('/batches/:id/manifest', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, lockForm);
  const unlock = form.ok && form.value.unlock === 'yes';
  const outcome = await act(c, {
    on: { batchId: id },
    action: unlock ? 'manifest.unlock' : 'manifest.lock',
    key: form.key,
    decide: (s) => (unlock ? unlockManifest(s) : lockManifest(s, c.var.now)),
  });
  return answer(c, outcome, paths.travel(id));
});

travelRoutes.post('/batches/:id/departure', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'batch.depart',
    key: form.key,
    decide: (s) => depart(s, c.var.now),
  });
  return answer(c, outcome, paths.travel(id));
});

travelRoutes.post('/batches/:id/arrival', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'batch.arrive',
    key: form.key,
    decide: (s) => arrive(s, c.var.now),
  });
  return answer(c, outcome, paths.travel(id));
});

travelRoutes.get('/batches/:id/roll-call', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const { s, workers } = await see(c, { batchId: id });
  return page(
    c,
    { title: wordsOf(c).rollCall.title, heading: wordsOf(c).batch.code(s.code), at: 'batches', back: paths.travel(id) },
    <RollCallBody
      s={s}
      phones={new Map(workers.map((w) => [w.id, w.phone]))}
      checkInAt={paths.checkIn}
      ends={{ depart: paths.departure(id), arrive: paths.arrival(id) }}
    />,
  );
});

travelRoutes.post('/placements/:id/check-in', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, checkInForm);
  if (!form.ok) {
    await read(c, []);
    throw new Failure(422, 'required');
  }
  const outcomeAsked = form.value.outcome;
  const { now, claims } = c.var;
  const actor = `account:${claims?.accountId}`;
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'roll_call.record',
    key: form.key,
    decide: (s) => withVisits(s, checkIn(s, id, outcomeAsked), now),
    facts: (s, change, orm) => [
      ...visitStatements(orm, s, change, now),
      travel.insertCheckIn({ placementId: id, outcome: outcomeAsked, actor, occurredAt: now, now }),
    ],
  });
  const { s } = after(outcome);
  if (!wantsFragment(c)) return answer(c, outcome, paths.rollCall(s.id));
  const error = outcome.kind === 'refused' ? outcome.error : null;
  return fragment(
    c,
    <RollCallReply
      s={s}
      id={id}
      phone=""
      error={error}
      checkInAt={paths.checkIn}
      ends={{ depart: paths.departure(s.id), arrive: paths.arrival(s.id) }}
    />,
    error ? 409 : undefined,
  );
});

/** The printed roster: what the escort carries when everything else fails. */
travelRoutes.get('/batches/:id/roster', may('batch.write'), async (c) => {
  const { orm } = c.var.db;
  const id = c.req.param('id');
  const {
    s,
    order,
    workers,
    escorts,
    villages,
    rows: [station, legs],
  } = await see(c, { batchId: id }, [stationQuery(orm), travel.legsOf(orm, id)]);
  return page(
    c,
    { title: wordsOf(c).travel.printRoster, back: paths.travel(id) },
    <RosterBody
      s={s}
      terms={order.terms}
      contact={order}
      workers={workers}
      villages={villages}
      escorts={escorts}
      legs={legs}
      station={stationOf(station)}
    />,
  );
});
