import { Hono } from 'hono';
import { may, prove } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { problem } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { act, answer } from '../batch/act.requests.ts';
import { chosenForm, rankForm, stopForm } from './recruitment.forms.ts';
import { rerank, stopOffers } from './reserve.ts';
import { askAgain } from './reserve-answer.ts';

export const reserveRoutes = new Hono<AppEnv>();

/** Stops vacated places from being offered by themselves, or lets it go on. */
reserveRoutes.post('/batches/:id/reserve-offers', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, stopForm);
  if (!form.ok) {
    await prove(c);
    return problem(c, 'nothing_chosen', paths.recruitment(id), 422);
  }
  const stopped = form.value.stopped === 'yes';
  const outcome = await act(c, {
    on: { batchId: id },
    action: stopped ? 'reserve.stop' : 'reserve.resume',
    key: form.key,
    decide: (s) => stopOffers(s, stopped),
  });
  return answer(c, outcome, paths.recruitment(id));
});

reserveRoutes.post('/placements/:id/reserve-asking', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, chosenForm);
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'reserve.ask_again',
    key: form.key,
    decide: (s) => askAgain(s, id),
  });
  return answer(c, outcome, paths.placement(id));
});

/** Puts somebody at another place of the reserve list, with the reason. */
reserveRoutes.post('/placements/:id/reserve-rank', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, rankForm);
  if (!form.ok) {
    await prove(c);
    return problem(c, form.errors['reason'] ?? 'bad_number', paths.placement(id), 422);
  }
  const { rank, reason } = form.value;
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'reserve.rerank',
    key: form.key,
    decide: (s) => rerank(s, id, rank, reason),
  });
  return answer(c, outcome, paths.placement(id));
});
