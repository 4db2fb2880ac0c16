import { describe, expect, it } from 'vitest';
import { wrongsIn } from '../../../src/pipeline/follow-up/rights-case.ts';

const wronged = {
  working: true,
  paidFen: 0,
  contractHeld: false,
  papersHeld: false,
  wantsHome: null,
};

const SOON = { arrivedOn: '2027-03-02', saidOn: '2027-03-03' };
const LATER = { arrivedOn: '2027-03-02', saidOn: '2027-04-18' };

describe('the answers at a visit', () => {
  it('tell of every wrong that there is', () => {
    expect(wrongsIn('pay_day', wronged, LATER)).toEqual([
      'unpaid_wages',
      'papers_withheld',
      'no_contract',
    ]);
  });

  it('tell of none for which it is too early', () => {
    expect(wrongsIn('settled', wronged, SOON)).toEqual(['papers_withheld']);
  });

  it.each([
    ['on the last day of the month', '2027-04-02', []],
    ['on the day after it', '2027-04-03', ['no_contract']],
  ])('tell of a missing contract %s as the law counts', (_, saidOn, wrongs) => {
    const without = { ...wronged, paidFen: null, papersHeld: null };
    expect(wrongsIn('contract', without, { arrivedOn: '2027-03-02', saidOn })).toEqual(wrongs);
  });

  it('tell of none where nothing was said of it', () => {
    const unsaid = { ...wronged, paidFen: null, contractHeld: null, papersHeld: true };
    expect(wrongsIn('pay_day', unsaid, LATER)).toEqual([]);
  });
});
