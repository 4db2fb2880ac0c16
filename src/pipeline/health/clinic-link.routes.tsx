import type { HistoryEntry } from '../batch/change.ts';
import { z } from 'zod';
import { Hono } from 'hono';
import { open } from '../../access/session.ts';
import { dayOf } from '../../clock.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { Failure, notFound } from '../../http/failures.ts';
import { firstError, readForm } from '../../http/forms.ts';
import { done } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { actByLink } from '../batch/act.requests.ts';
import { recordConclusion, holdsUntil, takeBack } from './fitness.ts';
import { conclusionForm, takeBackForm } from './health.forms.ts';
import * as health from './health.queries.ts';
import { load, versionOf, whole, again, isSame, tapped, step } from './clinic-link.requests.tsx';
import {
  standingBefore,
  stillNewest,
  insertExamination,
  insertTakingBack,
} from './examination.queries.ts';
import { costOf } from './exam-cost.queries.ts';

export const clinicLinkRoutes = new Hono<AppEnv>();

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
  const line: HistoryEntry = {
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
      stillNewest({ placementId: id, examDayId: day.id }, newest.get(id)?.id ?? null),
      insertExamination(
        orm,
        { id: newId(now), placementId: id, examDayId: day.id },
        given,
        holdsUntil(given, s.figures.medicalHolds),
        now,
      ),
      ...costOf(
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
  const [[earlier]] = await db.batch([standingBefore(db.orm, id, day.id)]);
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
      stillNewest({ placementId: id, examDayId: day.id }, said.id),
      insertTakingBack(
        orm,
        { id: newId(now), placementId: id, examDayId: day.id },
        dayOf(now),
        now,
      ),
      ...costOf(
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
