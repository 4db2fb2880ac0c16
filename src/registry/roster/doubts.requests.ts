import type { C } from '../../http/app-context.ts';
import { addTallies, type Outcome, type Tally } from './import.ts';
import * as imports from './import.queries.ts';
import { openAnswers, openOutcomes } from './sealed.cipher.ts';
import type { ImportRow } from './weigh.queries.ts';
import { isYesOrNo } from './wish-word.ts';
import type { Doubts } from '../../../views/registry/roster/doubt.tsx';

/**
 * Parts that are looked through for words of wishes, and the words asked about at once. The rest
 * come up afterwards.
 */
const PARTS = 8;
const WORDS = 12;

type Part = { no: number; tally: Tally };

/**
 * How often each word of the column of wishes was not understood, the most frequent first; a yes or
 * a no before others.
 */
function wordsIn(outcomes: Outcome[]): Doubts['words'] {
  const rows = new Map<string, number>();
  for (const outcome of outcomes)
    if ('wish' in outcome && outcome.wish !== undefined)
      rows.set(outcome.wish, (rows.get(outcome.wish) ?? 0) + 1);
  return [...rows]
    .map(([word, count]) => ({ word, rows: count, isYesOrNo: isYesOrNo(word) }))
    .sort((a, b) => Number(b.isYesOrNo) - Number(a.isYesOrNo) || b.rows - a.rows)
    .slice(0, WORDS);
}

async function openWords(c: C, imported: ImportRow, parts: Part[]): Promise<Doubts['words']> {
  const having = parts.filter(({ tally }) => tally.asked > 0 || tally.wishes > 0).slice(0, PARTS);
  if (having.length === 0) return [];
  const numbers = having.map(({ no }) => no);
  const [rows] = await c.var.db.batch([imports.partRows(c.var.db.orm, imported.id, numbers)]);
  const outcomes = await Promise.all(
    rows.map((part) => openOutcomes(c.env.SECRET, part.outcomesCipher)),
  );
  return wordsIn(outcomes.flat());
}

/** What is in doubt about a file that was read, and what was said of it. */
export async function doubtsOf(c: C, imported: ImportRow, parts: Part[]): Promise<Doubts> {
  return {
    tally: addTallies(parts.map(({ tally }) => tally)),
    answers: await openAnswers(c.env.SECRET, imported.answersCipher),
    words: await openWords(c, imported, parts),
    wishHeading: imported.headings.find(({ column }) => column === 'availability')?.text ?? '',
    hiddenColumns: imported.headings
      .filter(({ hidden, column }) => hidden && column !== 'ignored')
      .map(({ text }) => text),
  };
}
