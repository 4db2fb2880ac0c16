import { ageOn, dayOf } from '../../src/clock.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import type { Sex } from '../../src/registry/worker.ts';
import type { List } from '../../src/sheets/write.ts';
import type { Reader } from '../i18n/reader.ts';

type Person = {
  id: string;
  name: string;
  sex: Sex;
  phone: string;
  bornOn: string;
  trade: TradeCode;
};
type Given = { code: string; employer: string; people: Person[] };
type Line = Person & { number: number };

function numbered(people: Person[]): Line[] {
  return people.map((person, i) => ({ ...person, number: i + 1 }));
}

/**
 * What an employer is sent before people arrive: who comes, how old, in what trade, and how to
 * reach them.
 */
export function employerSheet({ t, now }: Reader, { code, employer, people }: Given): List<Line> {
  const w = t.import.column;
  return {
    name: t.travel.employerSheet(code),
    title: `${employer} · ${t.travel.employerSheet(code)}`,
    columns: [
      { heading: t.travel.number, width: 6, text: (p) => String(p.number) },
      { heading: w.name, width: 12, text: (p) => p.name },
      { heading: w.sex, width: 6, text: (p) => t.codes.sex[p.sex] },
      { heading: t.workers.ageColumn, width: 6, text: (p) => String(ageOn(p.bornOn, dayOf(now))) },
      { heading: w.trade, width: 14, text: (p) => t.codes.trade[p.trade] },
      { heading: w.phone, width: 16, text: (p) => p.phone },
    ],
    rows: numbered(people),
  };
}

/** What a railway's group sale asks for: kind and number of the document, name, phone. */
export function railwaySheet(
  { t }: Reader,
  { code, people }: Given,
  idNumbers: Map<string, string>,
): List<Line> {
  const w = t.import.column;
  return {
    name: t.travel.railwaySheet(code),
    columns: [
      { heading: t.travel.number, width: 6, text: (p) => String(p.number) },
      { heading: w.name, width: 12, text: (p) => p.name },
      { heading: t.travel.documentKind, width: 18, text: () => t.travel.identityCard },
      { heading: t.travel.documentNumber, width: 24, text: (p) => idNumbers.get(p.id) ?? '' },
      { heading: w.phone, width: 16, text: (p) => p.phone },
    ],
    rows: numbered(people),
  };
}
