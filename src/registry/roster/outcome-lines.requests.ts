import type { C } from '../../http/app-context.ts';
import { paths, withQuery } from '../../paths.ts';
import { addTallies, type Look, LOOK_NAMES, LOOKS, type Tally } from './import.ts';
import * as imports from './import.queries.ts';
import { openOutcomes } from './sealed.cipher.ts';
import type { ImportRow } from './weigh.queries.ts';
import type { ImportView } from '../../../views/registry/roster/import-view.ts';

/** Lines of one kind that a page of the preview shows. */
const SHOWN = 40;

/** What is looked at first where nothing was asked for: what needs somebody's eye. */
const FIRST: readonly Look[] = ['refused', 'alike', 'changed', 'new', 'hidden'];

/** Which lines of the preview are asked for: of one kind, from somewhere in one part. */
function asked(c: C, tally: Tally): { kind: Look; part: number; from: number } | null {
  const wanted = LOOK_NAMES.find((each) => each === c.req.query('show'));
  const kind = wanted ?? FIRST.find((each) => tally[each] > 0);
  return kind
    ? { kind, part: Number(c.req.query('part')) || 0, from: Number(c.req.query('from')) || 0 }
    : null;
}

/**
 * The lines that were asked for, and where those after them begin. Parts that have none are passed
 * over.
 */
export async function linesOf(
  c: C,
  imported: ImportRow,
  parts: { no: number; tally: Tally }[],
): Promise<ImportView['lines']> {
  const wanted = asked(c, addTallies(parts.map(({ tally }) => tally)));
  if (!wanted) return null;
  const having = parts.filter(({ no, tally }) => no >= wanted.part && tally[wanted.kind] > 0);
  const [first, second] = having;
  const { kind } = wanted;
  if (!first) return { kind, outcomes: [], more: null };
  const from = first.no === wanted.part ? wanted.from : 0;
  const [rows] = await c.var.db.batch([imports.partRows(c.var.db.orm, imported.id, [first.no])]);
  const outcomes = (await openOutcomes(c.env.SECRET, rows[0]?.outcomesCipher ?? null)).filter(
    LOOKS[kind],
  );
  const hasMore = outcomes.length > from + SHOWN;
  const after = second ? { part: second.no, from: 0 } : null;
  const next = hasMore ? { part: first.no, from: from + SHOWN } : after;
  const more =
    next &&
    withQuery(paths.import(imported.id), {
      show: kind,
      part: String(next.part),
      from: String(next.from),
    });
  return { kind, outcomes: outcomes.slice(from, from + SHOWN), more };
}
