/**
 * A file that was read already is read anew: after its columns were named, or its doubts answered.
 */
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../../db/client.ts';
import type { Answers } from './answers.ts';
import { type Heading, plainHeading, type RosterColumn } from './heading.ts';
import { emptyTally, type ImportState } from './import.ts';
import type { Line } from './line.ts';
import { headingMeaning, rosterImport, rosterPart } from './roster.tables.ts';
import { findTwice } from './row.ts';
import { openAnswers, openLines, seal } from './sealed.cipher.ts';
import type { ImportRow } from './weigh.queries.ts';
import type { Orm, Query } from '../../db/orm.ts';

/** States in which a file may be read anew: nothing has been written yet. */
export const NAMEABLE: readonly ImportState[] = ['naming', 'comparing', 'ready'];

export function twiceIn(
  lines: Line[],
  headings: Heading[],
  answers: Answers = {},
): [number, number][] {
  return [
    ...findTwice(
      lines,
      headings.findIndex(({ column }) => column === 'idNumber'),
      answers,
    ),
  ];
}

async function linesOf(db: Database, secret: string, importId: string): Promise<Line[]> {
  const [parts] = await db.batch([
    db.orm
      .select()
      .from(rosterPart)
      .where(eq(rosterPart.importId, importId))
      .orderBy(asc(rosterPart.no)),
  ]);
  return (await Promise.all(parts.map((part) => openLines(secret, part.cellsCipher)))).flat();
}

type Anew = Partial<Pick<ImportRow, 'headings' | 'everyonesVillage' | 'answersCipher'>> &
  Pick<ImportRow, 'twice'>;

function readAnew(orm: Orm, id: string, set: Anew, now: number): Query[] {
  return [
    orm
      .update(rosterPart)
      .set({ state: 'read', outcomesCipher: null, tally: emptyTally() })
      .where(
        and(
          eq(rosterPart.importId, id),
          sql`(select state from roster_import
            where id = ${id}) in ('naming', 'comparing', 'ready')`,
        ),
      ),
    orm
      .update(rosterImport)
      .set({ ...set, state: 'comparing', changedAt: now })
      .where(and(eq(rosterImport.id, id), inArray(rosterImport.state, [...NAMEABLE]))),
  ];
}

export type Naming = { columns: Map<number, RosterColumn>; everyonesVillage: string | null };

/**
 * Takes what was said of the columns, remembers it for the next file, and has the rows compared.
 */
export async function nameColumns(
  db: Database,
  secret: string,
  imported: ImportRow,
  { columns, everyonesVillage }: Naming,
  now: number,
): Promise<Query[]> {
  const headings = imported.headings.map((heading, i) => ({
    ...heading,
    column: columns.get(i) ?? heading.column,
  }));
  const answers = await openAnswers(secret, imported.answersCipher);
  const lines = await linesOf(db, secret, imported.id);
  // Only what somebody decided is remembered; what a rule found is found again, in another file
  // perhaps otherwise.
  const said = [...columns]
    .filter(([i, column]) => column !== imported.headings[i]?.column)
    .map(([i, column]) => ({ heading: plainHeading(imported.headings[i]?.text ?? ''), column }));
  return [
    ...said
      .filter(({ heading }) => heading !== '')
      .map((meaning) =>
        db.orm
          .insert(headingMeaning)
          .values(meaning)
          .onConflictDoUpdate({ target: headingMeaning.heading, set: { column: meaning.column } }),
      ),
    ...readAnew(
      db.orm,
      imported.id,
      { headings, everyonesVillage, twice: twiceIn(lines, headings, answers) },
      now,
    ),
  ];
}

/** Takes what was said of the file's doubts, and has the rows compared by it. */
export async function answerDoubts(
  db: Database,
  secret: string,
  imported: ImportRow,
  answers: Answers,
  now: number,
): Promise<Query[]> {
  const twice = twiceIn(await linesOf(db, secret, imported.id), imported.headings, answers);
  return readAnew(db.orm, imported.id, { answersCipher: await seal(secret, answers), twice }, now);
}
