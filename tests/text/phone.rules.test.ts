import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mobilesIn, readListedPhone, readMobile } from '../../src/text/phone.ts';

describe('a mobile number', () => {
  it.each([
    '13912345678',
    '139 1234 5678',
    '139-1234-5678',
    '+8613912345678',
    '8613912345678',
    '１３９１２３４５６７８',
  ])('is read as people write it: %s', (typed) => {
    expect(readMobile(typed)).toBe('13912345678');
  });

  it.each(['', '1391234567', '12912345678', '0936-0000101', '139123456789'])(
    'is nothing else: "%s"',
    (typed) => {
      expect(readMobile(typed)).toBeNull();
    },
  );
});

describe('a phone on a list', () => {
  const mobile = fc
    .integer({ min: 3_000_000_00, max: 9_999_999_99 })
    .map((n) => `13${String(n).padStart(9, '0')}`);

  it('is read in every way that lists write it', () => {
    const ways = [
      (n: string) => `${n.slice(0, 3)}-${n.slice(3, 7)}-${n.slice(7)}`,
      (n: string) => `${n.slice(0, 3)}—${n.slice(3, 7)}–${n.slice(7)}`,
      (n: string) => `${n.slice(0, 3)}.${n.slice(3, 7)}.${n.slice(7)}`,
      (n: string) => `${n.slice(0, 3)}·${n.slice(3, 7)}·${n.slice(7)}`,
      (n: string) => `+86 ${n}`,
      (n: string) => `0086-${n}`,
      (n: string) => `（86）${n}`,
      (n: string) => `${n}（手机）`,
      (n: string) => `手机：${n}`,
      (n: string) => `${n.slice(0, 3)} ${n.slice(3, 7)} ${n.slice(7)} 本人`,
      (n: string) => `${n}.0`,
      (n: string) => `0${n}`,
      (n: string) =>
        [...n].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''),
    ];
    fc.assert(
      fc.property(mobile, fc.constantFrom(...ways), (number, way) => {
        expect(readListedPhone(way(number))).toEqual({ number, isOneOfSeveral: false });
      }),
    );
  });

  it('is the first of several, and it is told that there are', () => {
    const between = fc.constantFrom('/', '、', '，', ';', ' ', '\n', ' 或 ', '（本人）', '转801 ');
    fc.assert(
      fc.property(mobile, mobile, between, (one, other, gap) => {
        fc.pre(one !== other);
        expect(readListedPhone(`${one}${gap}${other}`)).toEqual({
          number: one,
          isOneOfSeveral: true,
        });
        expect(mobilesIn(`${one}${gap}${other}`)).toEqual([one, other]);
      }),
    );
  });

  it('is not cut out of something longer', () => {
    expect(readListedPhone('139123456789')).toEqual({ error: 'bad_mobile' });
    expect(readListedPhone('620799199003071012')).toEqual({ error: 'bad_mobile' });
    expect(readListedPhone('0936-2681234')).toEqual({ error: 'phone_landline' });
  });
});
