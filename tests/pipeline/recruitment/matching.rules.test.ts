import { describe, expect, it } from 'vitest';
import { DAY } from '../../../src/clock.ts';
import { match, type MatchCandidate } from '../../../src/pipeline/recruitment/matching.ts';
import { aCandidate, aPost, PROPOSED_AT, wishing } from '../../support/candidates.ts';

function matchOf(person: MatchCandidate, post = aPost()) {
  return match(person, post, PROPOSED_AT);
}

describe('what speaks for somebody', () => {
  it('is what they know, and that they want to go', () => {
    expect(matchOf(aCandidate())).toMatchObject({
      reasons: ['trade_known', 'wants_to_go', 'skilled'],
      doubts: [],
    });
  });

  it('is that the post is what they wish for', () => {
    const wish = { provinces: ['guangdong' as const], leastFen: 400_000 };
    expect(matchOf(wishing(wish)).reasons).toEqual(
      expect.arrayContaining(['place_wanted', 'wage_enough']),
    );
  });
});

describe('what speaks against somebody', () => {
  it('is that the post is not what they wish for', () => {
    const other = wishing({
      provinces: ['jiangsu'],
      leastFen: 500_000,
      from: '2027-03-20',
      trades: ['catering'],
    });
    expect(matchOf(other).doubts).toEqual([
      'place_not_wanted',
      'wage_too_low',
      'not_free_yet',
      'other_trade_wanted',
    ]);
  });

  it('is what an employer said of them, and that they have not consented to be registered', () => {
    expect(matchOf(aCandidate({ mark: 'bad' })).doubts).toEqual(['rated_badly']);
    expect(matchOf(aCandidate({ hasDataConsent: false })).doubts).toEqual(['no_data_consent']);
  });

  it('is a wish that nobody has said for more than ninety days', () => {
    const said = (days: number) =>
      matchOf(aCandidate({ availabilityAt: PROPOSED_AT - days * DAY })).doubts;
    expect(said(90)).toEqual([]);
    expect(said(91)).toEqual(['wish_stale']);
    expect(matchOf(aCandidate({ availabilityAt: null })).doubts).toEqual(['wish_stale']);
  });

  it('is no wage that is not paid by the month', () => {
    expect(matchOf(wishing({ leastFen: 900_000 }), aPost({ monthlyFen: null })).doubts).toEqual([]);
  });
});

describe('a certificate that somebody lacks', () => {
  it('is a doubt where only the employer asks for it', () => {
    expect(matchOf(aCandidate(), aPost({ certificateRequired: true }))).toMatchObject({
      doubts: ['certificate_missing'],
      obstacles: [],
    });
  });

  it('is an obstacle where the law asks for it', () => {
    const welding = aPost({ certificateRequired: true, trade: 'welding' });
    expect(matchOf(aCandidate(), welding)).toMatchObject({
      doubts: [],
      obstacles: ['licence_missing'],
    });
  });
});
