import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCheckDigit, isCreditCode } from '../../src/registry/credit-code.ts';

describe('a credit code', () => {
  it('is known by its check character', () => {
    const body = fc
      .array(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), {
        minLength: 17,
        maxLength: 17,
      })
      .map((chars) => chars.join(''));
    fc.assert(
      fc.property(body, fc.nat(16), (text, at) => {
        const code = text + creditCheckDigit(text);
        expect(isCreditCode(code)).toBe(true);
        const other = code[at] === '0' ? '1' : '0';
        expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
      }),
    );
  });

  it('has no letter that is taken for a digit', () => {
    expect(isCreditCode('91620700MA7I00001X')).toBe(false);
  });
});
