import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/clock.ts';
import {
  match,
  type MatchCandidate,
  type MatchPost,
} from '../../src/pipeline/recruitment/matching.ts';
import { TRADE_CODES } from '../../src/registry/trade.ts';
import { AVAILABILITY, type Wish } from '../../src/registry/worker.ts';
import { rank } from '../../src/pipeline/recruitment/ranking.ts';

const NOW = Date.parse('2027-02-20T09:00:00+08:00');
const post: MatchPost = {
  trade: 'sewing',
  hazardous: false,
  certificateRequired: false,
  province: 'guangdong',
  startsOn: '2027-03-06',
  wishHolds: 90,
  monthlyFen: 450_000,
};
const nothing: Wish = { from: null, provinces: [], trades: [], leastFen: null, companions: [] };
const wang: MatchCandidate = {
  id: 'wang',
  bornOn: '1990-03-07',
  sex: 'female',
  certificates: [],
  trade: 'sewing',
  skilled: true,
  availability: 'wants',
  availabilityAt: NOW - 10 * DAY,
  wish: null,
  hasDataConsent: true,
  withdrewData: false,
  mark: null,
  offeredThisYear: true,
};
function wishing(wish: Partial<Wish>): MatchCandidate {
  return { ...wang, wish: { ...nothing, ...wish } };
}

describe('why somebody is proposed', () => {
  it('tells what speaks for them and what against, as they said it', () => {
    expect(match(wang, post, NOW)).toMatchObject({
      reasons: ['trade_known', 'wants_to_go', 'skilled'],
      doubts: [],
    });
    expect(
      match(wishing({ provinces: ['guangdong'], leastFen: 400_000 }), post, NOW).reasons,
    ).toEqual(expect.arrayContaining(['place_wanted', 'wage_enough']));
    expect(
      match(
        wishing({
          provinces: ['jiangsu'],
          leastFen: 500_000,
          from: '2027-03-20',
          trades: ['catering'],
        }),
        post,
        NOW,
      ).doubts,
    ).toEqual(['place_not_wanted', 'wage_too_low', 'not_free_yet', 'other_trade_wanted']);
    expect(match({ ...wang, mark: 'bad' }, post, NOW).doubts).toEqual(['rated_badly']);
    expect(match({ ...wang, hasDataConsent: false }, post, NOW).doubts).toEqual([
      'no_data_consent',
    ]);
  });

  it('counts a wish as known for ninety days, and not a day longer', () => {
    const said = (days: number) =>
      match({ ...wang, availabilityAt: NOW - days * DAY }, post, NOW).doubts;
    expect(said(90)).toEqual([]);
    expect(said(91)).toEqual(['wish_stale']);
    expect(match({ ...wang, availabilityAt: null }, post, NOW).doubts).toEqual(['wish_stale']);
  });

  it('compares no wage that is not paid by the month', () => {
    expect(
      match(wishing({ leastFen: 900_000 }), { ...post, monthlyFen: null }, NOW).doubts,
    ).toEqual([]);
  });

  it('lets an employer’s own demand be decided otherwise, and the law never', () => {
    const asking = { ...post, certificateRequired: true };
    expect(match(wang, asking, NOW)).toMatchObject({
      doubts: ['certificate_missing'],
      obstacles: [],
    });
    const welding = { ...asking, trade: 'welding' as const };
    expect(match(wang, welding, NOW)).toMatchObject({ doubts: [], obstacles: ['licence_missing'] });
  });

  it('prefers, of two alike, whoever was offered nothing this year', () => {
    const [first] = rank(
      [wang, { ...wang, id: 'zhao', offeredThisYear: false }],
      post,
      NOW,
      new Set(),
    );
    expect(first?.person.id).toBe('zhao');
    expect(first?.match.reasons).toContain('nothing_offered');
  });
});

function candidate(id: string): fc.Arbitrary<MatchCandidate> {
  return fc.record({
    id: fc.constant(id),
    bornOn: fc.integer({ min: 1962, max: 2012 }).map((year) => `${year}-05-05`),
    sex: fc.constantFrom('female' as const, 'male' as const),
    certificates: fc.constant([]),
    trade: fc.constantFrom(...TRADE_CODES),
    skilled: fc.boolean(),
    availability: fc.constantFrom(...AVAILABILITY),
    availabilityAt: fc.constantFrom(null, NOW - 10 * DAY, NOW - 200 * DAY),
    wish: fc.option(
      fc.record({
        from: fc.constantFrom(null, '2027-03-01', '2027-04-01'),
        provinces: fc.subarray(['guangdong' as const, 'jiangsu' as const]),
        trades: fc.constant([]),
        leastFen: fc.constantFrom(null, 300_000, 600_000),
        companions: fc.subarray(['p0', 'p1', 'p2', 'p3'].filter((other) => other !== id)),
      }),
    ),
    hasDataConsent: fc.boolean(),
    withdrewData: fc.constant(false),
    mark: fc.constantFrom(null, 'good' as const, 'bad' as const),
    offeredThisYear: fc.boolean(),
  });
}
const people = fc.tuple(...['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map(candidate));

describe('the order of proposals', () => {
  it('is the same whatever sex anybody has, where no law speaks of it', () => {
    fc.assert(
      fc.property(people, (some) => {
        const other = some.map(
          (person) => ({ ...person, sex: person.sex === 'male' ? 'female' : 'male' }) as const,
        );
        const order = (all: MatchCandidate[]) =>
          rank(all, post, NOW, new Set()).map(({ person }) => person.id);
        expect(order([...other])).toEqual(order(some));
      }),
    );
  });

  it('keeps those together who want to travel together, and puts nobody whom the law stops before anybody else', () => {
    fc.assert(
      fc.property(people, (some) => {
        const ranked = rank(some, post, NOW, new Set());
        expect(ranked).toHaveLength(some.length);
        const stopped = ranked.map(({ match: { obstacles } }) => obstacles.length > 0);
        expect(stopped).toEqual(stopped.toSorted((a, b) => Number(a) - Number(b)));
        const group = (id: string): Set<string> => {
          const found = new Set([id]);
          for (let size = 0; size < found.size;) {
            size = found.size;
            for (const { id: one, wish } of some)
              for (const other of wish?.companions ?? [])
                if (found.has(one) || found.has(other)) found.add(one).add(other);
          }
          return found;
        };
        const free = ranked
          .filter(({ match: { obstacles } }) => obstacles.length === 0)
          .map(({ person }) => person.id);
        for (const id of free) {
          const places = [...group(id)]
            .map((each) => free.indexOf(each))
            .filter((place) => place >= 0);
          expect(Math.max(...places) - Math.min(...places)).toBe(places.length - 1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
