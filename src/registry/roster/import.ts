import type { FieldChange } from '../person-fields.ts';
import type { RosterColumn } from './heading.ts';
import type { RowError, RowNote } from './row.ts';

/**
 * How far an import has come: columns to be named, rows to be compared with the register, ready to be confirmed, being
 * written, written; or being taken back, taken back; or dropped before anything was written.
 */
export const IMPORT_STATES = [
  'naming',
  'comparing',
  'ready',
  'writing',
  'written',
  'undoing',
  'undone',
  'dropped',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Which state of a part says that the import's present step is done with it, and what comes after the last. */
export const STEPS = {
  comparing: { part: 'compared', next: 'ready' },
  writing: { part: 'written', next: 'written' },
  undoing: { part: 'undone', next: 'undone' },
} as const satisfies Partial<Record<ImportState, { part: PartState; next: ImportState }>>;
export type Step = keyof typeof STEPS;
export const isStep = (state: ImportState): state is Step => state in STEPS;

export type PartState = 'read' | 'compared' | 'written' | 'undone';

export const OUTCOME_KINDS = ['new', 'changed', 'unchanged', 'refused', 'alike'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** How many rows of a part came out how; `alike` counts new people who resemble somebody registered. */
export type Tally = Record<OutcomeKind, number>;
export const emptyTally = (): Tally => ({ new: 0, changed: 0, unchanged: 0, refused: 0, alike: 0 });

/** Somebody registered who may be the same person under another ID number. */
export type Alike = { id: string; name: string; last4: string; reason: LikenessReason };

export const LIKENESS_REASONS = ['name_and_birth', 'name_and_phone'] as const;
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

/** What was found out about one row. `last4` are the ID number's. */
export type Outcome =
  | { kind: 'new'; row: number; name: string; last4: string; workerId: string; notes: RowNote[]; alike: Alike[] }
  | {
      kind: 'changed';
      row: number;
      name: string;
      last4: string;
      workerId: string;
      notes: RowNote[];
      changes: FieldChange[];
    }
  | { kind: 'unchanged'; row: number; name: string; last4: string; workerId: string }
  | { kind: 'refused'; row: number; name: string; column: RosterColumn; error: RowError };

export const tallyOf = (outcomes: readonly Outcome[]): Tally => {
  const tally = emptyTally();
  for (const outcome of outcomes) {
    tally[outcome.kind] += 1;
    if (outcome.kind === 'new' && outcome.alike.length > 0) tally.alike += 1;
  }
  return tally;
};

export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((sum, tally) => {
    for (const kind of OUTCOME_KINDS) sum[kind] += tally[kind];
    return sum;
  }, emptyTally());

/** Rows of one part: few enough for one request's time, enough that a list of a village is one. */
export const PART_ROWS = 500;

const SHEET = 100_000;

/** A row's number in a workbook of several sheets: unique in it, and still the number that its own sheet shows. */
export const rowNumber = (sheet: number, row: number): number => sheet * SHEET + row;
export const sheetOf = (row: number): number => Math.floor(row / SHEET);
export const rowInSheet = (row: number): number => row % SHEET;
