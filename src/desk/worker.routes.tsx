import { refuse } from '../access/refuse.requests.ts';
import { Hono } from 'hono';
import { record } from '../access/audit.queries.ts';
import { revealsOf } from '../access/audit-people.queries.ts';
import { decryptField, encryptField } from '../access/field-encryption.ts';
import { accountNames } from '../access/account.queries.ts';
import { liveLinks } from '../access/link.queries.ts';
import { actor, allows, may, ownVillage, read } from '../access/session.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { readForm } from '../http/forms.ts';
import { done, page, problem } from '../http/page.tsx';
import { newId } from '../ids.ts';
import { goTo } from '../http/show.ts';
import { paths } from '../paths.ts';
import {
  batchesOfWorker,
  joinableBatches,
  placementsOfWorker,
} from '../pipeline/batch/batch.queries.ts';
import { WorkerPageBody } from '../../views/registry/worker-page.tsx';
import { figuresOf } from '../settings/figures.ts';
import { figuresQuery } from '../settings/figures.queries.ts';
import { certificateForm, revealForm } from '../registry/registry.forms.ts';
import { certificate } from '../registry/registry.tables.ts';
import { hasWithdrawn } from '../registry/data-consent.ts';
import { dataConsent } from '../registry/person-facts.tables.ts';
import { entriesOf } from '../registry/entries.queries.ts';
import * as registry from '../registry/registry.queries.ts';
import { mergersInto } from './merger.queries.ts';
import { namesOf } from '../registry/wish.queries.ts';
import { updateWorker } from '../registry/worker-rows.queries.ts';
import { z } from 'zod';
import type { Person } from '../../views/registry/person-view.ts';
import { casesOfWorker } from '../pipeline/follow-up/rights-case.queries.ts';

export const workerRoutes = new Hono<AppEnv>();
const CHANGES = 12;
const REVEALS = 6;

function readPerson(c: C, id: string) {
  const { orm } = c.var.db;
  return read(c, {
    rows: registry.workerRow(orm, id, ownVillage(c)),
    certificates: registry.certificatesOf(orm, id),
    placements: placementsOfWorker(orm, id),
    batches: batchesOfWorker(orm, id),
    cases: casesOfWorker(orm, id),
    links: liveLinks(orm, id, c.var.now),
    villages: registry.villages(orm),
    joinable: joinableBatches(orm),
    changes: registry.changesOfWorker(orm, id, CHANGES),
    reveals: revealsOf(orm, entriesOf(id), REVEALS),
    consents: registry.dataConsentsOf(orm, id),
    likenesses: registry.likenessesOf(orm, id),
    mergers: mergersInto(orm, id),
    companions: namesOf(orm, id),
    accounts: accountNames(orm),
    figures: figuresQuery(orm),
  });
}

async function loadPerson(c: C, id: string) {
  const { rows, links, companions, villages, accounts, figures, ...found } = await readPerson(
    c,
    id,
  );
  const [row] = rows;
  if (!row) throw notFound();
  const { idNumberCipher, idNumberIndex: _i, ...worker } = row;
  const isFree = !found.placements.some((p) => p.active) && row.erasureDueOn === null;
  const mayMerge = allows(c, 'worker.merge');
  const person: Person = {
    ...found,
    joinable: allows(c, 'batch.write') && isFree ? found.joinable : [],
    worker,
    village: villages.find((v) => v.id === row.villageId)?.name ?? '',
    link: links[0] ?? null,
    companions: companions.map(({ name }) => name),
    villageName: new Map(villages.map((v) => [v.id, v.name])),
    accountName: new Map(accounts.map((each) => [`account:${each.id}`, each.name])),
    wishHolds: figuresOf(figures[0]?.value).wishHolds,
    likenesses: mayMerge ? found.likenesses.length : 0,
    mergers: mayMerge ? found.mergers : [],
  };
  return { person, idNumberCipher };
}

/**
 * Whether nothing is to be done any more: the entry became part of another, or the person asked to
 * be forgotten.
 */
function isClosed({ worker }: Person): boolean {
  return worker.mergedInto !== null || worker.erasedAt !== null || worker.erasureDueOn !== null;
}

function personPage(c: C, person: Person, extra: { idNumber?: string } = {}) {
  return page(
    c,
    { title: person.worker.name, at: 'workers', back: paths.workers },
    <WorkerPageBody
      person={person}
      {...extra}
      mayWrite={allows(c, 'worker.write') && !isClosed(person)}
      mayReveal={allows(c, 'id_number.reveal') && !isClosed(person)}
      mayErase={allows(c, 'worker.erase') && !isClosed(person)}
    />,
  );
}

workerRoutes.get('/workers/:id{[0-9A-Z]{26}}', may('worker.read'), async (c) => {
  const { person } = await loadPerson(c, c.req.param('id'));
  // Whoever has the address of an entry that became part of another is led there.
  if (person.worker.erasedAt) throw notFound();
  return person.worker.mergedInto
    ? goTo(c, paths.worker(person.worker.mergedInto))
    : personPage(c, person);
});

workerRoutes.post('/workers/:id/certificates', may('worker.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, certificateForm);
  const { db, now } = c.var;
  const { person } = await loadPerson(c, id);
  if (isClosed(person)) throw notFound();
  if (!form.ok) return refuse(c, form, paths.worker(id));
  const { number, ...rest } = form.value;
  await record(
    db,
    { key: form.key, at: now, actor: actor(c), action: 'certificate.add', subject: id },
    [
      db.orm.insert(certificate).values({
        id: newId(now),
        workerId: id,
        ...rest,
        // The number of a special operations card is the ID number, so it is kept as one.
        numberCipher: number === '' ? null : await encryptField(c.env.SECRET, number),
        numberLast4: number.slice(-4),
      }),
      updateWorker(db.orm, id, { skilled: true }),
    ],
  );
  return done(c, paths.worker(id));
});

workerRoutes.post('/workers/:id/data-consent', may('worker.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, z.object({ agrees: z.string().optional() }));
  const { db, now } = c.var;
  const {
    row: [row],
    words,
  } = await read(c, {
    row: registry.openWorker(db.orm, id, ownVillage(c)),
    words: registry.dataConsentsOf(db.orm, id),
  });
  if (!row) throw notFound();
  const agrees = form.ok && form.value.agrees === 'yes';
  // What they took back by their own link only they can give again.
  if (agrees && hasWithdrawn(words))
    return problem(c, 'withdrawn_by_worker', paths.worker(id), 409);
  await record(
    db,
    {
      key: form.key,
      at: now,
      actor: actor(c),
      action: agrees ? 'data_consent.give' : 'data_consent.withdraw',
      subject: id,
    },
    [
      db.orm
        .insert(dataConsent)
        .values({ id: newId(now), workerId: id, given: agrees, at: now, actor: actor(c) }),
      updateWorker(db.orm, id, { dataConsentAt: agrees ? now : null }),
    ],
  );
  return done(c, paths.worker(id));
});

/**
 * Shows an ID number once, in the answer to this request only; the reason is on record before it is
 * shown.
 */
workerRoutes.post('/workers/:id/id-number', may('id_number.reveal'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, revealForm);
  const { db, now } = c.var;
  const { person, idNumberCipher } = await loadPerson(c, id);
  if (isClosed(person)) throw notFound();
  if (!form.ok) return refuse(c, form, paths.worker(id));
  const detail = { reason: form.value.reason };
  // A key of our own: a form's key that was used before must never show a number without its line
  // in the audit.
  await record(
    db,
    { key: newId(now), at: now, actor: actor(c), action: 'id_number.reveal', subject: id, detail },
    [],
  );
  return personPage(c, person, { idNumber: await decryptField(c.env.SECRET, idNumberCipher) });
});
