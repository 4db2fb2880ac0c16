import { ageOn } from '../../clock.ts';
import type { TradeCode } from '../../registry/trade.ts';
import type { EligibilityError } from './recruitment-state.ts';
import { AGE_RULES, LICENCE_RULE } from './age-rule.ts';

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
