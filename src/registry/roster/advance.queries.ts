import { and, asc, eq, inArray, lt, ne } from 'drizzle-orm';
import { type Database, openDatabase } from '../../db/client.ts';
import type { Env } from '../../env.ts';
import { villages } from '../registry.queries.ts';
import { type ImportState, isStep, STEPS } from './import.ts';
import { comparePart, undoPart, writePart } from './part.queries.ts';
import { rosterImport, rosterPart } from './roster.tables.ts';

import { importRow, moveImport } from './import.queries.ts';
import { openAnswers } from './sealed.cipher.ts';

const DO = { comparing: comparePart, writing: writePart, undoing: undoPart };

/**
 * Does the next part of an import's present step, or ends the step after its last. Each part is one
 * `db.batch`, so that a server that dies between or within parts loses nothing and doubles nothing;
 * whoever asks next goes on.
 */
export async function advanceImport(
  db: Database,
  secret: string,
  id: string,
  now: number,
): Promise<ImportState | null> {
  const [[imported], areas] = await db.batch([importRow(db.orm, id), villages(db.orm)]);
  if (!imported) return null;
  const { state } = imported;
  if (!isStep(state)) return state;
  const { part: done, next } = STEPS[state];
  const [[part]] = await db.batch([
    db.orm
      .select()
      .from(rosterPart)
      .where(and(eq(rosterPart.importId, id), ne(rosterPart.state, done)))
      .orderBy(asc(rosterPart.no))
      .limit(1),
  ]);
  if (part) {
    const answers = await openAnswers(secret, imported.answersCipher);
    await DO[state]({ db, secret, now, villages: areas, imported, answers }, part);
    return state;
  }
  await db.batch([moveImport(db.orm, id, state, next, now)]);
  return next;
}

/** Advances by several parts; one request does as much as its time allows. */
export async function advanceBy(
  db: Database,
  secret: string,
  id: string,
  now: number,
  parts: number,
): Promise<ImportState | null> {
  let state: ImportState | null = null;
  for (let i = 0; i <= parts; i++) {
    state = await advanceImport(db, secret, id, now);
    if (state === null || !isStep(state)) break;
  }
  return state;
}

const LEFT_ALONE_MS = 30_000;
const PARTS_A_MINUTE = 30;

/** Goes on with imports whose page was closed, or whose server died. */
export async function resumeImports(env: Env, now: number): Promise<void> {
  const db = openDatabase(env.DB);
  const [left] = await db.batch([
    db.orm
      .select({ id: rosterImport.id })
      .from(rosterImport)
      .where(
        and(
          inArray(rosterImport.state, Object.keys(STEPS) as ImportState[]),
          lt(rosterImport.changedAt, now - LEFT_ALONE_MS),
        ),
      )
      .limit(3),
  ]);
  for (const { id } of left) await advanceBy(db, env.SECRET, id, now, PARTS_A_MINUTE);
}
