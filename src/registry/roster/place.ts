import { narrow } from '../../text/plain-text.ts';
import {
  BARE_NUMBER,
  GROUP_AT_END,
  GROUP_WORD,
  GROUP_WORDS,
  VILLAGE_SUFFIX,
} from './roster.lexicon.ts';

export type Village = { id: string; name: string };

/** A place as places are compared: without spaces, and with brackets of one width. */
function plain(text: string): string {
  return narrow(text).replaceAll(/\s/g, '');
}
function ownName(name: string): string {
  return plain(name).replace(VILLAGE_SUFFIX, '');
}

/** The village whose list a sheet is, by its name alone. */
export function villageOfSheet(sheet: string, villages: Village[]): Village | null {
  return villages.find(({ name }) => ownName(name) === ownName(sheet)) ?? null;
}

/**
 * Finds a village in what a cell says: exactly, with another ending, or somewhere in an address.
 * The longest name wins.
 */
export function findVillage(text: string, villages: Village[]): Village | null {
  const said = plain(text);
  if (said === '') return null;
  const exact =
    villages.find(({ name }) => plain(name) === said) ??
    villages.find(({ name }) => ownName(name) === ownName(said));
  if (exact) return exact;
  const within = villages
    .filter(
      ({ name }) =>
        said.includes(plain(name)) || (ownName(name).length > 1 && said.includes(ownName(name))),
    )
    .sort((a, b) => b.name.length - a.name.length);
  return within[0] ?? null;
}

/** The group in a cell of its own ("3" is the third group), or at the end of the village's. */
export function readGroup(group: string, village: string): string {
  const own = plain(group);
  if (own !== '') return BARE_NUMBER.test(own) ? `${own}${GROUP_WORD}` : own.slice(0, 20);
  const [, number] = GROUP_AT_END.exec(plain(village)) ?? [];
  return number ? `${number}${GROUP_WORD}` : '';
}

/** Whether two ways of writing a group mean the same one. */
export function sameGroup(a: string, b: string): boolean {
  return a.replace(GROUP_WORDS, '') === b.replace(GROUP_WORDS, '');
}
