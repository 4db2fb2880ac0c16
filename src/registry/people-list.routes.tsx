import { Hono } from 'hono';
import { record, subjectOfKey } from '../access/audit.queries.ts';
import { actor, allows, may, ownVillage, read, prove } from '../access/session.ts';
import { dayOf } from '../clock.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { readForm } from '../http/forms.ts';
import { done, fragment, page, problem, wordsOf } from '../http/page.tsx';
import { wantsFragment } from '../http/show.ts';
import { newId } from '../ids.ts';
import { paths, withQuery } from '../paths.ts';
import { type Figures, figuresOf } from '../settings/figures.ts';
import { figuresQuery } from '../settings/figures.queries.ts';
import { WorkerListBody, WorkerRows } from '../../views/registry/worker-list.tsx';
import { type Cursor, pageOf, peopleQueries, type PersonRow } from './people-list.queries.ts';
import { savedSearchForm } from './registry.forms.ts';
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

export function filtersIn(asked: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    FILTERS.flatMap((name) =>
      asked[name] ? [[name, withoutIdNumber(asked[name]).slice(0, 40)]] : [],
    ),
  );
}

export function listAt(filters: Record<string, string>, cursor: Cursor | null = null): string {
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

export function isShown(c: C, query: Query, { wishHolds }: Figures) {
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
