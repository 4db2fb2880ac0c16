import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../../src/clock.ts';
import type { MatchCandidate } from '../../../src/pipeline/recruitment/matching.ts';
import { rank } from '../../../src/pipeline/recruitment/ranking.ts';
import { TRADE_CODES } from '../../../src/registry/trade.ts';
import { AVAILABILITY } from '../../../src/registry/worker.ts';
import { aCandidate, aPost, PROPOSED_AT } from '../../support/candidates.ts';

function candidate(id: string): fc.Arbitrary<MatchCandidate> {
  return fc.record({
    id: fc.constant(id),
    bornOn: fc.integer({ min: 1962, max: 2012 }).map((year) => `${year}-05-05`),
    sex: fc.constantFrom('female' as const, 'male' as const),
    certificates: fc.constant([]),
    trade: fc.constantFrom(...TRADE_CODES),
    skilled: fc.boolean(),
    availability: fc.constantFrom(...AVAILABILITY),
    availabilityAt: fc.constantFrom(null, PROPOSED_AT - 10 * DAY, PROPOSED_AT - 200 * DAY),
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
  it('begins, of two alike, with whoever was offered nothing this year', () => {
    const [first] = rank(
      [aCandidate(), aCandidate({ id: 'zhao', offeredThisYear: false })],
      aPost(),
      PROPOSED_AT,
      new Set(),
    );
    expect(first?.person.id).toBe('zhao');
    expect(first?.match.reasons).toContain('nothing_offered');
  });

  it('is the same whatever sex anybody has, where no law speaks of it', () => {
    fc.assert(
      fc.property(people, (some) => {
        const other = some.map(
          (person) => ({ ...person, sex: person.sex === 'male' ? 'female' : 'male' }) as const,
        );
        const order = (all: MatchCandidate[]) =>
          rank(all, aPost(), PROPOSED_AT, new Set()).map(({ person }) => person.id);
        expect(order([...other])).toEqual(order(some));
      }),
    );
  });

  it('keeps companions together, and puts nobody whom the law stops before anybody else', () => {
    fc.assert(
      fc.property(people, (some) => {
        const ranked = rank(some, aPost(), PROPOSED_AT, new Set());
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
