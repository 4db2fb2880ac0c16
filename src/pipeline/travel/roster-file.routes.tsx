import { refuse } from '../../access/refuse.requests.ts';
import { Hono } from 'hono';
import { record } from '../../access/audit.queries.ts';
import { auditPeople } from '../../access/audit-people.queries.ts';
import { decryptField } from '../../access/field-encryption.ts';
import { actor, allows, may } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { Failure } from '../../http/failures.ts';
import { readForm } from '../../http/forms.ts';
import { reader } from '../../http/page.tsx';
import { sendFile } from '../../http/show.ts';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { idNumberCiphers } from '../../registry/registry.queries.ts';
import { CSV, toCsv, toXlsx, XLSX } from '../../sheets/write.ts';
import { employerSheet, railwaySheet } from '../../../views/travel/roster-sheets.ts';
import { readBatch } from '../batch/read-batch.requests.ts';
import { rosterFileForm } from './travel.forms.ts';
import { isSelected } from '../batch/placement.ts';

export const rosterFileRoutes = new Hono<AppEnv>();

/**
 * The batch's people in the shape that an employer or a railway asks for. Tickets are sold on whole
 * ID numbers only, so that shape needs a reason; the employer's holds none. Each file is on record
 * with its rows.
 */
rosterFileRoutes.post('/batches/:id/roster-file', may('batch.write'), async (c) => {
  const id = c.req.param('id');
  const form = await readForm(c, rosterFileForm);
  const { s, order, workers } = await readBatch(c, { batchId: id });
  if (!form.ok) return refuse(c, form, paths.travel(id));
  const { shape, format, reason } = form.value;
  if (shape === 'railway' && !allows(c, 'id_number.reveal'))
    throw new Failure(403, 'not_permitted');
  const { db, now } = c.var;
  const chosen = new Set(s.placements.filter(isSelected).map((p) => p.workerId));
  const people = workers.filter((worker) => chosen.has(worker.id));
  const detail = {
    list: `roster_${shape}`,
    rows: people.length,
    ...(shape === 'railway' ? { reason } : {}),
  };
  // A key of our own: the page stays and its form's key with it, and no file may go out without its
  // line.
  const line = { key: newId(now), at: now, actor: actor(c), action: 'worker.export', subject: id };
  await record(
    db,
    { ...line, detail },
    shape === 'railway' ? auditPeople(db.orm, line.key, [...chosen]) : [],
  );
  const given = { code: s.code, employer: order.terms.employer, people };
  const list =
    shape === 'employer'
      ? employerSheet(reader(c), given)
      : railwaySheet(
          reader(c),
          given,
          new Map(
            await Promise.all(
              (await db.batch([idNumberCiphers(db.orm, [...chosen])]))[0].map(
                async ({ id: worker, cipher }) =>
                  [worker, await decryptField(c.env.SECRET, cipher)] as const,
              ),
            ),
          ),
        );
  return format === 'csv'
    ? sendFile(c, `${list.name}.csv`, CSV, toCsv(list))
    : sendFile(c, `${list.name}.xlsx`, XLSX, await toXlsx(list));
});
