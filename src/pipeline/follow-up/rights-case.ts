import { addMonths } from '../../clock.ts';
import type { Answers, VisitKind } from './visit-state.ts';
import type { CaseKind, CaseState } from './case-state.ts';

const NEXT: Record<CaseState, CaseState[]> = {
  reported: ['verified', 'closed'],
  verified: ['mediation', 'referred', 'closed'],
  mediation: ['partly_paid', 'fully_paid', 'referred', 'closed'],
  referred: ['partly_paid', 'fully_paid', 'closed'],
  partly_paid: ['fully_paid', 'referred', 'closed'],
  fully_paid: ['closed'],
  closed: [],
};

export function caseMoves(from: CaseState): CaseState[] {
  return NEXT[from];
}

/**
 * The wrongs that a worker's answers tell of. Being paid nothing is one once a pay day has passed,
 * being without a contract once its month is over (Labour Contract Law art. 10, 82), counted from
 * the day of arrival; what was not asked is none.
 * @param days on which they arrived, null while nobody knows, and on which they said so
 */
export function wrongsIn(
  visit: VisitKind,
  answers: Answers,
  { arrivedOn, saidOn }: { arrivedOn: string | null; saidOn: string },
): CaseKind[] {
  const isOver = arrivedOn !== null && saidOn > addMonths(arrivedOn, 1);
  const early = visit === 'settled' || visit === 'first_week';
  return [
    ...(answers.paidFen === 0 && !early && visit !== 'contract' ? (['unpaid_wages'] as const) : []),
    ...(answers.papersHeld === false ? (['papers_withheld'] as const) : []),
    ...(answers.contractHeld === false && isOver ? (['no_contract'] as const) : []),
  ];
}
