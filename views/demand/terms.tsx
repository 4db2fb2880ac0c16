import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { Icon, type IconName } from '../components/icon.tsx';
import { Facts } from '../components/parts.tsx';
import { named, type Reader, useReader } from '../i18n/reader.ts';
import { termsAloud } from './terms-aloud.ts';

/** A line of the terms: its name among the words and icons, and what it says. */
type TermLine = { name: IconName & keyof Reader['t']['terms']; says: string };

/** The terms line by line, in the order in which they are shown. */
function linesOf(terms: Terms, { t, money, day }: Reader): TermLine[] {
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

/** What something says, and, where it said something else before, that too, struck. */
export function Says({ now, before }: { now: string; before: string | undefined }) {
  return before === undefined || before === now ? (
    <>{now}</>
  ) : (
    <>
      <ins>{now}</ins> <del>{before}</del>
    </>
  );
}

type TermsFactsProps = {
  terms: Terms;
  /** What they were when the reader knew them last, for the differences to be marked. */
  before?: Terms | undefined;
  large?: boolean;
};

/** The terms in full, as they are shown to employer and worker alike. */
export function TermsFacts({ terms, before, large }: TermsFactsProps) {
  const reader = useReader();
  const old = before && linesOf(before, reader);
  const label = (name: TermLine['name']) => (
    <>
      {large && <Icon name={name} />}
      {reader.t.terms[name]}
    </>
  );
  return (
    <div class={large ? 'terms large' : 'terms'}>
      <Facts
        rows={linesOf(terms, reader).map(
          ({ name, says }, i) =>
            [label(name), <Says now={says} before={old?.[i]?.says} />] as const,
        )}
      />
    </div>
  );
}

/** The button that reads the terms aloud, and what is said where a phone has no voice. */
type TermsAloudProps = {
  terms: Terms;
  contact: string;
  /**
   * Whether the two buttons of the answer stand under them, to be told apart by whoever cannot
   * read.
   */
  answers?: boolean;
};

export function TermsAloud({ terms, contact, answers = false }: TermsAloudProps) {
  const reader = useReader();
  const w = reader.t.workerLink;
  return (
    <div class="no-print">
      <button
        type="button"
        class="btn wide"
        data-speak={termsAloud(terms, reader, contact, answers)}
        hidden
      >
        {w.readAloud}
      </button>
      <span class="hint" data-mute role="status" hidden>
        {w.cannotSpeak}
      </span>
    </div>
  );
}
