export const VISIT_KINDS = [
  'settled',
  'first_week',
  'contract',
  'pay_day',
  'quarter',
  'residence',
  'term_end',
] as const;

export type VisitKind = (typeof VISIT_KINDS)[number];

export const VISIT_OUTCOMES = ['done', 'not_reached', 'refused', 'wrong_number'] as const;

export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

/** What a reached worker said. Null where it was not asked or not answered; amounts in fen. */
export type Answers = {
  working: boolean | null;
  paidFen: number | null;
  contractHeld: boolean | null;
  papersHeld: boolean | null;
  wantsHome: boolean | null;
};

export type PlannedVisit = { kind: VisitKind; dueOn: string };
