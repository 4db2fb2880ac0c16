import type { z } from 'zod';
import { record } from '../access/audit.queries.ts';
import { actor, may, ownVillage, read } from '../access/session.ts';
import type { C, AppEnv } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { type FormValues, readForm } from '../http/forms.ts';
import { done, problem } from '../http/page.tsx';
import { paths } from '../paths.ts';
import { CORRECTED_FIELD } from './correction.ts';
import { answerCorrection, correctionRow } from './correction.queries.ts';
import { changeFields, changeIdNumber, type Told } from './field-changes.queries.ts';
import { likenessesOfNew } from './likeness.queries.ts';
import { kinText, type PersonField } from './person-fields.ts';
import { workerEditForm } from './registry.forms.ts';
import * as registry from './registry.queries.ts';
import { idNumberRow, updateWorker } from './worker-rows.queries.ts';
import { guardOf, violates } from '../db/errors.ts';
import { formPage, kinOf } from './worker-form.routes.tsx';
import { Hono } from 'hono';
import type { Asked } from '../../views/registry/worker-form-view.ts';

export const workerEditRoutes = new Hono<AppEnv>();

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

workerEditRoutes.get('/workers/:id/edit', may('worker.write'), async (c) => {
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

workerEditRoutes.post('/workers/:id/edit', may('worker.write'), async (c) => {
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
