import { refuse } from '../../access/refuse.requests.ts';
import { Hono } from 'hono';
import { may } from '../../access/session.ts';
import { HOUR } from '../../clock.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { paths } from '../../paths.ts';
import { act, answer } from '../batch/act.requests.ts';
import { each } from '../batch/change.ts';
import { acceptUnfilled } from '../travel/manifest.ts';
import * as rules from './placement.ts';
import { chosenForm, releaseForm, unfilledForm } from './recruitment.forms.ts';
import { withdraw, release } from './leaving.ts';
import { offer } from './registration.ts';

export const selectionRoutes = new Hono<AppEnv>();

selectionRoutes.post('/batches/:id/offers', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, chosenForm);
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'placement.offer',
    key: form.key,
    undoable: {},
    decide: (s) =>
      offer(
        s,
        form.ok ? form.value.people : s.placements.map((p) => p.id),
        c.var.now + s.figures.termsOffer * HOUR,
      ),
  });
  // Nobody knows of it yet: next, they are told.
  return answer(c, outcome, paths.workerLinks(id));
});

selectionRoutes.post('/batches/:id/selections', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, chosenForm);
  const consented = (s: Parameters<typeof rules.selectAll>[0]) =>
    s.placements.filter((p) => p.recruitment === 'consented' && p.exit === null).map((p) => p.id);
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'placement.select',
    key: form.key,
    undoable: {},
    decide: (s) => rules.selectAll(s, form.ok ? form.value.people : consented(s)),
  });
  return answer(c, outcome, paths.recruitment(id));
});

/** Whoever consented and has no place goes on the reserve list, in the order of their consent. */
selectionRoutes.post('/batches/:id/reserves', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, chosenForm);
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'placement.reserve',
    key: form.key,
    undoable: {},
    decide: (s) =>
      each(s, form.ok ? form.value.people : s.placements.map((p) => p.id), rules.putOnReserve),
  });
  return answer(c, outcome, paths.recruitment(id));
});

selectionRoutes.post('/batches/:id/unfilled', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, unfilledForm);
  if (!form.ok) return refuse(c, form, paths.recruitment(id), 'reason_required');
  const { reason } = form.value;
  const outcome = await act(c, {
    on: { batchId: id },
    action: 'batch.accept_unfilled',
    key: form.key,
    decide: (s) => acceptUnfilled(s, reason),
  });
  return answer(c, outcome, paths.recruitment(id));
});

function step(
  action: string,
  decide: (s: Parameters<typeof rules.select>[0], id: string) => ReturnType<typeof rules.select>,
  isUndoable = true,
) {
  return async (c: C) => {
    const id = c.req.param('id') ?? '';
    const form = await readForm(c, chosenForm);
    const outcome = await act(c, {
      on: { placementId: id },
      action,
      key: form.key,
      ...(isUndoable ? { undoable: {} } : {}),
      decide: (s) => decide(s, id),
    });
    return answer(c, outcome, paths.placement(id));
  };
}

selectionRoutes.post(
  '/placements/:id/selection',
  may('batch.write'),
  step('placement.select', rules.select),
);
selectionRoutes.post(
  '/placements/:id/reserve',
  may('batch.write'),
  step('placement.reserve', rules.putOnReserve),
);
selectionRoutes.post(
  '/placements/:id/promotion',
  may('batch.write'),
  step('placement.promote', rules.promote),
);
selectionRoutes.post(
  '/placements/:id/withdrawal',
  may('withdrawal.record'),
  // Whoever said no says themselves that they would go after all.
  step('placement.withdraw', withdraw, false),
);

selectionRoutes.post('/placements/:id/release', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, releaseForm);
  if (!form.ok) return refuse(c, form, paths.placement(id), 'reason_required');
  const { reason } = form.value;
  const outcome = await act(c, {
    on: { placementId: id },
    action: 'placement.release',
    key: form.key,
    decide: (s) => release(s, id, reason),
  });
  return answer(c, outcome, paths.placement(id));
});
