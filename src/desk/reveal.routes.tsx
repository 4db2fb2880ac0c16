import { refuse } from '../access/refuse.requests.ts';
import { record } from '../access/audit.queries.ts';
import { decryptField } from '../access/field-encryption.ts';
import { actor, may } from '../access/session.ts';
import { notFound } from '../http/failures.ts';
import { readForm } from '../http/forms.ts';
import { newId } from '../ids.ts';
import { paths } from '../paths.ts';
import { revealForm } from '../registry/registry.forms.ts';
import { Hono } from 'hono';
import type { AppEnv } from '../http/app-context.ts';
import { loadPerson, isClosed, personPage } from './person-page.requests.tsx';

export const revealRoutes = new Hono<AppEnv>();

/**
 * Shows an ID number once, in the answer to this request only; the reason is on record before it is
 * shown.
 */
revealRoutes.post('/workers/:id/id-number', may('id_number.reveal'), async (c) => {
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
