import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { id, instant, json } from '../../db/columns.ts';
import type { Heading, RosterColumn } from './heading.ts';
import type { ImportState, PartState, Tally } from './import.ts';

/**
 * A roster file that somebody brought in, and how far it has come. The rows themselves are in its
 * parts.
 */
export const rosterImport = sqliteTable(
  'roster_import',
  {
    id: id(),
    fileName: text('file_name').notNull(),
    /** SHA-256 of the file, by which the same one is recognised. */
    digest: text().notNull(),
    accountId: text('account_id').notNull(),
    /** The village of the officer who imports; null for the station. */
    ownVillage: text('own_village'),
    /** The village that was named for a file without such a column. */
    everyonesVillage: text('everyones_village'),
    /**
     * Names of the sheets that were read; a row's number holds the sheet's place (see `rowNumber`).
     */
    sheets: json<string[]>().notNull(),
    headings: json<Heading[]>().notNull(),
    twice: json<[row: number, earlier: number][]>().notNull(),
    /**
     * What the station said of the file's doubts (see `Answers`), encrypted: words of the file are
     * in it.
     */
    answersCipher: text('answers_cipher'),
    rows: integer().notNull(),
    parts: integer().notNull(),
    state: text().$type<ImportState>().notNull(),
    uploadedAt: instant().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    index('roster_import_account').on(t.accountId, t.id),
    index('roster_import_state').on(t.state),
  ],
);

/**
 * Some hundred rows of a roster: the cells as the file has them, and what was found out about each.
 * Both encrypted.
 */
export const rosterPart = sqliteTable(
  'roster_part',
  {
    importId: text('import_id').notNull(),
    no: integer().notNull(),
    state: text().$type<PartState>().notNull(),
    cellsCipher: text('cells_cipher').notNull(),
    outcomesCipher: text('outcomes_cipher'),
    tally: json<Tally>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.no] })],
);

/** A heading that no rule knows, and what the station said it means. */
export const headingMeaning = sqliteTable('heading_meaning', {
  heading: text().primaryKey(),
  column: text().$type<RosterColumn>().notNull(),
});
