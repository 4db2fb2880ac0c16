import { namesForbiddenHealth } from '../../law/forbidden-health.ts';
import { type Cell, textOf } from '../../sheets/cell.ts';
import { fromOldNumber, type IdNumber, readIdNumber } from '../id-number.ts';
import { plainNumber } from '../../text/look-alikes.ts';
import { plainName } from '../name.ts';
import { readListedPhone } from '../../text/phone.ts';
import { plainText } from '../../text/plain-text.ts';
import type { TradeCode } from '../trade.ts';
import type { Availability, NextOfKin, Sex } from '../worker.ts';
import type { Answers } from './answers.ts';
import { compareBirth } from './birth.ts';
import type { RosterColumn } from './heading.ts';
import type { Line } from './line.ts';
import { isNoPerson } from './nobody.ts';
import { readKin, readName, readPlace, type Say } from './row-parts.ts';
import { NOTHING, SEX_WORDS, TRADE_WORDS } from './roster.lexicon.ts';
import { readWishWord, wishKey } from './wish-word.ts';
import type { RowError, RowContext } from './row-outcome.ts';

/** What was put right without asking, and is told. */
export type RowNote =
  | 'row_hidden'
  | 'name_doubtful'
  | 'id_upgraded'
  | 'phone_missing'
  | 'phone_several'
  | 'birth_unread'
  | 'birth_differs'
  | 'trade_unknown'
  | 'trade_kept'
  | 'availability_unknown'
  | 'availability_asked'
  | 'availability_kept';

/** A person as a row tells of them; null where it says nothing. */
export type RosterPerson = {
  row: number;
  name: string;
  idNumber: string;
  bornOn: string;
  sex: Sex;
  phone: string | null;
  villageId: string | null;
  groupName: string | null;
  trade: TradeCode | null;
  availability: Availability | null;
  kin: NextOfKin | null;
  remark: string | null;
  notes: RowNote[];
  /** The word in the column of wishes that was not understood. */
  wish?: string;
};
export type RefusedRow = { row: number; name: string; column: RosterColumn; error: RowError };
export type RowReading = { person: RosterPerson } | { refused: RefusedRow } | { skipped: true };

/**
 * The ID number in a cell. One that a spreadsheet kept as a number has lost its last digits for
 * good.
 */
export function readIdCell(cell: Cell): (IdNumber & { upgraded: boolean }) | { error: RowError } {
  const text = textOf(cell);
  if (text === '') return { error: 'required' };
  if (typeof cell === 'number' ? cell >= 1e15 : /^\d(\.\d+)?e\+?1[67]$/i.test(text))
    return { error: 'id_digits_lost' };
  const plain = plainNumber(text);
  const old = fromOldNumber(plain);
  const read = readIdNumber(old ?? plain);
  if ('error' in read)
    return {
      error:
        read.error === 'id_check_digit' && plain.endsWith('000') ? 'id_digits_lost' : read.error,
    };
  return { ...read, upgraded: old !== null };
}

function word<T>(text: string, words: readonly (readonly [T, RegExp])[]): T | null {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Characters of a word that is asked about. */
const LONGEST_WISH = 20;

/** Cells that hold whatever somebody typed. */
const FREE_TEXT: readonly RosterColumn[] = [
  'name',
  'kinName',
  'kinRelation',
  'address',
  'group',
  'remark',
];

/**
 * Reads one row of a roster: a person, the reason why it is refused, or no person at all (a sum, a
 * note, an empty line).
 */
export function readRow(row: number, cells: Cell[], context: RowContext): RowReading {
  const cellOf = (column: RosterColumn): Cell => cells[context.columns.get(column) ?? -1] ?? null;
  const raw: Say = (column) => textOf(cellOf(column));
  const say: Say = (column) => plainText(raw(column)).replace(NOTHING, '');
  const answers = context.answers ?? {};
  const named = readName(raw('name'), answers);
  const name = plainName(raw('name'));
  const refuse = (column: RosterColumn, error: RowError): RowReading => ({
    refused: { row, name, column, error },
  });
  if (isNoPerson(Array.from(cells, textOf), say('name'), say('idNumber'))) return { skipped: true };
  if ('error' in named) return refuse('name', named.error);
  const id = readIdCell(cellOf('idNumber'));
  if ('error' in id) return refuse('idNumber', id.error);
  if (id.bornOn > context.today) return refuse('idNumber', 'id_birth_to_come');
  if (context.twice.has(row)) return refuse('idNumber', 'id_twice_in_file');

  const sex = SEX_WORDS[say('sex').toLowerCase() as keyof typeof SEX_WORDS] as Sex | undefined;
  if (sex && sex !== id.sex) return refuse('sex', 'sex_contradicts_id');
  const birth = say('bornOn') === '' ? 'same' : compareBirth(cellOf('bornOn'), id.bornOn);
  if (birth === 'contradicts') return refuse('bornOn', 'birth_contradicts_id');

  const phone = say('phone') === '' ? null : readListedPhone(raw('phone'));
  if (phone !== null && 'error' in phone) return refuse('phone', phone.error);
  const place = readPlace(say, context);
  if ('error' in place) return refuse('village', place.error);

  const remark = say('remark');
  if (remark.length > 200) return refuse('remark', 'too_long');
  for (const column of FREE_TEXT)
    if (namesForbiddenHealth(say(column))) return refuse(column, 'forbidden_health');

  const trade = say('trade') === '' ? null : word(say('trade'), TRADE_WORDS);
  const wish = readWishWord(raw('availability'), answers);
  const notes: [boolean, RowNote][] = [
    [context.isHidden === true, 'row_hidden'],
    [named.isDoubtful, 'name_doubtful'],
    [id.upgraded, 'id_upgraded'],
    [phone === null, 'phone_missing'],
    [phone?.isOneOfSeveral === true, 'phone_several'],
    [birth === 'unread', 'birth_unread'],
    [birth === 'differs', 'birth_differs'],
    [say('trade') !== '' && trade === null, 'trade_unknown'],
    [wish.open === 'unknown', 'availability_unknown'],
    [wish.open === 'asked', 'availability_asked'],
  ];
  return {
    person: {
      row,
      name: named.name,
      idNumber: id.number,
      bornOn: id.bornOn,
      sex: id.sex,
      phone: phone?.number ?? null,
      ...place,
      trade,
      availability: wish.availability,
      kin: readKin(say),
      remark: remark || null,
      notes: notes.filter(([holds]) => holds).map(([, note]) => note),
      ...(wish.open === null ? {} : { wish: wishKey(raw('availability')).slice(0, LONGEST_WISH) }),
    },
  };
}

/**
 * Rows whose ID number an earlier row has as well: row number, and the row that has it first. Rows
 * that nobody sees count only where they are asked in.
 */
export function findTwice(
  lines: readonly Line[],
  idColumn: number,
  answers: Answers = {},
): Map<number, number> {
  const first = new Map<string, number>();
  const twice = new Map<number, number>();
  for (const { row, cells, hidden } of lines) {
    if (hidden && answers.hidden !== 'in') continue;
    const id = readIdCell(cells[idColumn] ?? null);
    if ('error' in id) continue;
    const earlier = first.get(id.number);
    if (earlier === undefined) first.set(id.number, row);
    else twice.set(row, earlier);
  }
  return twice;
}
