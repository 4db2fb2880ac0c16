import { refuse } from '../../access/refuse.requests.ts';
import type { Placement } from '../batch/placement.ts';
import { allows, actor, may, ownVillage, read, prove } from '../../access/session.ts';
import { Hono } from 'hono';
import { insertLink, newLink } from '../../access/link.queries.ts';
import { atHour, dayOf } from '../../clock.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { page, problem, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { clinics } from '../../registry/registry.queries.ts';
import { HealthBody } from '../../../views/health/health-page.tsx';
import { act, answer } from '../batch/act.requests.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import { fillByVillage } from './exam-day.ts';
import { book, recordConclusion, holdsUntil } from './fitness.ts';
import { conclusionForm, examDayForm } from './health.forms.ts';
import * as health from './health.queries.ts';
import { inArray, sql } from 'drizzle-orm';
import { link } from '../../access/access.tables.ts';
import { stillNewest, insertExamination } from './examination.queries.ts';
import { costOf } from './exam-cost.queries.ts';
import { wholeNumber } from '../../http/fields.ts';
import { bookingsOfBatch } from './exam-booking.queries.ts';
import { sumsOf } from '../ledger/ledger-sums.queries.ts';

export const healthRoutes = new Hono<AppEnv>();

/** How many people a clinic takes a day, as it was typed. */
const capacityAsked = wholeNumber(1, 500);

function readHealth(c: C, id: string) {
  const { orm } = c.var.db;
  return readBatch(
    c,
    { batchId: id },
    {
      doctors: clinics(orm),
      days: health.examDaysOf(orm, id),
      bookings: bookingsOfBatch(orm, id),
      links: orm
        .select()
        .from(link)
        .where(inArray(link.subjectId, sql`(select id from exam_day where batch_id = ${id})`)),
      costs: sumsOf(orm, id),
    },
  );
}

/** The examination days of a batch, each with its clinic, who is booked, and the clinic's link. */
function daysOf(
  { days, doctors, bookings, links }: Awaited<ReturnType<typeof readHealth>>,
  now: number,
) {
  const isLive = (l: (typeof links)[number]) => l.revokedAt === null && l.expiresAt > now;
  return days.map((day) => ({
    ...day,
    clinic: doctors.find((d) => d.id === day.clinicId)?.name ?? '',
    booked: bookings.filter((b) => b.examDayId === day.id).map((b) => b.placementId),
    linkId: links.find((l) => l.subjectId === day.id && isLive(l))?.id ?? null,
  }));
}

healthRoutes.get('/batches/:id/health', may('batch.read'), async (c) => {
  const id = c.req.param('id');
  const found = await readHealth(c, id);
  const { s, workers, villages, doctors, costs } = found;
  const villageOf = new Map(workers.map((w) => [w.id, w.villageId]));
  const own = ownVillage(c);
  const capacity = capacityAsked.safeParse(c.req.query('capacity')).data ?? null;
  const ofVillage = (p: Placement) => ({ id: p.id, villageId: villageOf.get(p.workerId) ?? '' });
  return page(
    c,
    {
      title: wordsOf(c).health.title,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.batch(id),
    },
    <HealthBody
      s={s}
      people={s.placements.filter((p) => own === null || villageOf.get(p.workerId) === own)}
      villageOf={(workerId) => villages.find((v) => v.id === villageOf.get(workerId))?.name ?? ''}
      clinics={doctors}
      costs={costs.filter(({ line, spentFen }) => line === 'medicals' && spentFen !== 0)}
      asked={{
        clinicId: c.req.query('clinicId') ?? null,
        heldOn: c.req.query('heldOn') ?? null,
        capacity,
        price: c.req.query('price') ?? null,
        payer: c.req.query('payer') ?? null,
      }}
      fill={(waiting) => fillByVillage(waiting.map(ofVillage), capacity ?? waiting.length)}
      days={daysOf(found, c.var.now)}
      seesHealth={allows(c, 'health.read')}
      mayWrite={allows(c, 'health.write')}
    />,
  );
});

/** Books people for a day at a clinic, and issues the clinic's link for it. */
healthRoutes.post('/batches/:id/exam-days', may('health.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, examDayForm);
  if (!form.ok) return refuse(c, form, paths.healthPage(id));
  const { now, claims } = c.var;
  const { clinicId, heldOn, people, price, payer = 'station' } = form.value;
  const capacity = form.value.capacity ?? 0;
  const { doctors } = await read(c, { doctors: clinics(c.var.db.orm) });
  if (capacity > 0 && people.length > capacity)
    return problem(c, 'exam_full', paths.healthPage(id), 422);
  const priceFen = price ?? doctors.find((each) => each.id === clinicId)?.priceFen ?? 0;
  const day = { id: newId(now), batchId: id, clinicId, heldOn, capacity, priceFen, payer };
  const fresh = await newLink(c.env.SECRET, {
    purpose: 'clinic',
    subjectId: day.id,
    batchId: id,
    issuedBy: claims?.accountId ?? '',
    now,
    from: atHour(heldOn, 0),
  });
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'exam.book',
    key: form.key,
    decide: (s) => book(s, people, heldOn),
    facts: (_s, change, orm) => [
      ...health.insertExamDay(
        orm,
        day,
        (change.placements ?? []).map((p) => p.id),
      ),
      insertLink(orm, fresh.row),
    ],
  });
  return answer(c, outcome, paths.healthPage(id));
});

healthRoutes.post('/placements/:id/conclusion', may('health.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, conclusionForm);
  if (!form.ok) return refuse(c, form, paths.placement(id));
  const { now } = c.var;
  const { conclusion, restriction, recheckBy } = form.value;
  const concludedOn = form.value.concludedOn ?? dayOf(now);
  if (concludedOn > dayOf(now)) {
    await prove(c);
    return problem(c, 'day_to_come', paths.placement(id), 422);
  }
  const given = { conclusion, restriction, recheckBy, concludedOn };
  // The paper of somebody who was booked and of whom the clinic has said nothing is that day's, and
  // is paid as such.
  const {
    day: [day],
  } = await read(c, { day: health.dayAwaiting(c.var.db.orm, id, concludedOn) });
  const examDayId = day?.id ?? null;
  const by = actor(c);
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'exam.conclude',
    key: form.key,
    decide: (s) => recordConclusion(s, id, given),
    facts: (s, _change, orm) => [
      ...(day
        ? [
            stillNewest({ placementId: id, examDayId: day.id }, null),
            ...costOf(orm, day, { placementId: id, before: null, now: conclusion }, now, by),
          ]
        : []),
      insertExamination(
        orm,
        { id: newId(now), placementId: id, examDayId },
        given,
        holdsUntil(given, s.figures.medicalHolds),
        now,
      ),
    ],
  });
  return answer(c, outcome, paths.placement(id));
});
