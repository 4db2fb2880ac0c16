import { type TradeCode, TRADES } from '../../registry/trade.ts';
import type { PaperKind } from './paper-kind.ts';

/**
 * What a post of some trades asks for beside what every post does, and why. A coordinator can add
 * to it and take from it.
 */
export type RequirementTemplate = {
  code: 'everybody' | 'hazardous' | 'licensed' | 'food' | 'security' | 'electronics';
  applies: (
    trade: TradeCode,
    post: { certificateRequired: boolean; hazardous: boolean },
  ) => boolean;
  kinds: readonly PaperKind[];
  source: string;
};

export const REQUIREMENT_TEMPLATES: readonly RequirementTemplate[] = [
  {
    code: 'everybody',
    applies: () => true,
    kinds: ['id_card', 'contract', 'insurance'],
    source: 'Labour Contract Law art. 10; Regulations on Work Injury Insurance art. 2',
  },
  {
    code: 'hazardous',
    applies: (trade, { hazardous }) => hazardous || TRADES[trade].hazardous,
    kinds: ['occupational_exam'],
    source: 'Law on Occupational Diseases art. 35: before taking up the post, paid by the employer',
  },
  {
    code: 'licensed',
    applies: (trade, { certificateRequired }) => certificateRequired || TRADES[trade].licensed,
    kinds: ['trade_certificate'],
    source: 'Work Safety Law art. 30; Road Traffic Safety Law art. 19',
  },
  {
    code: 'food',
    applies: (trade) => trade === 'catering' || trade === 'domestic',
    kinds: ['health_certificate'],
    source: 'Food Safety Law art. 45',
  },
  {
    code: 'security',
    applies: (trade) => trade === 'security',
    kinds: ['photo', 'police_check'],
    source: 'Regulations on Security Services art. 16, 17',
  },
  {
    code: 'electronics',
    applies: (trade) => trade === 'assembly',
    kinds: ['photo', 'bank_account'],
    source: 'what factories ask for at the gate; our default',
  },
];

/**
 * The papers that a post of this trade needs by default, in the order in which they are listed
 * everywhere.
 */
export function requirementsFor(
  trade: TradeCode,
  post: { certificateRequired: boolean; hazardous: boolean },
): PaperKind[] {
  return [
    ...new Set(
      REQUIREMENT_TEMPLATES.filter(({ applies }) => applies(trade, post)).flatMap(
        ({ kinds }) => kinds,
      ),
    ),
  ];
}
