import { refuse } from '../access/refuse.requests.ts';
import { Hono } from 'hono';
import { record } from '../access/audit.queries.ts';
import { encryptField } from '../access/field-encryption.ts';
import { actor, may, ownVillage, read } from '../access/session.ts';
import type { AppEnv } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { readForm } from '../http/forms.ts';
import { done, problem } from '../http/page.tsx';
import { newId } from '../ids.ts';
import { goTo } from '../http/show.ts';
import { paths } from '../paths.ts';
import { certificateForm } from '../registry/registry.forms.ts';
import { certificate } from '../registry/registry.tables.ts';
import { hasWithdrawn } from '../registry/data-consent.ts';
import { dataConsent } from '../registry/person-facts.tables.ts';
import * as registry from '../registry/registry.queries.ts';
import { updateWorker } from '../registry/worker-rows.queries.ts';
import { z } from 'zod';
import { loadPerson, isClosed, personPage } from './person-page.requests.tsx';

export const workerRoutes = new Hono<AppEnv>();

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
