import type { TradeCode } from '../../registry/trade.ts';

export const ORDER_STATES = [
  'draft',
  'sent',
  'confirmed',
  'countered',
  'declined',
  'expired',
  'amended',
  'cancelled',
] as const;

/** `amended`: a new version that is still to be sent and confirmed again. */
export type OrderState = (typeof ORDER_STATES)[number];

export const REPLY_KINDS = ['confirm', 'counter', 'decline'] as const;

export type ReplyKind = (typeof REPLY_KINDS)[number];

export const DECLINE_REASONS = ['enough', 'less_work', 'date', 'wage', 'other'] as const;

/** Why an employer needs nobody this time. */
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** The order as far as the rules of a batch need it. */
export type OrderFacts = {
  id: string;
  state: OrderState;
  version: number;
  headcount: number;
  startsOn: string;
  termsHash: string;
  sentAt: number | null;
  /** Until when the employer has to answer what was sent. */
  replyBy: number | null;
  trade: TradeCode;
  contractMonths: number;
  payDay: number;
};
