import { newId } from '../../ids.ts';
import { Hono } from 'hono';
import { record } from '../../access/audit.queries.ts';
import { actor, may } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { readForm } from '../../http/forms.ts';
import { problem, wordsOf } from '../../http/page.tsx';
import { sendFile } from '../../http/show.ts';
import { paths } from '../../paths.ts';
import { toXlsx, XLSX } from '../../sheets/write.ts';
import { refusedList } from '../../../views/registry/roster/refused-list.ts';
import * as imports from './import.queries.ts';
import { sheetOf } from './import.ts';
import { villageOfSheet } from './place.ts';
import { openLines, openOutcomes } from './sealed.cipher.ts';
import { z } from 'zod';

import { hasRows, loadImport } from './own-import.requests.ts';

export const refusedRoutes = new Hono<AppEnv>();

/**
 * The rows that were refused, as they were, with the reason in a last column: to be mended and
 * imported again.
 */
refusedRoutes.post('/workers/imports/:id/refused', may('worker.import'), async (c) => {
  await readForm(c, z.object({}));
  const { imported, parts, villages } = await loadImport(c);
  const { db, now } = c.var;
  if (!hasRows(imported, now))
    return problem(c, 'import_rows_gone', paths.import(imported.id), 409);
  const having = parts.filter(({ tally }) => tally.refused > 0).map(({ no }) => no);
  const [rows] = await db.batch([imports.partRows(db.orm, imported.id, having)]);
  const refused = (
    await Promise.all(
      rows.map(async (part) => {
        const lines = new Map(
          (await openLines(c.env.SECRET, part.cellsCipher)).map((line) => [line.row, line.cells]),
        );
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
    {
      key: newId(now),
      at: now,
      actor: actor(c),
      action: 'worker.export',
      subject: imported.id,
      detail,
    },
    [],
  );
  // Out of their sheet, rows no longer say of which village they are: it is written beside them.
  const villageOf = (row: number): string => {
    const sheet = imported.sheets[sheetOf(row)] ?? '';
    const everyones = villages.find(({ id }) => id === imported.everyonesVillage)?.name;
    return villageOfSheet(sheet, villages)?.name ?? everyones ?? '';
  };
  const list = refusedList(wordsOf(c), imported.headings, refused, villageOf);
  return sendFile(c, `${list.name}.xlsx`, XLSX, await toXlsx(list));
});
