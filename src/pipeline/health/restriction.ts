import type { TradeCode } from '../../registry/trade.ts';
import { type Examined, type Restriction, hasPassed } from './health-state.ts';

/**
 * Which posts a restriction keeps somebody from, and by what. Nobody outside the station learns of
 * it: they are not ready.
 */
export const RESTRICTION_RULES: readonly {
  restriction: Restriction;
  trades: readonly TradeCode[];
  source: string;
  since: string;
}[] = [
  {
    restriction: 'no_heights',
    trades: ['scaffolding', 'bricklaying', 'plastering', 'electrical'],
    source: 'GBZ 188-2014, work at heights; Law on Occupational Diseases art. 35',
    since: '2014-10-01',
  },
  {
    restriction: 'no_dust',
    trades: ['mining', 'bricklaying', 'plastering', 'concrete', 'welding'],
    source: 'GBZ 188-2014, dusts; Law on Occupational Diseases art. 35',
    since: '2014-10-01',
  },
  {
    restriction: 'no_noise',
    trades: ['mining', 'concrete'],
    source: 'GBZ 188-2014, noise; Law on Occupational Diseases art. 35',
    since: '2014-10-01',
  },
  {
    restriction: 'no_heavy_lifting',
    trades: ['mining', 'bricklaying', 'concrete', 'scaffolding'],
    source: 'our default: posts that are heavy manual work',
    since: '2026-01-01',
  },
  {
    restriction: 'no_nights',
    trades: ['security'],
    source: 'our default: posts in night shifts',
    since: '2026-01-01',
  },
];

/**
 * Whether a clinic let somebody go to a post of this trade. The one word that is told outside the
 * station.
 */
export function passesFor(trade: TradeCode, p: Pick<Examined, 'health' | 'restriction'>): boolean {
  return hasPassed(p) && !isBarred(trade, p.restriction);
}

/** Whether somebody's restriction keeps them from a post of this trade. */
export function isBarred(trade: TradeCode, restriction: Restriction | null): boolean {
  return RESTRICTION_RULES.some(
    (rule) => rule.restriction === restriction && rule.trades.includes(trade),
  );
}
