/**
 * Trades that orders ask for and workers know. `hazardous` follows the occupational-hazard
 * catalogue's usual posts.
 */
export const TRADES = {
  assembly: { hazardous: false, licensed: false },
  sewing: { hazardous: false, licensed: false },
  catering: { hazardous: false, licensed: false },
  domestic: { hazardous: false, licensed: false },
  driving: { hazardous: false, licensed: true },
  security: { hazardous: false, licensed: true },
  welding: { hazardous: true, licensed: true },
  electrical: { hazardous: true, licensed: true },
  bricklaying: { hazardous: false, licensed: false },
  plastering: { hazardous: false, licensed: false },
  scaffolding: { hazardous: true, licensed: true },
  concrete: { hazardous: false, licensed: false },
  mining: { hazardous: true, licensed: true },
  farming: { hazardous: false, licensed: false },
  general: { hazardous: false, licensed: false },
} as const;

export type TradeCode = keyof typeof TRADES;
export const TRADE_CODES = Object.keys(TRADES) as [TradeCode, ...TradeCode[]];
export function isConstruction(trade: TradeCode): boolean {
  return (
    trade === 'bricklaying' ||
    trade === 'plastering' ||
    trade === 'scaffolding' ||
    trade === 'concrete'
  );
}
export function isTrade(text: string | undefined): text is TradeCode {
  return text !== undefined && text in TRADES;
}
