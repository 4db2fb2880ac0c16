import type { TradeCode } from '../registry/trade.ts';

/**
 * What a link is about: whose it is, which post, how many people, which day. Null what its purpose
 * has no use for.
 */
export type LinkSubject = {
  name: string | null;
  trade: TradeCode | null;
  headcount: number | null;
  /** ISO day: of the first day at work, of the examination, of the departure. */
  day: string | null;
};
