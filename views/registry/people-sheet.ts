import { ageOn, dayOf } from '../../src/clock.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import type { Availability, NextOfKin, Sex } from '../../src/registry/worker.ts';
import type { List } from '../../src/sheets/write.ts';
import type { Reader } from '../i18n/reader.ts';

type Person = {
  id: string;
  name: string;
  sex: Sex;
  bornOn: string;
  last4: string;
  phone: string;
  villageId: string;
  groupName: string;
  trade: TradeCode;
  availability: Availability;
  kin: NextOfKin | null;
  remark: string;
};

/**
 * People as a sheet, with the headings that the import knows. Without a reason the ID number is its
 * last four digits.
 */
export function peopleList(
  { t, now }: Reader,
  people: Person[],
  villageName: Map<string, string>,
  idNumbers: Map<string, string> | null,
): List<Person> {
  const w = t.import.column;
  const today = dayOf(now);
  return {
    name: t.workers.sheet,
    landscape: true,
    columns: [
      { heading: w.name, width: 12, text: (p) => p.name },
      { heading: w.sex, width: 6, text: (p) => t.codes.sex[p.sex] },
      { heading: t.workers.ageColumn, width: 6, text: (p) => String(ageOn(p.bornOn, today)) },
      idNumbers
        ? { heading: w.idNumber, width: 22, text: (p) => idNumbers.get(p.id) ?? '' }
        : { heading: t.workers.last4Column, width: 14, text: (p) => p.last4 },
      { heading: w.phone, width: 14, text: (p) => p.phone },
      { heading: w.village, width: 14, text: (p) => villageName.get(p.villageId) ?? '' },
      { heading: w.group, width: 10, text: (p) => p.groupName },
      { heading: w.trade, width: 12, text: (p) => t.codes.trade[p.trade] },
      { heading: w.availability, width: 12, text: (p) => t.codes.availability[p.availability] },
      { heading: w.kinName, width: 12, text: (p) => p.kin?.name ?? '' },
      { heading: w.kinRelation, width: 8, text: (p) => p.kin?.relation ?? '' },
      { heading: w.kinPhone, width: 14, text: (p) => p.kin?.phone ?? '' },
      { heading: w.remark, width: 24, text: (p) => p.remark },
    ],
    rows: people,
  };
}
