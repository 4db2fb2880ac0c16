import { isConstruction, TRADES, type TradeCode } from '../../registry/trade.ts';
import type { EligibilityError } from './recruitment-state.ts';

/** A legal limit: who it concerns, its source, the date from which it holds, and where. */
export type AgeRule = {
  code: EligibilityError;
  source: string;
  since: string;
  /** Province of the work site; null for the whole country. */
  province: string | null;
  applies: (trade: TradeCode, hazardous: boolean) => boolean;
  minAge?: number;
  /**
   * Oldest permitted age by sex. The construction rules themselves differ by sex; nothing else here
   * does.
   */
  maxAge?: { female: number; male: number };
};

/**
 * Age limits as rows, so that a change of law is a row with a date and a source, never a branch in
 * the code.
 */
export const AGE_RULES: AgeRule[] = [
  {
    code: 'under_16',
    source: 'Labour Law art. 15; State Council Decree 364 (2002) art. 2',
    since: '1995-01-01',
    province: null,
    applies: () => true,
    minAge: 16,
  },
  {
    code: 'minor_hazardous',
    source: 'Labour Law art. 64; MOL [1994] 498 art. 3',
    since: '1995-01-01',
    province: null,
    applies: (trade, hazardous) => hazardous || TRADES[trade].hazardous,
    minAge: 18,
  },
  {
    code: 'over_construction_age',
    source: 'Shanghai SHJZ [2019] 110: men over 60, women over 50 not on construction sites',
    since: '2019-03-01',
    province: 'shanghai',
    applies: isConstruction,
    maxAge: { female: 50, male: 60 },
  },
];

/** Trades that may only be done with a valid licence. */
export const LICENCE_RULE = {
  code: 'licence_missing',
  source:
    'Work Safety Law art. 30; Road Traffic Safety Law art. 19; Regulations on Security Services ' +
    'art. 16',
  since: '2021-09-01',
  applies: (trade: TradeCode): boolean => TRADES[trade].licensed,
} as const;
