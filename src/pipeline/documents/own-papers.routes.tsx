import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { open } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { Failure, notFound } from '../../http/failures.ts';
import { readForm } from '../../http/forms.ts';
import { loadOwn, ownStep } from '../recruitment/worker-link.requests.tsx';
import { answerContract, answerCopy } from './contract.ts';
import { answerReturn, confirmLoan } from './custody.ts';
import { yesOrNoForm } from './documents.forms.ts';
import { paperRows } from './documents.queries.ts';
import { custody } from './documents.tables.ts';

/** What a worker says of their own papers, by their own link. */
export const ownPapersRoutes = new Hono<AppEnv>();

/** An original was lent, as the receipt says; or it is back, or it is not. */
ownPapersRoutes.post('/w/:link/custody/:custody', open, async (c) => {
  const form = await readForm(c, yesOrNoForm);
  const { loans } = await loadOwn(c);
  const loan = loans.find((each) => each.id === c.req.param('custody'));
  if (!form.ok) throw new Failure(422, 'required');
  if (!loan) throw notFound();
  const { now } = c.var;
  const yes = form.value.answer === 'yes';
  const isBack = loan.returnedAt !== null;
  if (!isBack && !yes) throw new Failure(422, 'required');
  const { id, kind, holder, keeper, returnBy } = loan;
  const returned = yes ? { returnConfirmedAt: now } : { returnedAt: null };
  return ownStep(
    c,
    (placementId) => ({
      action: isBack ? 'custody.answer_return' : 'custody.confirm',
      key: form.key,
      decide: (s) =>
        isBack
          ? answerReturn(s, placementId, { id, kind, holder, keeper, returnBy }, yes)
          : confirmLoan(s, placementId, id),
      facts: (_s, _change, orm) => [
        orm
          .update(custody)
          .set(isBack ? returned : { lentConfirmedAt: now })
          .where(and(eq(custody.placementId, placementId), eq(custody.id, id))),
      ],
    }),
    { placementId: loan.placementId },
  );
});

/** Yes or no to a contract that is other than agreed. */
ownPapersRoutes.post('/w/:link/contract', open, async (c) => {
  const form = await readForm(c, yesOrNoForm);
  if (!form.ok) {
    await loadOwn(c);
    throw new Failure(422, 'required');
  }
  const accepts = form.value.answer === 'yes';
  return ownStep(c, (id) => ({
    action: 'contract.answer',
    key: form.key,
    decide: (s) => answerContract(s, id, accepts),
    facts: (_s, change, orm) =>
      paperRows(
        orm,
        change,
        { kind: 'contract', state: accepts ? 'verified' : 'rejected', reason: null },
        c.var.now,
      ),
  }));
});

/** Whether they hold a copy of their contract. */
ownPapersRoutes.post('/w/:link/contract-copy', open, async (c) => {
  const form = await readForm(c, yesOrNoForm);
  if (!form.ok) {
    await loadOwn(c);
    throw new Failure(422, 'required');
  }
  const holds = form.value.answer === 'yes';
  return ownStep(c, (id) => ({
    action: 'contract.answer_copy',
    key: form.key,
    decide: (s) => answerCopy(s, id, holds),
  }));
});
