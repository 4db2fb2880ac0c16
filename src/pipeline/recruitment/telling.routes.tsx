import { Hono } from 'hono';
import { z } from 'zod';
import { may, prove } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { wholeNumber } from '../../http/fields.ts';
import { readForm } from '../../http/forms.ts';
import { problem } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { act, after, answer } from '../batch/act.requests.ts';
import { answerQuestion, takeBackAnswer } from './question.ts';
import { takeBackTelling, tell } from './told.ts';

/** What an officer says of having spoken to somebody; each can be taken back. */
export const tellingRoutes = new Hono<AppEnv>();

/** The terms were read to somebody who wants to think about them. */
tellingRoutes.post('/placements/:id/telling', may('consent.witness'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'terms.tell',
    key: form.key,
    decide: (s) => tell(s, [id], 'witness', c.var.now),
  });
  return answer(c, outcome, paths.workerLinks(after(outcome).s.id));
});

tellingRoutes.post('/placements/:id/telling/taking-back', may('consent.witness'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'terms.take_back_telling',
    key: form.key,
    decide: (s) => takeBackTelling(s, id),
  });
  return answer(c, outcome, paths.workerLinks(after(outcome).s.id));
});

/** They were called back. */
tellingRoutes.post('/placements/:id/question-answer', may('consent.witness'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'question.answer',
    key: form.key,
    decide: (s) => answerQuestion(s, id),
  });
  return answer(c, outcome, paths.placement(id));
});

tellingRoutes.post(
  '/placements/:id/question-answer/taking-back',
  may('consent.witness'),
  async (c) => {
    const id = c.req.param('id');
    const form = await readForm(c, z.object({ since: wholeNumber(0, Number.MAX_SAFE_INTEGER) }));
    if (!form.ok) {
      await prove(c);
      return problem(c, 'wrong_state', paths.placement(id));
    }
    const { since } = form.value;
    const outcome = await act(c, {
      on: { placementId: id },
      action: 'question.take_back_answer',
      key: form.key,
      decide: (s) => takeBackAnswer(s, id, Math.min(since, c.var.now)),
    });
    return answer(c, outcome, paths.placement(id));
  },
);
