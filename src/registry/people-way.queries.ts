import { eq, gte, lt, type SQL } from 'drizzle-orm';
import { digitsTag } from '../access/hidden-text.ts';
import { namePart, worker } from './registry.tables.ts';
import type { Query } from './search.ts';
import { AVAILABILITY, type Availability } from './worker.ts';

export type Order = 'pinyin' | 'initials' | 'id';

type Sorted = typeof worker.pinyin | typeof worker.initials | typeof namePart.letters;

function within(column: Sorted, prefix: string): SQL[] {
  return [gte(column, prefix), lt(column, `${prefix}\u{10ffff}`)];
}

/**
 * Which index finds the people of a query, and in what order it has them; by `parts`, through a
 * later part of the name.
 */
type Range = { where: SQL[]; byPart?: true };

type Way = { order: Order; ranges: Range[]; byCertificate?: true };

/** Whoever is called so, by the beginning of their name or of a later part of it. */
function named(letters: string[], inVillage: SQL[]): Range[] {
  return letters.flatMap((prefix): Range[] => [
    { where: [...inVillage, ...within(worker.pinyin, prefix)] },
    { where: within(namePart.letters, prefix), byPart: true },
  ]);
}

export function lettersOf({ names }: Query): string[] {
  return names.map((word) => (word.by === 'name' ? word.pinyin : word.prefix));
}

export function wayOf(query: Query): Way {
  const { search, filters } = query;
  const { villageId, trade, availability } = filters;
  const inVillage = villageId === null ? [] : [eq(worker.villageId, villageId)];
  switch (search.by) {
    case 'nobody':
      return { order: 'id', ranges: [] };
    case 'name':
    case 'pinyin':
      return { order: 'pinyin', ranges: named(lettersOf(query), inVillage) };
    case 'initials':
      return { order: 'initials', ranges: [{ where: within(worker.initials, search.prefix) }] };
    case 'digits': {
      const { phone, idNumber } = search;
      const ranges = [
        phone === null ? [] : [{ where: [eq(worker.phoneLast4, phone)] }],
        idNumber === null ? [] : [{ where: [eq(worker.idNumberTag, digitsTag(idNumber))] }],
      ];
      return { order: 'id', ranges: ranges.flat() };
    }
    case 'all':
      break;
  }
  if (filters.certificate !== null)
    return { order: 'id', ranges: [{ where: [] }], byCertificate: true };
  if (trade !== null) {
    const kinds: readonly Availability[] = availability === null ? AVAILABILITY : [availability];
    const ranges = kinds.map((kind) => ({
      where: [eq(worker.trade, trade), eq(worker.availability, kind)],
    }));
    return { order: 'pinyin', ranges };
  }
  return { order: 'pinyin', ranges: [{ where: inVillage }] };
}

/**
 * Whether the index alone decides who is on the page, so that as many people are read as are shown.
 */
export function isExact({ search, also, sex, group, filters }: Query): boolean {
  if (also.length > 0 || sex !== null || group !== null) return false;
  const { villageId, trade, certificate: held, availability, ageFrom, ageTo, outing } = filters;
  const rest = [held, ageFrom, ageTo, outing].filter((each) => each !== null).length;
  if (rest > 0) return false;
  if (search.by === 'all') return trade === null ? availability === null : villageId === null;
  if (search.by === 'name') return false;
  return trade === null && availability === null && (villageId === null || search.by === 'pinyin');
}
