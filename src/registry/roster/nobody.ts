import { type Cell, textOf } from '../../sheets/cell.ts';
import { meaningOf } from './heading.ts';
import { NO_PERSON, NOTHING } from './roster.lexicon.ts';

/** Eleven digits in a row make a phone or more; spaces and dashes may be between them. */
function hasNumber(text: string): boolean {
  return /\d{11}/.test(text.replaceAll(/[\s.-]/g, ''));
}

/**
 * Whether a row of the sheet holds nobody, however it is ruled, coloured or filled down: it names
 * nobody, and nothing in it is as long as a phone or an ID number. Where no column is known to be
 * the name, only an empty row does.
 * @param name place of the name's column; -1 where it is not known
 */
export function holdsNobody(cells: readonly Cell[], name: number): boolean {
  const texts = cells.map(textOf);
  if (name < 0) return texts.every((text) => text === '');
  return (texts[name] ?? '').replace(NOTHING, '') === '' && !texts.some(hasNumber);
}

/**
 * Whether a line of the table is no person's: a sum, a note below, or the heading again on a new
 * page.
 */
export function isNoPerson(texts: string[], name: string, id: string): boolean {
  const said = new Set(texts.filter(Boolean));
  if (said.size === 0) return true;
  const isSum = NO_PERSON.test(name) && !/\d{6}/.test(id);
  if (id !== '' && !isSum) return meaningOf(id, new Map()) === 'idNumber';
  if (isSum || said.size === 1 || texts.some((text) => NO_PERSON.test(text.replaceAll(/\s/g, ''))))
    return true;
  return name === '' && ![...said].some(hasNumber);
}
