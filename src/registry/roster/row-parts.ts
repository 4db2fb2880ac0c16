/** What some cells of a row say together: a name, a contact, a place. */
import { plainName } from '../name.ts';
import { mobilesIn, readMobile } from '../../text/phone.ts';
import type { NextOfKin } from '../worker.ts';
import type { Answers } from './answers.ts';
import type { RosterColumn } from './heading.ts';
import { findVillage, readGroup } from './place.ts';
import type { RowContext, RowError } from './row-outcome.ts';
import { nameDoubt } from '../name-doubt.ts';

/**
 * A name and what is odd about it; the row is refused where nobody is called so, or where the
 * station said so.
 */
export function readName(
  text: string,
  { names }: Answers,
): { name: string; isDoubtful: boolean } | { error: RowError } {
  const name = plainName(text);
  if (name === '') return { error: 'required' };
  if (name.length > 30) return { error: 'too_long' };
  const doubt = nameDoubt(name);
  if (doubt === 'impossible' && names !== 'in')
    return { error: /\d/.test(name) ? 'name_digits' : 'name_impossible' };
  if (doubt === 'doubtful' && names === 'out') return { error: 'name_doubtful' };
  return { name, isDoubtful: doubt !== null };
}

/** What a row says in a column. */
export type Say = (column: RosterColumn) => string;

/** The contact whom a row names; the first mobile number of theirs. */
export function readKin(say: Say): NextOfKin | null {
  return say('kinName')
    ? {
        name: plainName(say('kinName')).slice(0, 30),
        relation: say('kinRelation').slice(0, 10),
        phone: mobilesIn(say('kinPhone'))[0] ?? readMobile(say('kinPhone')) ?? '',
      }
    : null;
}

/**
 * Of which village and group somebody is: as a cell says, or the address; otherwise as the sheet or
 * the station said.
 */
export function readPlace(say: Say, { villages, otherwise, ownVillage }: RowContext) {
  const said = say('village');
  const named = findVillage(said || say('address'), villages);
  if (said !== '' && !named) return { error: 'village_unknown' as const };
  const villageId = named?.id ?? otherwise;
  if (ownVillage !== null && villageId !== ownVillage) return { error: 'not_own_village' as const };
  return { villageId, groupName: readGroup(say('group'), said || say('address')) || null };
}
