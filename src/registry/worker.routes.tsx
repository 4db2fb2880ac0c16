import { Hono } from 'hono';
import { record } from '../access/audit.queries.ts';
import { decryptField } from '../access/field-encryption.ts';
import { liveLinks } from '../access/link.queries.ts';
import { actor, allows, may, ownVillage, read } from '../access/session.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { type FormErrors, readForm } from '../http/forms.ts';
import { done, fragment, page, wordsOf } from '../http/page.tsx';
import { wantsFragment } from '../http/show.ts';
import { newId } from '../ids.ts';
import { paths, withQuery } from '../paths.ts';
import { batchesOfWorker, joinableBatches, placementsOfWorker } from '../pipeline/batch/batch.queries.ts';
import { casesOfWorker } from '../pipeline/follow-up/follow-up.queries.ts';
import { WorkerListBody, WorkerRows } from '../../views/registry/worker-list.tsx';
import { type Person, WorkerPageBody } from '../../views/registry/worker-page.tsx';
import { certificateForm, revealForm } from './registry.forms.ts';
import { certificate } from './registry.tables.ts';
import * as registry from './registry.queries.ts';
import { readSearch } from './search.ts';
import { updateWorker } from './worker-rows.queries.ts';
import { z } from 'zod';

export const workerRoutes = new Hono<AppEnv>();
const PAGE = 20;

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
