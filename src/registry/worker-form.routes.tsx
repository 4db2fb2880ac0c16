import { Hono } from 'hono';
import { record } from '../access/audit.queries.ts';
import { actor, may, ownVillage, read } from '../access/session.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../http/forms.ts';
import { done, page, problem, wordsOf } from '../http/page.tsx';
import { newId } from '../ids.ts';
import { paths } from '../paths.ts';
import { WorkerFormBody } from '../../views/registry/worker-form.tsx';
import { likenessesOfNew } from './likeness.queries.ts';
import { workerForm } from './registry.forms.ts';
import * as registry from './registry.queries.ts';
import { dataConsent as dataConsentTable } from './person-facts.tables.ts';
import { comeBack, insertWorker, workerRowOf } from './worker-rows.queries.ts';
import { guardOf, violates } from '../db/errors.ts';
import type { Asked } from '../../views/registry/worker-form-view.ts';

export const workerFormRoutes = new Hono<AppEnv>();

type FormProps = {
  values: FormValues;
  errors: FormErrors;
  worker?: { id: string };
  asked?: Asked | null;
};

export async function formPage(c: C, props: FormProps, status?: 422) {
  const { villages } = await read(c, { villages: registry.villages(c.var.db.orm) });
  const offered = ownVillage(c) ? villages.filter((v) => v.id === ownVillage(c)) : villages;
  const title = props.worker ? wordsOf(c).workers.edit : wordsOf(c).workers.add;
  const back = props.worker ? paths.worker(props.worker.id) : paths.workers;
  return page(
    c,
    { title, at: 'workers', back, headed: true },
    <WorkerFormBody
      typed={{ values: props.values, errors: props.errors }}
      villages={offered}
      id={props.worker?.id ?? null}
      asked={props.asked ?? null}
      formKey={props.values['key']}
    />,
    status,
  );
}

workerFormRoutes.get(paths.newWorker, may('worker.write'), (c) =>
  formPage(c, { values: {}, errors: {} }),
);

export function kinOf(form: { kinName: string; kinRelation: string; kinPhone: string | null }) {
  return form.kinName
    ? { name: form.kinName, relation: form.kinRelation, phone: form.kinPhone ?? '' }
    : null;
}

workerFormRoutes.post(paths.workers, may('worker.write'), async (c) => {
  const form = await readForm(c, workerForm);
  if (!form.ok) return formPage(c, form, 422);
  const { db, now } = c.var;
  const { idNumber, dataConsent, kinName: _n, kinRelation: _r, kinPhone: _p, ...rest } = form.value;
  if (ownVillage(c) && rest.villageId !== ownVillage(c)) throw notFound();
  const row = await workerRowOf(
    c.env.SECRET,
    {
      ...rest,
      availabilityAt: now,
      idNumber: idNumber.number,
      bornOn: idNumber.bornOn,
      sex: idNumber.sex,
      kin: kinOf(form.value),
      dataConsentAt: dataConsent ? now : null,
    },
    now,
  );
  const {
    forgotten: [forgotten],
  } = await read(c, {
    forgotten: registry.forgottenWorker(db.orm, row.idNumberIndex, ownVillage(c)),
  });
  // Whoever asked to be forgotten and comes back is the same person to the ledger, and starts anew
  // for all else.
  const id = forgotten?.id ?? row.id;
  const consent = { id: newId(now), workerId: id, given: true, at: now, actor: actor(c) };
  try {
    const added = await record(
      db,
      { key: form.key, at: now, actor: actor(c), action: 'worker.add', subject: id },
      [
        ...(forgotten ? comeBack(db.orm, { ...row, id }) : [insertWorker(db.orm, row)]),
        ...(dataConsent ? [db.orm.insert(dataConsentTable).values(consent)] : []),
        likenessesOfNew(db.orm, [id], now),
      ],
    );
    return done(c, paths.worker(added));
  } catch (error) {
    if (violates(error, 'worker.id_number_index'))
      return formPage(c, { ...form, errors: { idNumber: 'id_known' } }, 422);
    if (guardOf(error) === null) throw error;
    return problem(c, 'wrong_state', paths.newWorker, 409);
  }
});
