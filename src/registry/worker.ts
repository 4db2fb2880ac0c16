import { DAY } from '../clock.ts';
import type { Province } from './province.ts';
import type { TradeCode } from './trade.ts';

export type Sex = 'female' | 'male';
export const AVAILABILITY = ['wants', 'home', 'away', 'unwilling'] as const;
export type Availability = (typeof AVAILABILITY)[number];

/**
 * Under what conditions somebody would go. What they did not say is null or empty: it limits
 * nothing.
 */
export type Wish = {
  /** First day they could leave. */
  from: string | null;
  /** Provinces they would go to. */
  provinces: Province[];
  trades: TradeCode[];
  /** Least monthly wage, in fen. */
  leastFen: number | null;
  /** Ids of registered workers whom they want to travel with. */
  companions: string[];
};
export type NextOfKin = { name: string; relation: string; phone: string };

/**
 * Whether somebody's word on going is too old to build on. Nobody who is away is asked.
 * @param holds days for which such a word counts
 */
export function isStaleWish(
  { availability, availabilityAt }: { availability: Availability; availabilityAt: number | null },
  now: number,
  holds: number,
): boolean {
  return availability !== 'away' && (availabilityAt === null || now - availabilityAt > holds * DAY);
}

/** An original that lies somewhere: lent in which batch's placement, and what it is. */
export type OriginalOut = { placementId: string; kind: string };
