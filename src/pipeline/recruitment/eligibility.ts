import { ageOn } from '../../clock.ts';
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

export type Candidate = {
  bornOn: string;
  sex: 'female' | 'male';
  certificates: { trade: TradeCode; expiresOn: string | null }[];
};
export type Post = {
  trade: TradeCode;
  hazardous: boolean;
  certificateRequired: boolean;
  province: string;
  startsOn: string;
};

/**
 * The legal limits that stand in the way of a person taking a post on its first day. Nobody can
 * decide otherwise.
 */
export function obstacles(person: Candidate, post: Post): EligibilityError[] {
  const age = ageOn(person.bornOn, post.startsOn);
  const legal = AGE_RULES.filter(
    (rule) =>
      rule.since <= post.startsOn &&
      (rule.province === null || rule.province === post.province) &&
      rule.applies(post.trade, post.hazardous) &&
      ((rule.minAge !== undefined && age < rule.minAge) ||
        (rule.maxAge !== undefined && age > rule.maxAge[person.sex])),
  ).map((rule) => rule.code);
  const needsLicence = LICENCE_RULE.since <= post.startsOn && LICENCE_RULE.applies(post.trade);
  return needsLicence && !holdsCertificate(person, post.trade, post.startsOn)
    ? [...legal, LICENCE_RULE.code]
    : legal;
}

export function holdsCertificate(person: Candidate, trade: TradeCode, day: string): boolean {
  return person.certificates.some(
    (held) => held.trade === trade && (held.expiresOn === null || held.expiresOn >= day),
  );
}
