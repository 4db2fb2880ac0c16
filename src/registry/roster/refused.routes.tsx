import { newId } from '../../ids.ts';
import { Hono } from 'hono';
import { record } from '../../access/audit.queries.ts';
import { actor, may } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { wordsOf } from '../../http/page.tsx';
import { sendFile } from '../../http/show.ts';
import { toXlsx, XLSX } from '../../sheets/write.ts';
import { refusedList } from '../../../views/registry/roster/refused-list.ts';
import * as imports from './import.queries.ts';
import { openLines, openOutcomes } from './sealed.queries.ts';
import { z } from 'zod';

import { loadImport } from './own-import.middleware.ts';

export const refusedRoutes = new Hono<AppEnv>();

/** The rows that were refused, as they were, with the reason in a last column: to be mended and imported again. */
refusedRoutes.post('/workers/imports/:id/refused', may('worker.import'), async (c) => {
  await readForm(c, z.object({}));
  const { imported, parts } = await loadImport(c);
  const { db, now } = c.var;
  const having = parts.filter(({ tally }) => tally.refused > 0).map(({ no }) => no);
  const [rows] = await db.batch([imports.partRows(db.orm, imported.id, having)]);
  const refused = (
    await Promise.all(
      rows.map(async (part) => {
        const lines = new Map((await openLines(c.env.SECRET, part.cellsCipher)).map((line) => [line.row, line.cells]));
        const outcomes = await openOutcomes(c.env.SECRET, part.outcomesCipher);
        return outcomes.flatMap((outcome) =>
          outcome.kind === 'refused' ? [{ ...outcome, cells: lines.get(outcome.row) ?? [] }] : [],
        );
      }),
    )
  ).flat();
  const detail = { list: 'refused_rows', rows: refused.length };
  await record(
    db,
    { key: newId(now), at: now, actor: actor(c), action: 'worker.export', subject: imported.id, detail },
    [],
  );
  const list = refusedList(wordsOf(c), imported.headings, refused);
  return sendFile(c, `${list.name}.xlsx`, XLSX, await toXlsx(list));
});
