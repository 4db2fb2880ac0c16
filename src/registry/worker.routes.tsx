import { Hono } from 'hono';
import { record } from '../access/audit.queries.ts';
import { decryptField } from '../access/field-encryption.ts';
import { liveLinks } from '../access/link.queries.ts';
import { may as roleMay } from '../access/permissions.ts';
import { may, read } from '../access/session.ts';
import { violates } from '../db/client.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { type FormErrors, type FormValues, readForm } from '../http/forms.ts';
import { done, fragment, page, wordsOf } from '../http/page.tsx';
import { wantsFragment } from '../http/show.ts';
import { newId } from '../ids.ts';
import { paths, withQuery } from '../paths.ts';
import { batchesOfWorker, joinableBatches, placementsOfWorker } from '../pipeline/batch/batch.queries.ts';
import { casesOfWorker } from '../pipeline/follow-up/follow-up.queries.ts';
import { WorkerFormBody } from '../../views/registry/worker-form.tsx';
import { WorkerListBody, WorkerRows } from '../../views/registry/worker-list.tsx';
import { type Person, WorkerPageBody } from '../../views/registry/worker-page.tsx';
import { certificateForm, revealForm, workerEditForm, workerForm } from './registry.forms.ts';
import { certificate } from './registry.tables.ts';
import * as registry from './registry.queries.ts';
import { toPinyin } from './pinyin.ts';
import { readSearch } from './search.ts';
import { insertWorkers, updateWorker, workerRowOf } from './worker-rows.queries.ts';
import { z } from 'zod';

export const workerRoutes = new Hono<AppEnv>();
const PAGE = 20;

const ownVillage = (c: C): string | null => c.var.claims?.villageId ?? null;
const actor = (c: C): string => `account:${c.var.claims?.accountId ?? ''}`;
const allows = (c: C, permission: Parameters<typeof roleMay>[1]) =>
  c.var.claims !== null && roleMay(c.var.claims.role, permission);

const readCursor = (c: C): registry.Cursor | null => {
  const value = c.req.query('after');
  const id = c.req.query('id');
  return value && id ? { value, id } : null;
};

workerRoutes.get(paths.workers, may('worker.read'), async (c) => {
  const { orm } = c.var.db;
  const typed = c.req.query('q') ?? '';
  const search = readSearch(typed);
  const [rows, villages] = await read(c, [
    registry.workerPage(orm, search, ownVillage(c), readCursor(c), PAGE),
    registry.villages(orm),
  ]);
  const matches = search.by === 'name' ? rows.filter((row) => row.name.startsWith(search.prefix)) : rows;
  const shown = matches.slice(0, PAGE);
  const last = shown.at(-1);
  const sorted = last && (search.by === 'name' && ownVillage(c) === null ? last.name : last.pinyin);
  const more =
    rows.length > PAGE && last && search.by !== 'phone' && search.by !== 'initials'
      ? withQuery(paths.workers, { q: typed, after: sorted ?? '', id: last.id })
      : null;
  const list = <WorkerRows workers={shown} villages={villages} more={more} />;
  if (wantsFragment(c)) return fragment(c, list);
  return page(
    c,
    { title: wordsOf(c).workers.title, at: 'workers' },
    <WorkerListBody typed={typed} mayWrite={allows(c, 'worker.write')} mayImport={allows(c, 'worker.import')}>
      {list}
    </WorkerListBody>,
  );
});

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

workerRoutes.get(paths.newWorker, may('worker.write'), (c) => formPage(c, { values: {}, errors: {} }));

const kinOf = (form: { kinName: string; kinRelation: string; kinPhone?: string | undefined }) =>
  form.kinName ? { name: form.kinName, relation: form.kinRelation, phone: form.kinPhone ?? '' } : null;

workerRoutes.post(paths.workers, may('worker.write'), async (c) => {
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
  try {
    const added = await record(
      db,
      { key: form.key, at: now, actor: actor(c), action: 'worker.add', subject: row.id },
      insertWorkers(db.orm, [row]),
    );
    return done(c, paths.worker(added));
  } catch (error) {
    if (violates(error, 'worker.id_number_index'))
      return formPage(c, { ...form, errors: { idNumber: 'id_known' } }, 422);
    throw error;
  }
});

const loadPerson = async (c: C, id: string) => {
  const { orm } = c.var.db;
  const [[row], certificates, placements, batches, cases, links, villages, joinable] = await read(c, [
    registry.workerRow(orm, id, ownVillage(c)),
    registry.certificatesOf(orm, id),
    placementsOfWorker(orm, id),
    batchesOfWorker(orm, id),
    casesOfWorker(orm, id),
    liveLinks(orm, id, c.var.now),
    registry.villages(orm),
    joinableBatches(orm),
  ]);
  if (!row) throw notFound();
  const village = villages.find((v) => v.id === row.villageId)?.name ?? '';
  const { idNumberCipher, idNumberIndex: _i, ...worker } = row;
  const busy = placements.some((p) => p.active);
  const person: Person = {
    joinable: allows(c, 'batch.write') && !busy ? joinable : [],
    worker,
    village,
    certificates,
    placements,
    batches,
    cases,
    link: links[0] ?? null,
  };
  return { person, idNumberCipher };
};

const personPage = (c: C, person: Person, extra: { idNumber?: string; errors?: FormErrors } = {}, status?: 422) =>
  page(
    c,
    { title: person.worker.name, at: 'workers', back: paths.workers },
    <WorkerPageBody
      person={person}
      {...extra}
      mayWrite={allows(c, 'worker.write')}
      mayReveal={allows(c, 'id_number.reveal')}
    />,
    status,
  );

workerRoutes.get('/workers/:id{[0-9A-Z]{26}}', may('worker.read'), async (c) => {
  const { person } = await loadPerson(c, c.req.param('id'));
  return personPage(c, person);
});

workerRoutes.get('/workers/:id/edit', may('worker.write'), async (c) => {
  const [[row]] = await read(c, [registry.workerRow(c.var.db.orm, c.req.param('id'), ownVillage(c))]);
  if (!row) throw notFound();
  const { name, phone, villageId, groupName, trade, skilled, availability, kin } = row;
  const values = { name, phone, villageId, groupName, trade, skilled: skilled ? 'yes' : '', availability };
  return formPage(c, {
    values: { ...values, kinName: kin?.name ?? '', kinRelation: kin?.relation ?? '', kinPhone: kin?.phone ?? '' },
    errors: {},
    worker: { id: row.id },
  });
});

workerRoutes.post('/workers/:id/edit', may('worker.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, workerEditForm);
  if (!form.ok) return formPage(c, { ...form, worker: { id } }, 422);
  const { db, now } = c.var;
  const [[row]] = await read(c, [registry.workerRow(db.orm, id, ownVillage(c))]);
  if (!row || (ownVillage(c) && form.value.villageId !== ownVillage(c))) throw notFound();
  const { kinName: _n, kinRelation: _r, kinPhone: _p, ...rest } = form.value;
  const changed = Object.entries(rest).filter(([field, value]) => row[field as keyof typeof row] !== value);
  await record(
    db,
    {
      key: form.key,
      at: now,
      actor: actor(c),
      action: 'worker.edit',
      subject: id,
      detail: { fields: changed.map(([field]) => field) },
    },
    [
      updateWorker(db.orm, id, {
        ...rest,
        ...toPinyin(rest.name),
        phoneLast4: rest.phone.slice(-4),
        kin: kinOf(form.value),
      }),
    ],
  );
  return done(c, paths.worker(id));
});

workerRoutes.post('/workers/:id/certificates', may('worker.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, certificateForm);
  const { db, now } = c.var;
  const { person } = await loadPerson(c, id);
  if (!form.ok) return personPage(c, person, { errors: form.errors }, 422);
  await record(db, { key: form.key, at: now, actor: actor(c), action: 'certificate.add', subject: id }, [
    db.orm.insert(certificate).values({ id: newId(now), workerId: id, ...form.value }),
    updateWorker(db.orm, id, { skilled: true }),
  ]);
  return done(c, paths.worker(id));
});

workerRoutes.post('/workers/:id/data-consent', may('worker.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({ agrees: z.string().optional() }));
  const { db, now } = c.var;
  const [[row]] = await read(c, [registry.workerRow(db.orm, id, ownVillage(c))]);
  if (!row) throw notFound();
  const agrees = form.ok && form.value.agrees === 'yes';
  await record(
    db,
    {
      key: form.key,
      at: now,
      actor: actor(c),
      action: agrees ? 'data_consent.give' : 'data_consent.withdraw',
      subject: id,
    },
    [updateWorker(db.orm, id, { dataConsentAt: agrees ? now : null })],
  );
  return done(c, paths.worker(id));
});

/** Shows an ID number once, in the answer to this request only; the reason is on record before it is shown. */
workerRoutes.post('/workers/:id/id-number', may('id_number.reveal'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, revealForm);
  const { db, now } = c.var;
  const { person, idNumberCipher } = await loadPerson(c, id);
  if (!form.ok) return personPage(c, person, { errors: form.errors }, 422);
  const detail = { reason: form.value.reason };
  // A key of our own: a form's key that was used before must never show a number without its line in the audit.
  await record(db, { key: newId(now), at: now, actor: actor(c), action: 'id_number.reveal', subject: id, detail }, []);
  return personPage(c, person, { idNumber: await decryptField(c.env.SECRET, idNumberCipher) });
});
