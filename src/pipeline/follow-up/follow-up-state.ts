export type FollowUpState = 'none' | 'away' | 'home';

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

export const RETURN_REASONS = [
  'health',
  'family',
  'wage_differs',
  'conditions',
  'conflict',
  'season_over',
  'own_choice',
] as const;

export type ReturnReason = (typeof RETURN_REASONS)[number];

export const CASE_KINDS = ['unpaid_wages', 'no_contract', 'papers_withheld', 'other'] as const;

export type CaseKind = (typeof CASE_KINDS)[number];

export const CASE_STATES = [
  'reported',
  'verified',
  'mediation',
  'referred',
  'partly_paid',
  'fully_paid',
  'closed',
] as const;

export type CaseState = (typeof CASE_STATES)[number];

/** Whether somebody is at the post, or back. */
export type FollowedUp = { followUp: FollowUpState };

export const notYetThere: FollowedUp = { followUp: 'none' };
