import { addMonths } from '../../clock.ts';
import type { TradeCode } from '../../registry/trade.ts';
import type { PaperKind } from './paper-kind.ts';

/**
 * How long a paper holds by law: for which trades, for how many months from its issue, when it is
 * looked at again, and by what.
 */
export type ValidityRule = {
  kind: PaperKind;
  trades: readonly TradeCode[];
  months: number;
  /** Months after which it is reviewed before it expires; null where it is not. */
  review: number | null;
  source: string;
  since: string;
};

export const VALIDITY_RULES: readonly ValidityRule[] = [
  {
    kind: 'health_certificate',
    trades: ['catering', 'domestic'],
    months: 12,
    review: null,
    source:
      'Food Safety Law art. 45; Regulations on Hygiene in Public Places, implementing rules ' +
      '(2011) art. 10',
    since: '2009-06-01',
  },
  {
    kind: 'trade_certificate',
    trades: ['welding', 'electrical'],
    months: 72,
    review: 36,
    source:
      'Special Operations Training (State Administration of Work Safety, order 30 of 2010) art. ' +
      '19, 21',
    since: '2010-07-01',
  },
  {
    kind: 'trade_certificate',
    trades: ['scaffolding'],
    months: 24,
    review: null,
    source: 'Special Operators in Construction (MOHURD [2008] 75) art. 22',
    since: '2008-06-01',
  },
  {
    kind: 'occupational_exam',
    trades: ['welding', 'electrical', 'scaffolding', 'mining'],
    months: 12,
    review: null,
    source: 'Law on Occupational Diseases art. 35; GBZ 188-2014 (yearly for most hazards)',
    since: '2002-05-01',
  },
];

/** The rule on how long a paper of this trade holds; null where the law sets none. */
export function validityOf(kind: PaperKind, trade: TradeCode): ValidityRule | null {
  return VALIDITY_RULES.find((rule) => rule.kind === kind && rule.trades.includes(trade)) ?? null;
}

/**
 * The last day of a paper: as printed on it, or as the law counts it from its issue. Null where it
 * holds for good, or where nobody wrote down either.
 */
export function lastDay(
  kind: PaperKind,
  trade: TradeCode,
  { issuedOn, expiresOn }: { issuedOn: string | null; expiresOn: string | null },
): string | null {
  const rule = validityOf(kind, trade);
  const counted = rule && issuedOn ? addMonths(issuedOn, rule.months) : null;
  if (expiresOn === null || counted === null) return expiresOn ?? counted;
  return expiresOn < counted ? expiresOn : counted;
}
