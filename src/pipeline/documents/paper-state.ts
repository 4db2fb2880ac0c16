export const PAPER_KINDS = [
  'id_card',
  'contract',
  'insurance',
  'photo',
  'bank_account',
  'health_certificate',
  'trade_certificate',
  'occupational_exam',
  'police_check',
  'residence_permit',
] as const;

export type PaperKind = (typeof PAPER_KINDS)[number];

export const PAPER_STATES = [
  'missing',
  'submitted',
  'verified',
  'rejected',
  'expired',
  'not_needed',
] as const;

export type PaperState = (typeof PAPER_STATES)[number];

export const REJECT_REASONS = ['unreadable', 'wrong_person', 'expired', 'incomplete'] as const;

export type RejectReason = (typeof REJECT_REASONS)[number];

/**
 * Who may hold an original for processing. Neither the employer nor an agency can (Labour Contract
 * Law art. 9, 84).
 */
export const HOLDERS = ['station', 'police_station', 'government_hall'] as const;

export type Holder = (typeof HOLDERS)[number];

/** An original that has not come back yet. `keeper` is the person at that place who took it. */
export type Custody = {
  id: string;
  kind: PaperKind;
  holder: Holder;
  keeper?: string;
  returnBy: string;
};

export const CONTRACT_DIFFERENCES = [
  'employer',
  'site',
  'wage',
  'pay_day',
  'hours',
  'days',
  'months',
  'lodging',
  'meals',
  'insurance',
  'deductions',
] as const;

export type ContractDifference = (typeof CONTRACT_DIFFERENCES)[number];

/**
 * A contract as the rules see it. `accepted` is the worker's own word on the differences; null
 * while it is awaited.
 */
export type ContractState = {
  signedOn: string;
  differences: ContractDifference[];
  accepted: boolean | null;
  /**
   * Whether the worker has a copy of their own (Labour Contract Law art. 16): as the station noted,
   * and as they say.
   */
  copyHeld: boolean;
  copyConfirmed: boolean | null;
};

/** What papers somebody has handed in, and what of theirs is not in their own hands. */
export type Documented = {
  papers: Partial<Record<PaperKind, PaperState>>;
  /** Last days of papers that do not hold for good. */
  paperUntil: Partial<Record<PaperKind, string>>;
  /** Why a paper was sent back, as long as it has not come again. */
  paperWhy: Partial<Record<PaperKind, RejectReason>>;
  contract: ContractState | null;
  custody: Custody[];
  /** Originals that were lent in another batch of theirs and are not back. */
  lentElsewhere: PaperKind[];
};

export const nothingHandedIn: Documented = {
  papers: {},
  paperUntil: {},
  paperWhy: {},
  contract: null,
  custody: [],
  lentElsewhere: [],
};
