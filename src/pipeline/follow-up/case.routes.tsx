import { Hono } from 'hono';
import { record } from '../../access/audit.queries.ts';
import { actor, allows, may, ownVillage, read } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../../http/forms.ts';
import { done, page, problem, wordsOf } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { CaseBody } from '../../../views/follow-up/case.tsx';
import { peopleFor } from './people.queries.ts';
import { caseForm } from './follow-up.forms.ts';
import { caseMoves } from './rights-case.ts';
import { openCases, caseRow, updateCase } from './rights-case.queries.ts';
import { CaseListBody } from '../../../views/follow-up/case-list.tsx';

export const caseRoutes = new Hono<AppEnv>();

const PAGE = 30;

caseRoutes.get(paths.cases, may('case.read'), async (c) => {
  const { rows } = await read(c, {
    rows: openCases(c.var.db.orm, ownVillage(c), c.req.query('after') ?? null, PAGE + 1),
  });
  const shown = rows.slice(0, PAGE);
  const people = await peopleFor(
    c.var.db,
    shown.map((one) => one.placementId),
  );
  const more = rows.length > PAGE ? `${paths.cases}?after=${shown.at(-1)?.id}` : null;
  return page(
    c,
    { title: wordsOf(c).cases.title, at: 'more', back: paths.settings, headed: true },
    <CaseListBody cases={shown} people={people} more={more} />,
  );
});

async function casePage(c: C, id: string, values: FormValues, errors: FormErrors, status?: 422) {
  const {
    row: [row],
  } = await read(c, { row: caseRow(c.var.db.orm, id, ownVillage(c)) });
  if (!row) throw notFound();
  const person = (await peopleFor(c.var.db, [row.placementId])).get(row.placementId);
  return page(
    c,
    { title: wordsOf(c).cases.one, at: 'more', back: paths.cases },
    <CaseBody
      one={row}
      person={person ?? { name: '', phone: '' }}
      typed={{ values, errors }}
      mayWrite={allows(c, 'case.write')}
    />,
    status,
  );
}

caseRoutes.get('/cases/:id', may('case.read'), (c) => casePage(c, c.req.param('id'), {}, {}));

caseRoutes.post('/cases/:id', may('case.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, caseForm);
  if (!form.ok) return casePage(c, id, form.values, form.errors, 422);
  const { db, now, claims } = c.var;
  const {
    row: [row],
  } = await read(c, { row: caseRow(db.orm, id, claims?.villageId ?? null) });
  if (!row) throw notFound();
  const { state, claimed, recovered } = form.value;
  if (state !== row.state && !caseMoves(row.state).includes(state))
    return problem(c, 'wrong_state', paths.case(id));
  const line = {
    key: form.key,
    at: now,
    actor: actor(c),
    action: 'case.update',
    subject: id,
    detail: { state },
  };
  await record(db, line, [
    updateCase(db.orm, id, {
      state,
      claimedFen: claimed,
      recoveredFen: recovered,
      closedAt: state === 'closed' ? now : null,
    }),
  ]);
  return done(c, paths.case(id));
});
