import type { z } from 'zod';
import { Hono } from 'hono';
import { record } from '../access/audit.queries.ts';
import { actor, may, ownVillage, read } from '../access/session.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../http/forms.ts';
import { done, page, problem, wordsOf } from '../http/page.tsx';
import { newId } from '../ids.ts';
import { paths } from '../paths.ts';
import { type Asked, WorkerFormBody } from '../../views/registry/worker-form.tsx';
import { CORRECTED_FIELD } from './correction.ts';
import { answerCorrection, correctionRow } from './correction.queries.ts';
import { changeFields, changeIdNumber, type Told } from './field-changes.queries.ts';
import { likenessesOfNew } from './likeness.queries.ts';
import { kinText, type PersonField } from './person-fields.ts';
import { workerEditForm, workerForm } from './registry.forms.ts';
import * as registry from './registry.queries.ts';
import { dataConsent as dataConsentTable } from './person-facts.tables.ts';
import {
  comeBack,
  idNumberRow,
  insertWorker,
  updateWorker,
  workerRowOf,
} from './worker-rows.queries.ts';
import { guardOf, violates } from '../db/errors.ts';

export const workerFormRoutes = new Hono<AppEnv>();

type FormProps = {
  values: FormValues;
  errors: FormErrors;
  worker?: { id: string };
  asked?: Asked | null;
};

async function formPage(c: C, props: FormProps, status?: 422) {
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

function kinOf(form: { kinName: string; kinRelation: string; kinPhone: string | null }) {
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

/** What two entries of one person are recognised by. */
const LIKENESS_FIELDS = ['name', 'phone', 'idNumber'];

type Row = Awaited<ReturnType<typeof registry.workerRow>>[number];

function valuesOf({
  name,
  phone,
  villageId,
  groupName,
  trade,
  skilled,
  kin,
  remark,
}: Row): FormValues {
  return {
    name,
    phone,
    villageId,
    groupName,
    trade,
    skilled: skilled ? 'yes' : '',
    remark,
    kinName: kin?.name ?? '',
    kinRelation: kin?.relation ?? '',
    kinPhone: kin?.phone ?? '',
  };
}

/** The request by a worker's own link that the form answers, as long as it is open and theirs. */
async function askedOf(
  c: C,
  workerId: string,
  correctionId: string | undefined,
): Promise<Asked | null> {
  if (!correctionId) return null;
  const [[row]] = await c.var.db.batch([correctionRow(c.var.db.orm, correctionId)]);
  return row?.state === 'open' && row.workerId === workerId ? row : null;
}

workerFormRoutes.get('/workers/:id/edit', may('worker.write'), async (c) => {
  const {
    row: [row],
  } = await read(c, { row: registry.openWorker(c.var.db.orm, c.req.param('id'), ownVillage(c)) });
  if (!row) throw notFound();
  const asked = await askedOf(c, row.id, c.req.query('correction'));
  const field = asked && CORRECTED_FIELD[asked.field];
  const values = { ...valuesOf(row), ...(asked && field ? { [field]: asked.wanted } : {}) };
  return formPage(c, { values, errors: {}, worker: { id: row.id }, asked });
});

type Edit = z.output<typeof workerEditForm>;

/** What of a person is other than it was. */
function changesIn(row: Row, edit: Edit): Told[] {
  const { name, phone, villageId, groupName, trade, remark } = edit;
  const told: Record<Exclude<PersonField, 'availability'>, [from: string, to: string]> = {
    name: [row.name, name],
    phone: [row.phone, phone],
    villageId: [row.villageId, villageId],
    groupName: [row.groupName, groupName],
    trade: [row.trade, trade],
    remark: [row.remark, remark],
    kin: [kinText(row.kin), kinText(kinOf(edit))],
  };
  return (Object.keys(told) as (keyof typeof told)[]).flatMap((field): Told[] => {
    const [from, to] = told[field];
    return from === to ? [] : [{ id: row.id, change: { field, from, to } }];
  });
}

workerFormRoutes.post('/workers/:id/edit', may('worker.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, workerEditForm);
  const { db, now } = c.var;
  const { rows } = await read(c, { rows: registry.openWorker(db.orm, id, ownVillage(c)) });
  const [row] = rows;
  if (!row) throw notFound();
  const asked = await askedOf(c, id, form.values['correction']);
  const again = { values: form.values, worker: { id }, asked };
  if (!form.ok) return formPage(c, { ...again, errors: form.errors }, 422);
  if (ownVillage(c) && form.value.villageId !== ownVillage(c)) throw notFound();
  const { skilled, idNumber } = form.value;
  const changes = changesIn(row, form.value);
  const number = idNumber && (await idNumberRow(c.env.SECRET, idNumber));
  const isOther = number && number.idNumberIndex !== row.idNumberIndex;
  const by = { at: now, actor: actor(c), cause: asked && `correction:${asked.id}` };
  const fields = [...changes.map(({ change }) => change.field), ...(isOther ? ['idNumber'] : [])];
  const isOtherPerson = fields.some((field) => LIKENESS_FIELDS.includes(field));
  const stamp = { key: form.key, at: now, actor: actor(c) };
  const settled = asked && {
    id: asked.id,
    state: 'done' as const,
    answer: '',
    at: now,
    by: actor(c),
  };
  try {
    await record(db, { ...stamp, action: 'worker.edit', subject: id, detail: { fields } }, [
      ...changeFields(db.orm, changes, by),
      ...(isOther ? changeIdNumber(db.orm, row, number, by) : []),
      updateWorker(db.orm, id, { skilled }),
      ...(isOtherPerson ? [likenessesOfNew(db.orm, [id], now)] : []),
      ...(settled ? answerCorrection(db.orm, settled) : []),
    ]);
  } catch (error) {
    if (violates(error, 'worker.id_number_index'))
      return formPage(c, { ...again, errors: { idNumber: 'id_known' } }, 422);
    if (guardOf(error) === null) throw error;
    return problem(c, 'wrong_state', paths.worker(id), 409);
  }
  return done(c, asked ? paths.corrections : paths.worker(id));
});
