import { namesForbiddenHealth } from '../../pipeline/health/forbidden-health.ts';
import { type Cell, textOf } from '../../sheets/cell.ts';
import { fromOldNumber, type IdNumber, type IdNumberError, readIdNumber } from '../id-number.ts';
import { type PhoneError, readListedPhone, readMobile } from '../phone.ts';
import type { TradeCode } from '../trade.ts';
import type { Availability, NextOfKin, Sex } from '../worker.ts';
import { readDay } from './day-text.ts';
import { meaningOf, type RosterColumn } from './heading.ts';
import { findVillage, readGroup, type Village } from './place.ts';
import { AVAILABILITY_WORDS, NO_PERSON, NOTHING, SEX_WORDS, TRADE_WORDS } from './roster.lexicon.ts';

/** Why a row is refused. The views have a sentence for each. */
export type RowError =
  | IdNumberError
  | PhoneError
  | 'required'
  | 'too_long'
  | 'name_digits'
  | 'id_digits_lost'
  | 'id_twice_in_file'
  | 'sex_contradicts_id'
  | 'birth_contradicts_id'
  | 'bad_date'
  | 'village_required'
  | 'village_unknown'
  | 'not_own_village'
  | 'asked_to_be_forgotten'
  | 'forbidden_health';

/** What was put right without asking, and is told. */
export type RowNote =
  | 'id_upgraded'
  | 'phone_missing'
  | 'trade_unknown'
  | 'trade_kept'
  | 'availability_unknown'
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
};
export type RefusedRow = { row: number; name: string; column: RosterColumn; error: RowError };
export type RowReading = { person: RosterPerson } | { refused: RefusedRow } | { skipped: true };

export type RowContext = {
  columns: ReadonlyMap<RosterColumn, number>;
  villages: Village[];
  /** The village of the officer who imports; null for the station. */
  ownVillage: string | null;
  /** The village of a row that names none. */
  otherwise: string | null;
  /** Rows whose ID number an earlier row of the file has, by row number. */
  twice: ReadonlyMap<number, number>;
};

/** Chinese names are padded with spaces for looks; only names in Latin letters have spaces of their own. */
const readName = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? text.replaceAll(/\s/g, '').replaceAll(/[•・.]/g, '·') : text.replaceAll(/\s+/g, ' ');

/** The ID number in a cell. One that a spreadsheet kept as a number has lost its last digits for good. */
export const readIdCell = (cell: Cell): (IdNumber & { upgraded: boolean }) | { error: RowError } => {
  const text = textOf(cell);
  if (text === '') return { error: 'required' };
  if (typeof cell === 'number' ? cell >= 1e15 : /^\d(\.\d+)?e\+?1[67]$/i.test(text)) return { error: 'id_digits_lost' };
  const plain = text.replaceAll(/[\s-]/g, '');
  const old = fromOldNumber(plain);
  const read = readIdNumber(old ?? plain);
  if ('error' in read)
    return { error: read.error === 'id_check_digit' && plain.endsWith('000') ? 'id_digits_lost' : read.error };
  return { ...read, upgraded: old !== null };
};

const word = <T>(text: string, words: readonly (readonly [T, RegExp])[]): T | null =>
  words.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/** Whether a line of the table is no person's: empty, a sum, a note below, or the heading again on a new page. */
const isNobody = (texts: string[], name: string, id: string): boolean => {
  const said = new Set(texts.filter(Boolean));
  if (said.size === 0) return true;
  if (id !== '') return meaningOf(id, new Map()) === 'idNumber';
  if (said.size === 1 || texts.some((text) => NO_PERSON.test(text.replaceAll(/\s/g, '')))) return true;
  return name === '' && ![...said].some((text) => /\d{11}/.test(text));
};

/** Cells that hold whatever somebody typed. */
const FREE_TEXT: readonly RosterColumn[] = ['name', 'kinName', 'kinRelation', 'address', 'group', 'remark'];

/** Reads one row of a roster: a person, the reason why it is refused, or no person at all (a sum, a note, an empty line). */
export const readRow = (row: number, cells: Cell[], context: RowContext): RowReading => {
  const cellOf = (column: RosterColumn): Cell => cells[context.columns.get(column) ?? -1] ?? null;
  const say = (column: RosterColumn): string => textOf(cellOf(column)).replace(NOTHING, '');
  const name = readName(say('name'));
  const refuse = (column: RosterColumn, error: RowError): RowReading => ({ refused: { row, name, column, error } });
  if (isNobody(Array.from(cells, textOf), name, say('idNumber'))) return { skipped: true };
  if (name === '') return refuse('name', 'required');
  if (name.length > 30) return refuse('name', 'too_long');
  if (/\d/.test(name)) return refuse('name', 'name_digits');
  const id = readIdCell(cellOf('idNumber'));
  if ('error' in id) return refuse('idNumber', id.error);
  if (context.twice.has(row)) return refuse('idNumber', 'id_twice_in_file');

  const sex = SEX_WORDS[say('sex').toLowerCase() as keyof typeof SEX_WORDS] as Sex | undefined;
  if (sex && sex !== id.sex) return refuse('sex', 'sex_contradicts_id');
  const born = say('bornOn') === '' ? null : readDay(cellOf('bornOn'));
  if (say('bornOn') !== '' && born === null) return refuse('bornOn', 'bad_date');
  if (born !== null && !id.bornOn.startsWith(born)) return refuse('bornOn', 'birth_contradicts_id');

  const phone = readListedPhone(say('phone'));
  if (phone !== null && typeof phone === 'object') return refuse('phone', phone.error);

  const said = say('village');
  const named = findVillage(said || say('address'), context.villages);
  if (said !== '' && !named) return refuse('village', 'village_unknown');
  const villageId = named?.id ?? context.otherwise;
  if (context.ownVillage !== null && villageId !== context.ownVillage) return refuse('village', 'not_own_village');
  const groupName = readGroup(say('group'), said || say('address'));

  const remark = say('remark');
  if (remark.length > 200) return refuse('remark', 'too_long');
  for (const column of FREE_TEXT) if (namesForbiddenHealth(say(column))) return refuse(column, 'forbidden_health');

  const trade = say('trade') === '' ? null : word(say('trade'), TRADE_WORDS);
  const availability = say('availability') === '' ? null : word(say('availability'), AVAILABILITY_WORDS);
  const kin = say('kinName')
    ? {
        name: readName(say('kinName')).slice(0, 30),
        relation: say('kinRelation').slice(0, 10),
        phone: readMobile(say('kinPhone')) ?? '',
      }
    : null;
  const notes: [boolean, RowNote][] = [
    [id.upgraded, 'id_upgraded'],
    [phone === null, 'phone_missing'],
    [say('trade') !== '' && trade === null, 'trade_unknown'],
    [say('availability') !== '' && availability === null, 'availability_unknown'],
  ];
  return {
    person: {
      row,
      name,
      idNumber: id.number,
      bornOn: id.bornOn,
      sex: id.sex,
      phone,
      villageId,
      groupName: groupName || null,
      trade,
      availability,
      kin,
      remark: remark || null,
      notes: notes.filter(([holds]) => holds).map(([, note]) => note),
    },
  };
};

/** Rows whose ID number an earlier row has as well: row number, and the row that has it first. */
export const findTwice = (rows: readonly { row: number; cells: Cell[] }[], idColumn: number): Map<number, number> => {
  const first = new Map<string, number>();
  const twice = new Map<number, number>();
  for (const { row, cells } of rows) {
    const id = readIdCell(cells[idColumn] ?? null);
    if ('error' in id) continue;
    const earlier = first.get(id.number);
    if (earlier === undefined) first.set(id.number, row);
    else twice.set(row, earlier);
  }
  return twice;
};
