import { describe, expect, it } from 'vitest';
import { obstacles, type Post } from '../../../src/pipeline/recruitment/eligibility.ts';

const post: Post = {
  trade: 'assembly',
  hazardous: false,
  certificateRequired: false,
  province: 'jiangsu',
  startsOn: '2027-03-06',
};
function person(bornOn: string, sex: 'female' | 'male' = 'female') {
  return { bornOn, sex, certificates: [] };
}

describe('a post', () => {
  it('is closed to children, until the day on which they turn sixteen', () => {
    expect(obstacles(person('2011-03-07'), post)).toEqual(['under_16']);
    expect(obstacles(person('2011-03-06'), post)).toEqual([]);
  });

  it('is closed to minors where it is hazardous, by the order or by the trade', () => {
    const minor = person('2010-01-01');
    expect(obstacles(minor, { ...post, trade: 'assembly', hazardous: true })).toEqual([
      'minor_hazardous',
    ]);
    expect(obstacles(minor, { ...post, trade: 'welding' })).toEqual([
      'minor_hazardous',
      'licence_missing',
    ]);
  });

  it('on a building site is closed from an age on, where the province says so', () => {
    const mason = person('1966-01-01', 'male');
    expect(obstacles(mason, { ...post, trade: 'bricklaying', province: 'shanghai' })).toEqual([
      'over_construction_age',
    ]);
    expect(obstacles(mason, { ...post, trade: 'bricklaying' })).toEqual([]);
  });

  it('asks for a licence that still holds on the first day, whether the order does or not', () => {
    const welder = (expiresOn: string | null) => ({
      ...person('1990-01-01'),
      certificates: [{ trade: 'welding' as const, expiresOn }],
    });
    const asks = { ...post, trade: 'welding' as const };
    expect(obstacles(welder('2027-03-05'), asks)).toEqual(['licence_missing']);
    expect(obstacles(welder('2027-03-06'), asks)).toEqual([]);
    expect(obstacles(welder(null), asks)).toEqual([]);
  });
});
