import { refuse } from '../../access/refuse.requests.ts';
import { Hono } from 'hono';
import { allows, may, ownVillage } from '../../access/session.ts';
import { dayOf } from '../../clock.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { Failure } from '../../http/failures.ts';
import { readForm } from '../../http/forms.ts';
import { page, problem, wordsOf } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { ExamDayBody } from '../../../views/health/exam-day.tsx';
import { act, answer } from '../batch/act.requests.ts';
import { placementOf } from '../batch/snapshot.ts';
import { each } from '../batch/change.ts';
import { cancelDay, moveDay, wasExamined } from './exam-day.ts';
import { loadExamDay } from './exam-day.requests.ts';
import { book, recordConclusion, needsExam } from './fitness.ts';
import { examAbsenceForm, examBookingForm, examDateForm } from './health.forms.ts';
import * as health from './health.queries.ts';
import { z } from 'zod';
import { insertExamination } from './examination.queries.ts';
import { rebook } from './exam-booking.queries.ts';
import { withinCapacity } from './exam-capacity.queries.ts';
import { prolongLinks, endLinks } from './exam-link.queries.ts';

/**
 * One examination day: its list to print and to send, whoever comes unbooked, whoever does not
 * come, another date.
 */
export const examDayRoutes = new Hono<AppEnv>();

examDayRoutes.get('/exam-days/:id', may('batch.read'), async (c) => {
  const { s, workers, villages, day, booked, newest, clinic, linkId } = await loadExamDay(c);
  const workerOf = new Map(workers.map((w) => [w.id, w]));
  const wasSeen = (id: string) => (newest.get(id)?.conclusion ?? 'taken_back') !== 'taken_back';
  const own = ownVillage(c);
  // An officer who brings them on the village's bus sees the village's own list.
  const people = s.placements.filter(
    (p) => own === null || workerOf.get(p.workerId)?.villageId === own,
  );
  const line = (p: (typeof s.placements)[number]) => {
    const worker = workerOf.get(p.workerId);
    return {
      p,
      last4: worker?.last4 ?? '',
      phone: worker?.phone ?? '',
      village: villages.find((v) => v.id === worker?.villageId)?.name ?? '',
      isOpen: !wasSeen(p.id) && p.exit === null && p.health === 'booked',
      wasThere: wasExamined(newest.get(p.id)?.conclusion ?? null),
    };
  };
  return page(
    c,
    {
      title: wordsOf(c).examDay.title,
      heading: wordsOf(c).batch.code(s.code),
      at: 'batches',
      back: paths.healthPage(s.id),
    },
    <ExamDayBody
      batchId={s.id}
      day={day}
      clinic={clinic}
      linkId={linkId}
      // Whoever left before they were examined is not expected any more.
      lines={people
        .filter((p) => booked.includes(p.id) && (p.exit === null || wasSeen(p.id)))
        .map(line)}
      others={people
        .filter(
          (p) =>
            !booked.includes(p.id) && p.exit === null && (p.health === 'booked' || needsExam(s, p)),
        )
        .map(line)}
      mayWrite={allows(c, 'health.write')}
    />,
  );
});

/** Whoever comes without a booking, as long as the clinic takes more. */
examDayRoutes.post('/exam-days/:id/bookings', may('health.write'), async (c) => {
  const form = await readForm(c, examBookingForm);
  const { s, day } = await loadExamDay(c);
  const back = paths.examDay(day.id);
  if (!form.ok) return refuse(c, form, back, 'nothing_chosen');
  const { people } = form.value;
  const outcome = await act(c, {
    on: { batchId: s.id },
    action: 'exam.book',
    key: form.key,
    decide: (now) =>
      day.cancelledAt === null ? book(now, people, day.heldOn) : { error: 'exam_day_over' },
    facts: (_s, change, orm) => [
      ...rebook(
        orm,
        day.id,
        (change.placements ?? []).map((p) => p.id),
      ),
      withinCapacity(day.id),
    ],
  });
  return answer(c, outcome, back);
});

/** Whoever was named, or everybody of whom nothing was concluded, did not come. */
examDayRoutes.post('/exam-days/:id/absences', may('health.write'), async (c) => {
  const form = await readForm(c, examAbsenceForm);
  const { s, day, booked, newest } = await loadExamDay(c);
  const { now } = c.var;
  const open = booked.filter((id) => (newest.get(id)?.conclusion ?? 'taken_back') === 'taken_back');
  if (!form.ok) return problem(c, 'nothing_chosen', paths.examDay(day.id), 422);
  if (day.heldOn > dayOf(now)) return problem(c, 'not_held_yet', paths.examDay(day.id), 422);
  const absent = form.value.people ?? open;
  const given = {
    conclusion: 'no_show' as const,
    restriction: null,
    recheckBy: null,
    concludedOn: dayOf(now),
  };
  const outcome = await act(c, {
    on: { batchId: s.id },
    action: 'exam.absent',
    key: form.key,
    decide: (reading) =>
      each(
        reading,
        absent.filter((id) => open.includes(id)),
        // Whoever was examined elsewhere or by hand is not absent, whatever this day's list says.
        (next, id) =>
          placementOf(next, id)?.health === 'booked'
            ? recordConclusion(next, id, given)
            : { error: 'wrong_state' },
      ),
    facts: (_s, change, orm) =>
      (change.placements ?? []).map((p) =>
        insertExamination(
          orm,
          { id: newId(now), placementId: p.id, examDayId: day.id },
          given,
          null,
          now,
        ),
      ),
  });
  return answer(c, outcome, paths.examDay(day.id));
});

/** Another date: the list, the clinic and its link stay. */
examDayRoutes.post('/exam-days/:id/date', may('health.write'), async (c) => {
  const form = await readForm(c, examDateForm);
  const { s, day } = await loadExamDay(c);
  if (!form.ok) return refuse(c, form, paths.examDay(day.id));
  const { heldOn } = form.value;
  const outcome = await act(c, {
    on: { batchId: s.id },
    action: 'exam.move',
    key: form.key,
    decide: (now) => (day.cancelledAt === null ? moveDay(now, heldOn) : { error: 'exam_day_over' }),
    facts: (_s, _change, orm) => [
      health.moveExamDay(orm, day.id, heldOn),
      prolongLinks(orm, day.id, heldOn),
    ],
  });
  return answer(c, outcome, paths.examDay(day.id));
});

examDayRoutes.post('/exam-days/:id/cancellation', may('health.write'), async (c) => {
  const form = await readForm(c, z.object({}));
  const { s, day, booked, elsewhere } = await loadExamDay(c);
  const { now } = c.var;
  if (day.cancelledAt !== null) throw new Failure(409, 'exam_day_over');
  const outcome = await act(c, {
    on: { batchId: s.id },
    action: 'exam.cancel',
    key: form.key,
    decide: (newest) =>
      cancelDay(
        newest,
        booked.filter((id) => !elsewhere.has(id)),
        day.heldOn,
      ),
    facts: (_s, _change, orm) => [
      health.cancelExamDay(orm, day.id, now),
      endLinks(orm, day.id, now),
    ],
  });
  return answer(c, outcome, paths.healthPage(s.id));
});
