import { Hono } from 'hono';
import { record } from '../access/audit.queries.ts';
import { actor, may, ownVillage, read } from '../access/session.ts';
import { violates } from '../db/client.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../http/forms.ts';
import { done, page, wordsOf } from '../http/page.tsx';
import { newId } from '../ids.ts';
import { paths } from '../paths.ts';
import { WorkerFormBody } from '../../views/registry/worker-form.tsx';
import { changeFields, type Told } from './field-changes.queries.ts';
import { kinText, type PersonField } from './person-fields.ts';
import { workerEditForm, workerForm } from './registry.forms.ts';
import * as registry from './registry.queries.ts';
import { dataConsent as dataConsentTable } from './person-facts.tables.ts';
import { insertWorker, updateWorker, workerRowOf } from './worker-rows.queries.ts';

export const workerFormRoutes = new Hono<AppEnv>();

const formPage = async (
  c: C,
  props: { values: FormValues; errors: FormErrors; worker?: { id: string } },
  status?: 422,
) => {
  const [villages] = await read(c, [registry.villages(c.var.db.orm)]);
  const offered = ownVillage(c) ? villages.filter((v) => v.id === ownVillage(c)) : villages;
  const title = props.worker ? wordsOf(c).workers.edit : wordsOf(c).workers.add;
  const back = props.worker ? paths.worker(props.worker.id) : paths.workers;
  return page(
    c,
    { title, at: 'workers', back },
    <WorkerFormBody
      typed={{ values: props.values, errors: props.errors }}
      villages={offered}
      id={props.worker?.id ?? null}
      formKey={props.values['key']}
    />,
    status,
  );
};

workerFormRoutes.get(paths.newWorker, may('worker.write'), (c) => formPage(c, { values: {}, errors: {} }));

const kinOf = (form: { kinName: string; kinRelation: string; kinPhone?: string | undefined }) =>
  form.kinName ? { name: form.kinName, relation: form.kinRelation, phone: form.kinPhone ?? '' } : null;

workerFormRoutes.post(paths.workers, may('worker.write'), async (c) => {
  const form = await readForm(c, workerForm);
  if (!form.ok) return formPage(c, form, 422);
  const { db, now } = c.var;
  const { idNumber, dataConsent, kinName: _n, kinRelation: _r, kinPhone: _p, ...rest } = form.value;
  if (ownVillage(c) && rest.villageId !== ownVillage(c)) throw notFound();
  await read(c, []);
  const row = await workerRowOf(
    c.env.SECRET,
    {
      ...rest,
      idNumber: idNumber.number,
      bornOn: idNumber.bornOn,
      sex: idNumber.sex,
      kin: kinOf(form.value),
      dataConsentAt: dataConsent ? now : null,
    },
    now,
  );
  const consent = { id: newId(now), workerId: row.id, given: true, at: now, actor: actor(c) };
  try {
    const added = await record(db, { key: form.key, at: now, actor: actor(c), action: 'worker.add', subject: row.id }, [
      insertWorker(db.orm, row),
      ...(dataConsent ? [db.orm.insert(dataConsentTable).values(consent)] : []),
    ]);
    return done(c, paths.worker(added));
  } catch (error) {
    if (violates(error, 'worker.id_number_index'))
      return formPage(c, { ...form, errors: { idNumber: 'id_known' } }, 422);
    throw error;
  }
});

workerFormRoutes.get('/workers/:id/edit', may('worker.write'), async (c) => {
  const [[row]] = await read(c, [registry.workerRow(c.var.db.orm, c.req.param('id'), ownVillage(c))]);
  if (!row) throw notFound();
  const { name, phone, villageId, groupName, trade, skilled, kin, remark } = row;
  const values = { name, phone, villageId, groupName, trade, skilled: skilled ? 'yes' : '', remark };
  return formPage(c, {
    values: { ...values, kinName: kin?.name ?? '', kinRelation: kin?.relation ?? '', kinPhone: kin?.phone ?? '' },
    errors: {},
    worker: { id: row.id },
  });
});

workerFormRoutes.post('/workers/:id/edit', may('worker.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, workerEditForm);
  if (!form.ok) return formPage(c, { ...form, worker: { id } }, 422);
  const { db, now } = c.var;
  const [[row]] = await read(c, [registry.workerRow(db.orm, id, ownVillage(c))]);
  if (!row || (ownVillage(c) && form.value.villageId !== ownVillage(c))) throw notFound();
  const { name, phone, villageId, groupName, trade, remark, skilled } = form.value;
  const told: Record<Exclude<PersonField, 'availability'>, [from: string, to: string]> = {
    name: [row.name, name],
    phone: [row.phone, phone],
    villageId: [row.villageId, villageId],
    groupName: [row.groupName, groupName],
    trade: [row.trade, trade],
    remark: [row.remark, remark],
    kin: [kinText(row.kin), kinText(kinOf(form.value))],
  };
  const changes = (Object.keys(told) as (keyof typeof told)[]).flatMap((field): Told[] => {
    const [from, to] = told[field];
    return from === to ? [] : [{ id, change: { field, from, to } }];
  });
  const detail = { fields: changes.map(({ change }) => change.field) };
  await record(db, { key: form.key, at: now, actor: actor(c), action: 'worker.edit', subject: id, detail }, [
    ...changeFields(db.orm, changes, { at: now, actor: actor(c), cause: null }),
    updateWorker(db.orm, id, { skilled }),
  ]);
  return done(c, paths.worker(id));
});
