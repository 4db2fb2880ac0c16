import { and, asc, desc, eq, inArray, lt, ne } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import { worker } from '../registry.tables.ts';
import { lacksEssentials, unsaid } from './heading.ts';
import { emptyTally, type ImportState, PART_ROWS } from './import.ts';
import { isBuiltOn } from './part.queries.ts';
import { headingMeaning, rosterImport, rosterPart } from './roster.tables.ts';
import { type Village, villageOfSheet } from './place.ts';
import { twiceIn } from './read-anew.queries.ts';
import type { Line } from './line.ts';
import { openOutcomes, sealLines } from './sealed.cipher.ts';
import { type ImportRow, listed } from './weigh.queries.ts';
import { insertMany } from '../../db/statements.ts';
import type { Orm, Query } from '../../db/orm.ts';

/** What the station said earlier of headings that no rule knows. */
export function headingMeanings(orm: Orm) {
  return orm.select().from(headingMeaning).limit(500);
}

export function importRow(orm: Orm, id: string) {
  return orm.select().from(rosterImport).where(eq(rosterImport.id, id));
}

/** The imports of one account, or everybody's, newest first. */
export function importPage(orm: Orm, accountId: string | null, limit: number) {
  return orm
    .select({
      id: rosterImport.id,
      fileName: rosterImport.fileName,
      state: rosterImport.state,
      rows: rosterImport.rows,
      uploadedAt: rosterImport.uploadedAt,
      accountId: rosterImport.accountId,
    })
    .from(rosterImport)
    .where(
      and(
        ne(rosterImport.state, 'dropped'),
        accountId ? eq(rosterImport.accountId, accountId) : undefined,
      ),
    )
    .orderBy(desc(rosterImport.id))
    .limit(limit);
}

/** The newest earlier import of the same file that was written. */
export function sameFile(orm: Orm, id: string, digest: string) {
  return orm
    .select({ uploadedAt: rosterImport.uploadedAt })
    .from(rosterImport)
    .where(
      and(
        eq(rosterImport.digest, digest),
        lt(rosterImport.id, id),
        eq(rosterImport.state, 'written'),
      ),
    )
    .orderBy(desc(rosterImport.id))
    .limit(1);
}

/** How far each part has come and how its rows came out; without the rows. */
export function partStates(orm: Orm, importId: string) {
  return orm
    .select({ no: rosterPart.no, state: rosterPart.state, tally: rosterPart.tally })
    .from(rosterPart)
    .where(eq(rosterPart.importId, importId))
    .orderBy(asc(rosterPart.no));
}

/** Parts of an import with their rows. */
export function partRows(orm: Orm, importId: string, numbers: number[]) {
  return orm
    .select()
    .from(rosterPart)
    .where(and(eq(rosterPart.importId, importId), inArray(rosterPart.no, numbers)))
    .orderBy(asc(rosterPart.no));
}

type NewImport = Pick<
  ImportRow,
  'id' | 'fileName' | 'digest' | 'accountId' | 'ownVillage' | 'sheets' | 'headings'
> & {
  lines: Line[];
  villages: Village[];
  now: number;
};

/**
 * Whether nothing tells of which village the people are: no column, no sheet's name, and no
 * officer's own village.
 */
function lacksVillage({ headings, sheets, ownVillage, villages: known }: NewImport): boolean {
  return (
    ownVillage === null &&
    !headings.some(({ column }) => column === 'village' || column === 'address') &&
    !sheets.every((sheet) => villageOfSheet(sheet, known) !== null)
  );
}

/**
 * Whether every column has its meaning and everybody a village, so that the rows can be compared at
 * once.
 */
function stateFor(given: NewImport): ImportState {
  return unsaid(given.headings).length > 0 ||
    lacksEssentials(given.headings).length > 0 ||
    lacksVillage(given)
    ? 'naming'
    : 'comparing';
}

/** Keeps a file that was read: its rows in encrypted parts, nothing written to the register yet. */
export async function keepImport(secret: string, given: NewImport): Promise<Query[]> {
  const { lines, now, headings, villages: _, ...row } = given;
  const count = Math.max(1, Math.ceil(lines.length / PART_ROWS));
  const parts = await Promise.all(
    Array.from({ length: count }, async (_, no) => ({
      importId: row.id,
      no,
      state: 'read' as const,
      cellsCipher: await sealLines(secret, lines.slice(no * PART_ROWS, (no + 1) * PART_ROWS)),
      tally: emptyTally(),
    })),
  );
  const whole = {
    ...row,
    headings,
    everyonesVillage: null,
    answersCipher: null,
    twice: twiceIn(lines, headings),
    rows: lines.length,
    parts: count,
    state: stateFor(given),
    uploadedAt: now,
    changedAt: now,
  };
  return [
    ...insertMany(rosterImport, Object.keys(whole) as (keyof typeof whole)[], [whole]),
    // A part of 500 rows is some 200 kB; one statement must stay under D1's 2 MB.
    ...Array.from({ length: Math.ceil(parts.length / 4) }, (_, i) =>
      insertMany(
        rosterPart,
        ['importId', 'no', 'state', 'cellsCipher', 'tally'],
        parts.slice(i * 4, i * 4 + 4),
      ),
    ).flat(),
  ];
}

/** Moves an import on, only from the state it is thought to be in. */
export function moveImport(
  orm: Orm,
  id: string,
  from: ImportState,
  to: ImportState,
  now: number,
): Query {
  return orm
    .update(rosterImport)
    .set({ state: to, changedAt: now })
    .where(and(eq(rosterImport.id, id), eq(rosterImport.state, from)));
}

/**
 * Some of the people an import added on whom something was built since, so that it cannot be taken
 * back whole.
 */
export async function builtOn(db: Database, secret: string, importId: string): Promise<string[]> {
  const [parts] = await db.batch([
    db.orm
      .select()
      .from(rosterPart)
      .where(eq(rosterPart.importId, importId))
      .orderBy(asc(rosterPart.no)),
  ]);
  const outcomes = (
    await Promise.all(parts.map((part) => openOutcomes(secret, part.outcomesCipher)))
  ).flat();
  const added = outcomes.flatMap((outcome) => (outcome.kind === 'new' ? [outcome.workerId] : []));
  const [found] = await db.batch([
    db.orm
      .select({ name: worker.name })
      .from(worker)
      .where(and(inArray(worker.id, listed(added)), isBuiltOn))
      .limit(10),
  ]);
  return found.map(({ name }) => name);
}
