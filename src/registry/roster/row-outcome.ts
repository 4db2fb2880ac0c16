import type { IdNumberError } from '../id-number.ts';
import type { PhoneError } from '../../text/phone.ts';
import type { Answers } from './answers.ts';
import type { RosterColumn } from './heading.ts';
import type { Village } from './place.ts';

/** Why a row is refused. The views have a sentence for each. */
export type RowError =
  | IdNumberError
  | PhoneError
  | 'required'
  | 'too_long'
  | 'name_digits'
  | 'name_impossible'
  | 'name_doubtful'
  | 'id_digits_lost'
  | 'id_twice_in_file'
  | 'sex_contradicts_id'
  | 'birth_contradicts_id'
  | 'village_required'
  | 'village_unknown'
  | 'not_own_village'
  | 'asked_to_be_forgotten'
  | 'forbidden_health';

export type RowContext = {
  columns: ReadonlyMap<RosterColumn, number>;
  villages: Village[];
  /** The village of the officer who imports; null for the station. */
  ownVillage: string | null;
  /** The village of a row that names none. */
  otherwise: string | null;
  /** Rows whose ID number an earlier row of the file has, by row number. */
  twice: ReadonlyMap<number, number>;
  /** The day on which the list is read: nobody on it is born later. */
  today: string;
  /** What the station said of the file's doubts. */
  answers?: Answers;
  /** Whether nobody sees the row on the sheet. */
  isHidden?: boolean;
};
