import { refuse } from '../access/refuse.requests.ts';
import { record } from '../access/audit.queries.ts';
import { auditPeople } from '../access/audit-people.queries.ts';
import { decryptField } from '../access/field-encryption.ts';
import { actor, allows, may, ownVillage, read } from '../access/session.ts';
import { dayOf } from '../clock.ts';
import type { C, AppEnv } from '../http/app-context.ts';
import { Failure } from '../http/failures.ts';
import { readForm } from '../http/forms.ts';
import { reader } from '../http/page.tsx';
import { sendFile } from '../http/show.ts';
import { newId } from '../ids.ts';
import { paths } from '../paths.ts';
import { type Figures, figuresOf } from '../settings/figures.ts';
import { figuresQuery } from '../settings/figures.queries.ts';
import { CSV, toCsv, toXlsx, XLSX } from '../sheets/write.ts';
import { peopleList } from '../../views/registry/people-sheet.ts';
import { type Cursor, pageOf, peopleQueries, type PersonRow } from './people-list.queries.ts';
import { exportForm } from './registry.forms.ts';
import * as registry from './registry.queries.ts';
import { type Query, readQuery } from './search.ts';
import { isShown, filtersIn, listAt } from './people-list.routes.tsx';
import { Hono } from 'hono';

export const peopleExportRoutes = new Hono<AppEnv>();

/** People read at once for a file, and the most that one holds. */
const EXPORTED_AT_ONCE = 1000;

const MOST_EXPORTED = 30_000;

async function everybody(c: C, query: Query, figures: Figures): Promise<PersonRow[]> {
  const all: PersonRow[] = [];
  let cursor: Cursor | null = null;
  do {
    const answers: PersonRow[][] = await c.var.db.batch(
      peopleQueries(c.var.db.orm, query, cursor, EXPORTED_AT_ONCE),
    );
    const { people, next } = pageOf(query, answers, isShown(c, query, figures), EXPORTED_AT_ONCE);
    all.push(...people);
    cursor = next;
  } while (cursor !== null && all.length < MOST_EXPORTED);
  return all;
}

/** Whole ID numbers of many people, by their ids. */
async function idNumbersOf(c: C, people: PersonRow[]): Promise<Map<string, string>> {
  const { db } = c.var;
  const groups = Array.from({ length: Math.ceil(people.length / 2000) }, (_, i) =>
    people.slice(i * 2000, (i + 1) * 2000).map(({ id }) => id),
  );
  const sealed = (
    await db.batch(groups.map((ids) => registry.idNumberCiphers(db.orm, ids)))
  ).flat();
  return new Map(
    await Promise.all(
      sealed.map(async ({ id, cipher }) => [id, await decryptField(c.env.SECRET, cipher)] as const),
    ),
  );
}

/**
 * Any list of people as a file. The audit keeps the filter and how many rows; whole ID numbers need
 * a reason.
 */
peopleExportRoutes.post(paths.workerExport, may('worker.export'), async (c) => {
  const form = await readForm(c, exportForm);
  const filters = filtersIn(Object.fromEntries(new URLSearchParams(form.values['query'] ?? '')));
  const { orm } = c.var.db;
  const {
    areas,
    kept: [kept],
  } = await read(c, { areas: registry.villages(orm), kept: figuresQuery(orm) });
  if (!form.ok) return refuse(c, form, listAt(filters));
  const { format, idNumbers, reason } = form.value;
  if (idNumbers && !allows(c, 'id_number.reveal')) throw new Failure(403, 'not_permitted');
  const { db, now } = c.var;
  const people = await everybody(
    c,
    readQuery(filters, areas, ownVillage(c)),
    figuresOf(kept?.value),
  );
  // Who is on the list stays out of the audit; what it was narrowed to, but for a typed name, is
  // in.
  const { q, ...chosen } = filters;
  const detail = { list: 'workers', rows: people.length, ...chosen, ...(q ? { typed: true } : {}) };
  // A key of our own: a page that is not left sends its form's key again, and no file may go out
  // without its line.
  const line = {
    key: newId(now),
    at: now,
    actor: actor(c),
    action: 'worker.export',
    subject: 'workers',
  };
  await record(
    db,
    { ...line, detail: idNumbers ? { ...detail, idNumbers, reason } : detail },
    idNumbers
      ? auditPeople(
          db.orm,
          line.key,
          people.map(({ id }) => id),
        )
      : [],
  );
  const villageName = new Map(areas.map(({ id, name }) => [id, name]));
  const list = peopleList(
    reader(c),
    people,
    villageName,
    idNumbers ? await idNumbersOf(c, people) : null,
  );
  const name = `${list.name}-${dayOf(now)}`;
  return format === 'csv'
    ? sendFile(c, `${name}.csv`, CSV, toCsv(list))
    : sendFile(c, `${name}.xlsx`, XLSX, await toXlsx(list));
});
