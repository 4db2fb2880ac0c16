import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { Icon, type IconName } from '../components/icon.tsx';
import { Facts } from '../components/parts.tsx';
import { named, useReader } from '../i18n/reader.ts';

/** The terms in full, as they are shown to employer and worker alike. */
export const TermsFacts = ({ terms, large }: { terms: Terms; large?: boolean }) => {
  const { t, money, day } = useReader();
  const w = t.terms;
  const label = (name: IconName) => (
    <>
      {large && <Icon name={name} />}
      {w[name]}
    </>
  );
  const wage =
    terms.wageLowFen === terms.wageHighFen
      ? money(terms.wageLowFen)
      : `${money(terms.wageLowFen)}–${money(terms.wageHighFen).slice(1)}`;
  return (
    <div class={large ? 'terms large' : 'terms'}>
      <Facts
        rows={[
          [label('trade'), named(t.codes.trade, terms.trade)],
          [label('site'), terms.site],
          [label('wage'), w.wageLine(wage, named(t.codes.wageBasis, terms.wageBasis), terms.payDay)],
          [label('hours'), w.hoursLine(terms.hoursPerDay, terms.daysPerWeek)],
          [
            label('lodging'),
            w.lodgingLine(named(t.codes.lodging, terms.lodging), terms.mealsFen > 0 ? money(terms.mealsFen) : ''),
          ],
          [label('insurance'), named(t.codes.insurance, terms.insurance)],
          [label('deductions'), terms.deductions || w.none],
          [label('hazards'), terms.hazards || w.none],
          [label('term'), w.months(terms.contractMonths)],
          [label('startsOn'), day(terms.startsOn)],
        ]}
      />
    </div>
  );
};

/** The same as sentences, to be read aloud. */
export const termsAloud = (terms: Terms, reader: ReturnType<typeof useReader>): string => {
  const { t, money, day } = reader;
  const wage = `${money(terms.wageLowFen)}–${money(terms.wageHighFen)}`;
  const w = t.terms;
  return [
    `${terms.employer},${named(t.codes.trade, terms.trade)},${terms.site}`,
    `${w.wage}:${w.wageLine(wage, named(t.codes.wageBasis, terms.wageBasis), terms.payDay)}`,
    `${w.hours}:${w.hoursLine(terms.hoursPerDay, terms.daysPerWeek)}`,
    `${w.deductions}:${terms.deductions || w.none}`,
    `${w.term}:${w.months(terms.contractMonths)}`,
    `${w.startsOn}:${day(terms.startsOn)}`,
    w.freeOfCharge,
  ].join(t.sentenceStop);
};
