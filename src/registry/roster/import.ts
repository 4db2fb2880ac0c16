import type { FieldChange } from '../person-fields.ts';
import type { RosterColumn } from './heading.ts';
import type { RowNote } from './row.ts';
import type { RowError } from './row-outcome.ts';

/**
 * How far an import has come: columns to be named, rows to be compared with the register, ready to
 * be confirmed, being written, written; or being taken back, taken back; or dropped before anything
 * was written.
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

/**
 * Which state of a part says that the import's present step is done with it, and what comes after
 * the last.
 */
export const STEPS = {
  comparing: { part: 'compared', next: 'ready' },
  writing: { part: 'written', next: 'written' },
  undoing: { part: 'undone', next: 'undone' },
} as const satisfies Partial<Record<ImportState, { part: PartState; next: ImportState }>>;
export type Step = keyof typeof STEPS;
export function isStep(state: ImportState): state is Step {
  return state in STEPS;
}

export type PartState = 'read' | 'compared' | 'written' | 'undone';

/** Somebody registered who may be the same person under another ID number. */
export type Alike = { id: string; name: string; last4: string; reason: LikenessReason };

export const LIKENESS_REASONS = ['name_and_birth', 'name_and_phone'] as const;
export type LikenessReason = (typeof LIKENESS_REASONS)[number];

type Person = {
  row: number;
  name: string;
  last4: string;
  workerId: string;
  notes: RowNote[];
  wish?: string;
};

/**
 * What was found out about one row, and what becomes of it. `hidden`: nobody sees it on the sheet,
 * and nobody has asked it in. `last4` are the ID number's; `wish` is a word on going that was not
 * understood.
 */
export type Outcome =
  | (Person & { kind: 'new'; alike: Alike[] })
  | (Person & { kind: 'changed'; changes: FieldChange[] })
  | (Omit<Person, 'notes'> & { kind: 'unchanged'; notes?: RowNote[] })
  | { kind: 'refused'; row: number; name: string; column: RosterColumn; error: RowError }
  | { kind: 'hidden'; row: number; name: string };

export function notesOf(outcome: Outcome): RowNote[] {
  return 'notes' in outcome ? (outcome.notes ?? []) : [];
}
function hasNote(outcome: Outcome, ...notes: RowNote[]): boolean {
  return notesOf(outcome).some((note) => notes.includes(note));
}

const BAD_NAMES: readonly RowError[] = ['name_digits', 'name_impossible', 'name_doubtful'];

/**
 * What the rows of a list can be looked at by: what becomes of them, and what is in doubt about
 * them.
 */
export const LOOKS = {
  new: ({ kind }) => kind === 'new',
  changed: ({ kind }) => kind === 'changed',
  unchanged: ({ kind }) => kind === 'unchanged',
  refused: ({ kind }) => kind === 'refused',
  hidden: (outcome) => outcome.kind === 'hidden' || hasNote(outcome, 'row_hidden'),
  /** New people who resemble somebody registered. */
  alike: (outcome) => outcome.kind === 'new' && outcome.alike.length > 0,
  names: (outcome) =>
    hasNote(outcome, 'name_doubtful') ||
    (outcome.kind === 'refused' && BAD_NAMES.includes(outcome.error)),
  /** A yes or no on going, of which nobody has said what it means. */
  asked: (outcome) => hasNote(outcome, 'availability_asked'),
  wishes: (outcome) => hasNote(outcome, 'availability_unknown', 'availability_kept'),
  /** Whatever else was hard to read, and told of nowhere else. */
  noted: (outcome) =>
    hasNote(
      outcome,
      'phone_several',
      'birth_unread',
      'birth_differs',
      'trade_unknown',
      'trade_kept',
      'id_upgraded',
    ),
} as const satisfies Record<string, (outcome: Outcome) => boolean>;
export type Look = keyof typeof LOOKS;
export const LOOK_NAMES = Object.keys(LOOKS) as Look[];

/** How many rows of a part can be looked at by what. */
export type Tally = Record<Look, number>;

export function tallyOf(outcomes: readonly Outcome[]): Tally {
  return Object.fromEntries(
    LOOK_NAMES.map((look) => [look, outcomes.filter(LOOKS[look]).length]),
  ) as Tally;
}

export function emptyTally(): Tally {
  return tallyOf([]);
}

/** The sum of what was counted; a part that was counted by an earlier version has fewer counts. */
export function addTallies(tallies: readonly Partial<Tally>[]): Tally {
  return Object.fromEntries(
    LOOK_NAMES.map((look) => [look, tallies.reduce((sum, tally) => sum + (tally[look] ?? 0), 0)]),
  ) as Tally;
}

/** Rows of one part: few enough for one request's time, enough that a list of a village is one. */
export const PART_ROWS = 500;

const SHEET = 100_000;
const LAST = SHEET - 1;
/** More than the rows of any sheet. */
const FAR = 10_000_000;

/**
 * A row's number in a workbook of several sheets: unique in it, and still the number that its own
 * sheet shows. Of a row further down than people ever stand, the number is behind the point.
 */
export function rowNumber(sheet: number, row: number): number {
  return sheet * SHEET + (row > LAST ? LAST + row / FAR : row);
}
export function sheetOf(row: number): number {
  return Math.floor(row / SHEET);
}
export function rowInSheet(row: number): number {
  const within = row % SHEET;
  return Number.isInteger(within) ? within : Math.round((within % 1) * FAR);
}
