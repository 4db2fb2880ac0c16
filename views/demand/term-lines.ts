import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import type { IconName } from '../components/icon.tsx';
import { named, type Reader } from '../i18n/reader.ts';

/** A line of the terms: its name among the words and icons, and what it says. */
export type TermLine = { name: IconName & keyof Reader['t']['terms']; says: string };

/** The terms line by line, in the order in which they are shown. */
export function linesOf(terms: Terms, { t, money, day }: Reader): TermLine[] {
  const w = t.terms;
  const { wageLowFen: low, wageHighFen: high } = terms;
  const wage = low === high ? money(low) : `${money(low)}–${money(high).slice(1)}`;
  const meals = terms.mealsFen > 0 ? money(terms.mealsFen) : '';
  return [
    { name: 'trade', says: named(t.codes.trade, terms.trade) },
    { name: 'site', says: terms.site },
    {
      name: 'wage',
      says: w.wageLine(wage, named(t.codes.wageBasis, terms.wageBasis), terms.payDay),
    },
    { name: 'hours', says: w.hoursLine(terms.hoursPerDay, terms.daysPerWeek) },
    { name: 'lodging', says: w.lodgingLine(named(t.codes.lodging, terms.lodging), meals) },
    { name: 'insurance', says: named(t.codes.insurance, terms.insurance) },
    { name: 'deductions', says: terms.deductions || w.none },
    { name: 'hazards', says: terms.hazards || w.none },
    { name: 'term', says: w.months(terms.contractMonths) },
    { name: 'startsOn', says: day(terms.startsOn) },
  ];
}

/** Which lines of the terms read otherwise than before, by their names. */
export function changedTerms(before: Terms, now: Terms, reader: Reader): string[] {
  const old = linesOf(before, reader);
  return linesOf(now, reader).flatMap(({ name, says }, i) =>
    old[i]?.says === says ? [] : [reader.t.terms[name]],
  );
}
