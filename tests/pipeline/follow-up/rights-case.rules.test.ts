import { describe, expect, it } from 'vitest';
import { wrongsIn } from '../../../src/pipeline/follow-up/rights-case.ts';

const wronged = {
  working: true,
  paidFen: 0,
  contractHeld: false,
  papersHeld: false,
  wantsHome: null,
};

describe('the answers at a visit', () => {
  it('tell of every wrong that there is', () => {
    expect(wrongsIn('pay_day', wronged)).toEqual([
      'unpaid_wages',
      'papers_withheld',
      'no_contract',
    ]);
  });

  it('tell of none for which it is too early', () => {
    expect(wrongsIn('settled', wronged)).toEqual(['papers_withheld']);
  });

  it('tell of none where nothing was said of it', () => {
    const unsaid = { ...wronged, paidFen: null, contractHeld: null, papersHeld: true };
    expect(wrongsIn('pay_day', unsaid)).toEqual([]);
  });
});
