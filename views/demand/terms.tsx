import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { Icon, type IconName } from '../components/icon.tsx';
import { Facts } from '../components/parts.tsx';
import { named, useReader } from '../i18n/reader.ts';
import { termsAloud } from './terms-aloud.ts';

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

/** The button that reads the terms aloud, and what is said where a phone has no voice. */
export const TermsAloud = ({ terms, contact }: { terms: Terms; contact: string }) => {
  const reader = useReader();
  const w = reader.t.workerLink;
  return (
    <div class="no-print">
      <button type="button" class="btn wide" data-speak={termsAloud(terms, reader, contact)} hidden>
        {w.readAloud}
      </button>
      <span class="hint" data-mute role="status" hidden>
        {w.cannotSpeak}
      </span>
    </div>
  );
};
