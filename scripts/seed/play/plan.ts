import type { TradeCode } from '../../../src/registry/trade.ts';

/** What is known of a batch before it is played. */
export type PlayPlan = {
  code: string;
  employer: { id: string; name: string; contactName: string; contactPhone: string; city: string };
  coordinatorId: string;
  trade: TradeCode;
  headcount: number;
  /** The instant at which the story begins. */
  opensAt: number;
  /** The first day at work. */
  startsOn: string;
  /** Twelve where nothing is said. */
  contractMonths?: number;
};
