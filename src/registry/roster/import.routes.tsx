import { Hono } from 'hono';
import { record } from '../../access/audit.queries.ts';
import { actor, may } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { done, fragment, page, problem, wordsOf } from '../../http/page.tsx';
import { wantsFragment } from '../../http/show.ts';
import { paths } from '../../paths.ts';
import { ColumnsBody } from '../../../views/registry/roster/columns.tsx';
import { ImportBody } from '../../../views/registry/roster/import-page.tsx';
import { ROSTER_COLUMNS, type RosterColumn, unsaid } from './heading.ts';
import { addTallies, type ImportState, isStep } from './import.ts';
import { advanceBy } from './advance.queries.ts';
import * as imports from './import.queries.ts';
import { NAMEABLE, nameColumns } from './read-anew.queries.ts';
import { openLines } from './sealed.cipher.ts';
import type { ImportRow } from './weigh.queries.ts';
import { z } from 'zod';
import { doubtsOf } from './doubts.requests.ts';
import { linesOf } from './outcome-lines.requests.ts';
import { hasRows, loadImport, movedOn } from './own-import.requests.ts';
import { Progress } from '../../../views/registry/roster/progress.tsx';
import type { ImportView } from '../../../views/registry/roster/import-view.ts';

export const importRoutes = new Hono<AppEnv>();

export const LISTED = 12;
/** Parts that one tap does without script; with it, each asks for the next. */
const AT_ONCE = 12;

/** The cells of the first lines, so that whoever names a column sees what is in it. */
async function samples(c: C, imported: ImportRow) {
  const [[first]] = await c.var.db.batch([imports.partRows(c.var.db.orm, imported.id, [0])]);
  const lines = first ? await openLines(c.env.SECRET, first.cellsCipher) : [];
  return lines.slice(0, 3).map(({ cells }) => cells);
}

export async function importPage(c: C, error?: string, status?: 422) {
  const { imported, parts, villages: areas } = await loadImport(c);
  const props = {
    title: wordsOf(c).import.title,
    at: 'workers' as const,
    back: paths.workerImport,
  };
  const isAsked = c.req.query('columns') !== undefined && NAMEABLE.includes(imported.state);
  if (imported.state === 'naming' || isAsked) {
    const rows = await samples(c, imported);
    return page(
      c,
      props,
      <ColumnsBody imported={imported} samples={rows} villages={areas} error={error} />,
      status,
    );
  }
  const [[same]] = await c.var.db.batch([
    imports.sameFile(c.var.db.orm, imported.id, imported.digest),
  ]);
  const view: ImportView = {
    imported,
    parts,
    tally: addTallies(parts.map(({ tally }) => tally)),
    villages: areas,
    same: same?.uploadedAt ?? null,
    hasRows: hasRows(imported, c.var.now),
    doubts: imported.state === 'ready' ? await doubtsOf(c, imported, parts) : null,
    lines:
      isStep(imported.state) || !hasRows(imported, c.var.now)
        ? null
        : await linesOf(c, imported, parts),
  };
  return page(c, props, <ImportBody {...view} />, status);
}

importRoutes.get('/workers/imports/:id', may('worker.import'), (c) => importPage(c));

const columnsForm = z.record(z.string(), z.string());
function isColumn(text: string): text is RosterColumn {
  return (ROSTER_COLUMNS as readonly string[]).includes(text);
}

/**
 * Says what the columns mean that no rule knows, and of which village everybody is where no column
 * says so.
 */
importRoutes.post('/workers/imports/:id/columns', may('worker.import'), async (c) => {
  const form = await readForm(c, columnsForm);
  const { imported, villages: areas } = await loadImport(c);
  const { db, now } = c.var;
  if (!NAMEABLE.includes(imported.state)) return movedOn(c, form.key, imported.id);
  const columns = new Map(
    imported.headings.flatMap((_, i) => {
      const column = form.values[`column-${i}`] ?? '';
      return isColumn(column) ? [[i, column] as const] : [];
    }),
  );
  const meant = imported.headings.map(({ column }, i) => columns.get(i) ?? column);
  for (const wanted of ['name', 'idNumber'] as const)
    if (meant.filter((column) => column === wanted).length !== 1)
      return importPage(c, `column_${wanted}`, 422);
  if (
    unsaid(imported.headings.map((heading, i) => ({ ...heading, column: meant[i] ?? null })))
      .length > 0
  )
    return importPage(c, 'column_unsaid', 422);
  const everyonesVillage =
    areas.find(({ id }) => id === form.values['everyonesVillage'])?.id ?? null;
  const writes = await nameColumns(db, c.env.SECRET, imported, { columns, everyonesVillage }, now);
  const line = {
    key: form.key,
    at: now,
    actor: actor(c),
    action: 'worker.import_columns',
    subject: imported.id,
  };
  await record(db, line, writes);
  await advanceBy(db, c.env.SECRET, imported.id, now, 1);
  return done(c, paths.import(imported.id));
});

/**
 * Goes on with the present step. Each answer asks for the next, until there is none; without
 * script, a button does.
 */
importRoutes.post('/workers/imports/:id/progress', may('worker.import'), async (c) => {
  await readForm(c, z.object({}));
  const { imported } = await loadImport(c);
  const { db, now } = c.var;
  await advanceBy(db, c.env.SECRET, imported.id, now, wantsFragment(c) ? 2 : AT_ONCE);
  const [[newest], parts] = await db.batch([
    imports.importRow(db.orm, imported.id),
    imports.partStates(db.orm, imported.id),
  ]);
  if (newest && isStep(newest.state) && wantsFragment(c))
    return fragment(c, <Progress imported={newest} parts={parts} />);
  return done(c, paths.import(imported.id));
});

/** `since` are the states that say that it was done already, by this tab or another. */
const moves: Record<
  string,
  { from: ImportState[]; to: ImportState; since: ImportState[]; action: string }
> = {
  confirmation: {
    from: ['ready'],
    to: 'writing',
    since: ['writing', 'written'],
    action: 'worker.import_confirm',
  },
  drop: {
    from: ['ready', 'naming'],
    to: 'dropped',
    since: ['dropped'],
    action: 'worker.import_drop',
  },
};

for (const [name, { from, to, since, action }] of Object.entries(moves))
  importRoutes.post(`/workers/imports/:id/${name}`, may('worker.import'), async (c) => {
    const form = await readForm(c, z.object({}));
    const { imported, parts } = await loadImport(c);
    const { db, now } = c.var;
    const { id } = imported;
    // What a yes or a no means has to be said before anything is written.
    if (to === 'writing' && addTallies(parts.map(({ tally }) => tally)).asked > 0)
      return problem(c, 'wishes_asked', paths.import(id), 409);
    const line = { key: form.key, at: now, actor: actor(c), action, subject: id };
    if (from.includes(imported.state))
      await record(db, line, [imports.moveImport(db.orm, id, imported.state, to, now)]);
    else if (!since.includes(imported.state)) return movedOn(c, form.key, id);
    if (to === 'dropped') return done(c, paths.workerImport);
    await advanceBy(db, c.env.SECRET, id, now, 1);
    return done(c, paths.import(id));
  });

/** Takes a whole import back, while nothing was built on the people it added. */
importRoutes.post('/workers/imports/:id/undo', may('worker.import'), async (c) => {
  const form = await readForm(c, z.object({}));
  const { imported } = await loadImport(c);
  const { db, now } = c.var;
  const { id } = imported;
  if (!['written', 'undoing', 'undone'].includes(imported.state)) return movedOn(c, form.key, id);
  if (imported.state === 'written') {
    if (!hasRows(imported, now)) return problem(c, 'import_rows_gone', paths.import(id), 409);
    const names = await imports.builtOn(db, c.env.SECRET, id);
    if (names.length > 0) return problem(c, 'import_built_on', paths.import(id), 409, names);
    const line = {
      key: form.key,
      at: now,
      actor: actor(c),
      action: 'worker.import_undo',
      subject: id,
    };
    await record(db, line, [imports.moveImport(db.orm, id, 'written', 'undoing', now)]);
  }
  await advanceBy(db, c.env.SECRET, id, now, 1);
  return done(c, paths.import(id));
});
