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
