import { Hono } from 'hono';
import { z } from 'zod';
import { may } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { paths } from '../../paths.ts';
import { act, after, answer } from '../batch/act.requests.ts';
import { answerQuestion } from './question.ts';
import { tell } from './told.ts';

/** What an officer says of having spoken to somebody. */
export const tellingRoutes = new Hono<AppEnv>();

/** The terms were read to somebody who wants to think about them. */
tellingRoutes.post('/placements/:id/telling', may('consent.witness'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({}));
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'terms.tell',
    key: form.key,
    undoable: {},
    decide: (s) => tell(s, [id], 'witness', c.var.now),
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
    undoable: {},
    decide: (s) => answerQuestion(s, id),
  });
  return answer(c, outcome, paths.placement(id));
});
