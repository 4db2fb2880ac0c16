import { nameKey, plainName } from './name.ts';
import type { Province } from './province.ts';
import type { TradeCode } from './trade.ts';
import type { Wish } from './worker.ts';

type Said = {
  from: string | null;
  provinces: Province[];
  trades: TradeCode[];
  least?: number | null | undefined;
  companions: string;
};

/** The names in a line of companions, at most five. */
export function companionNames(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[\s,，、;；/]+/)
        .map(plainName)
        .filter(Boolean)
        .slice(0, 5),
    ),
  ];
}

/** A wish out of what was said; or the companions' names that nobody registered has. */
export function wishFrom(
  said: Said,
  known: { id: string; name: string }[],
): Wish | { unknown: string[] } {
  const names = companionNames(said.companions);
  const found = names.map((name) => known.find((person) => nameKey(person.name) === nameKey(name)));
  const unknown = names.filter((_, i) => !found[i]);
  if (unknown.length > 0) return { unknown };
  return {
    from: said.from,
    provinces: said.provinces,
    trades: said.trades,
    leastFen: said.least ?? null,
    companions: found.flatMap((person) => (person ? [person.id] : [])),
  };
}
