import { Hono } from 'hono';
import { record, subjectOfKey } from '../access/audit.queries.ts';
import { auditPeople } from '../access/audit-people.queries.ts';
import { decryptField } from '../access/field-encryption.ts';
import { actor, allows, may, ownVillage, read, prove } from '../access/session.ts';
import { dayOf } from '../clock.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { Failure, notFound } from '../http/failures.ts';
import { firstError, readForm } from '../http/forms.ts';
import { done, fragment, page, problem, reader, wordsOf } from '../http/page.tsx';
import { sendFile, wantsFragment } from '../http/show.ts';
import { newId } from '../ids.ts';
import { paths, withQuery } from '../paths.ts';
import { type Figures, figuresOf } from '../settings/figures.ts';
import { figuresQuery } from '../settings/figures.queries.ts';
import { CSV, toCsv, toXlsx, XLSX } from '../sheets/write.ts';
import { peopleList } from '../../views/registry/people-sheet.ts';
import { WorkerListBody, WorkerRows } from '../../views/registry/worker-list.tsx';
import { type Cursor, pageOf, peopleQueries, type PersonRow } from './people-list.queries.ts';
import { exportForm, savedSearchForm } from './registry.forms.ts';
import * as registry from './registry.queries.ts';
import { fits } from './fits.ts';
import { type Query, readQuery, withoutIdNumber } from './search.ts';
import {
  savedSearches,
  insertSavedSearch,
  savedSearchOf,
  removeSavedSearch,
} from './saved-search.queries.ts';

export const peopleListRoutes = new Hono<AppEnv>();

/** What of an address narrows the list: everything but where its page begins. */
const FILTERS = [
  'q',
  'village',
  'trade',
  'certificate',
  'availability',
  'from',
  'to',
  'outing',
] as const;

function filtersIn(asked: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    FILTERS.flatMap((name) =>
      asked[name] ? [[name, withoutIdNumber(asked[name]).slice(0, 40)]] : [],
    ),
  );
}

function listAt(filters: Record<string, string>, cursor: Cursor | null = null): string {
  const after = cursor ? { after: cursor.value, id: cursor.id } : {};
  return withQuery(paths.workers, { ...filters, ...after });
}

function cursorIn(c: C): Cursor | null {
  const [value, id] = [c.req.query('after'), c.req.query('id')];
  return value !== undefined && id ? { value, id } : null;
}

/**
 * The villages as this isolate last saw them: whether a typed word is a village's name has to be
 * known before the register is asked. The page reads them as well, and asks again in the rare case
 * that they tell otherwise.
 */
let lastVillages: { id: string; name: string }[] = [];

function isShown(c: C, query: Query, { wishHolds }: Figures) {
  const { now } = c.var;
  const moment = { today: dayOf(now), now, wishHolds };
  return (person: PersonRow): boolean =>
    fits(
      { ...person, beenOut: person.beenOut === 1, certified: person.certified === 1 },
      query,
      moment,
    );
}

peopleListRoutes.get(paths.workers, may('worker.read'), async (c) => {
  const { orm } = c.var.db;
  const filters = filtersIn(c.req.query());
  const guessed = readQuery(filters, lastVillages, ownVillage(c));
  const searches = peopleQueries(orm, guessed, cursorIn(c));
  const {
    areas,
    kept: [kept],
    saved,
    ...rest
  } = await read(c, {
    areas: registry.villages(orm),
    kept: figuresQuery(orm),
    saved: savedSearches(orm, c.var.claims?.accountId ?? ''),
    ...Object.fromEntries(searches.map((query, i) => [`search${i}`, query])),
  });
  const found = Object.values<PersonRow[]>(rest);
  lastVillages = areas;
  const query = readQuery(filters, areas, ownVillage(c));
  const isRight = JSON.stringify(query) === JSON.stringify(guessed);
  const answers = isRight ? found : await c.var.db.batch(peopleQueries(orm, query, cursorIn(c)));
  const figures = figuresOf(kept?.value);
  const { people, next } = pageOf(query, answers, isShown(c, query, figures));
  const more = next && listAt(filters, next);
  const { q: _, ...others } = filters;
  const box = {
    words: query.words,
    unknown: query.unknown,
    hrefOf: (q: string) => listAt(q ? { ...others, q } : others),
  };
  const list = (
    <WorkerRows
      workers={people}
      villages={areas}
      wishHolds={figures.wishHolds}
      more={more}
      box={box}
    />
  );
  if (wantsFragment(c)) return fragment(c, list);
  return page(
    c,
    { title: wordsOf(c).workers.title, at: 'workers', headed: true },
    <WorkerListBody
      filters={filters}
      villages={ownVillage(c) === null ? areas : []}
      saved={saved.map((each) => ({ ...each, href: `${paths.workers}?${each.query}` }))}
      rights={{
        write: allows(c, 'worker.write'),
        bringIn: allows(c, 'worker.import'),
        merge: allows(c, 'worker.merge'),
        export: allows(c, 'worker.export'),
        reveal: allows(c, 'id_number.reveal'),
      }}
    >
      {list}
    </WorkerListBody>,
  );
});

peopleListRoutes.post(paths.savedSearches, may('own.account'), async (c) => {
  const form = await readForm(c, savedSearchForm);
  await prove(c);
  const filters = filtersIn(Object.fromEntries(new URLSearchParams(form.values['query'] ?? '')));
  if (!form.ok || Object.keys(filters).length === 0)
    return problem(c, 'nothing_chosen', listAt(filters), 422);
  const { db, now, claims } = c.var;
  const row = {
    id: newId(now),
    accountId: claims?.accountId ?? '',
    name: form.value.name,
    query: new URLSearchParams(filters).toString(),
  };
  await record(
    db,
    { key: form.key, at: now, actor: actor(c), action: 'search.save', subject: row.id },
    [insertSavedSearch(db.orm, row)],
  );
  return done(c, listAt(filters));
});

peopleListRoutes.post('/saved-searches/:id/removal', may('own.account'), async (c) => {
  const form = await readForm(c, savedSearchForm.partial());
  const { db, now, claims } = c.var;
  const id = c.req.param('id');
  const { own } = await read(c, {
    own: savedSearchOf(db.orm, id, claims?.accountId ?? ''),
  });
  if (own.length === 0 && (await subjectOfKey(db, form.key)) === null) throw notFound();
  await record(
    db,
    { key: form.key, at: now, actor: actor(c), action: 'search.remove', subject: id },
    [removeSavedSearch(db.orm, id, claims?.accountId ?? '')],
  );
  return done(c, paths.workers);
});

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
peopleListRoutes.post(paths.workerExport, may('worker.export'), async (c) => {
  const form = await readForm(c, exportForm);
  const filters = filtersIn(Object.fromEntries(new URLSearchParams(form.values['query'] ?? '')));
  const { orm } = c.var.db;
  const {
    areas,
    kept: [kept],
  } = await read(c, { areas: registry.villages(orm), kept: figuresQuery(orm) });
  if (!form.ok) return problem(c, firstError(form.errors, 'required'), listAt(filters), 422);
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
