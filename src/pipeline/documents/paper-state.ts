import type { Custody } from './custody-state.ts';
import type { ContractState } from './contract-state.ts';
import type { PaperKind } from './paper-kind.ts';

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
