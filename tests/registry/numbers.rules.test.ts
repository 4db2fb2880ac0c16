import fc from 'fast-check';
import { expect, it } from 'vitest';
import { creditCheckDigit, isCreditCode } from '../../src/registry/credit-code.ts';
import { idCheckDigit, readIdNumber } from '../../src/registry/id-number.ts';
import { readMobile } from '../../src/text/phone.ts';
import { toPinyin } from '../../src/registry/pinyin.ts';
import { readSearch } from '../../src/registry/search.ts';

const aBody = fc
  .tuple(
    fc.constantFrom('620799', '110105', '440301'),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2010-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(
    ([area, date, order]) =>
      `${area}${date.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`,
  );

it('reads every well-formed ID number, full-width and spaced and with a small x too', () => {
  fc.assert(
    fc.property(aBody, (body) => {
      const number = body + idCheckDigit(body);
      const wide = [...number]
        .map((char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
        .join('');
      for (const typed of [
        number,
        number.toLowerCase(),
        ` ${number.slice(0, 6)} ${number.slice(6)} `,
        wide,
      ]) {
        const read = readIdNumber(typed);
        expect(read).toMatchObject({
          number,
          sex: Number(number[16]) % 2 === 1 ? 'male' : 'female',
        });
      }
    }),
  );
});

it('notices any one wrong digit of an ID number', () => {
  fc.assert(
    fc.property(aBody, fc.nat(16), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
      const number = body + idCheckDigit(body);
      const digit = String((Number(number[at]) + by) % 10);
      expect(readIdNumber(number.slice(0, at) + digit + number.slice(at + 1))).toHaveProperty(
        'error',
      );
    }),
  );
});

it('says what is wrong with an ID number', () => {
  expect(readIdNumber('62079919900307')).toEqual({ error: 'id_length' });
  expect(readIdNumber('990799199003071234')).toEqual({ error: 'id_province' });
  expect(readIdNumber('620799199002301234')).toEqual({ error: 'id_birth_date' });
});

it('knows a credit code by its check character', () => {
  const body = fc
    .array(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), { minLength: 17, maxLength: 17 })
    .map((chars) => chars.join(''));
  fc.assert(
    fc.property(body, fc.nat(16), (text, at) => {
      const code = text + creditCheckDigit(text);
      expect(isCreditCode(code)).toBe(true);
      const other = code[at] === '0' ? '1' : '0';
      expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
    }),
  );
  expect(isCreditCode('91620700MA7I00001X')).toBe(false);
});

it('reads mobile numbers as people write them, and nothing else', () => {
  for (const typed of [
    '13912345678',
    '139 1234 5678',
    '139-1234-5678',
    '+8613912345678',
    '8613912345678',
    '１３９１２３４５６７８',
  ])
    expect(readMobile(typed), typed).toBe('13912345678');
  for (const typed of ['', '1391234567', '12912345678', '0936-0000101', '139123456789'])
    expect(readMobile(typed), typed).toBeNull();
});

it('spells surnames as surnames', () => {
  expect(toPinyin('单小军')).toEqual({ pinyin: 'shanxiaojun', initials: 'sxj' });
  expect(toPinyin('曾玉梅').pinyin).toBe('zengyumei');
  expect(toPinyin('欧阳明')).toEqual({ pinyin: 'ouyangming', initials: 'oym' });
  expect(toPinyin('王兰花')).toEqual({ pinyin: 'wanglanhua', initials: 'wlh' });
});

it('understands one box as name, pinyin, initials or the last four digits of a phone or an ID number', () => {
  expect(readSearch(' 王兰 ')).toEqual({ by: 'name', prefix: '王兰', pinyin: 'wanglan' });
  expect(readSearch('WangL')).toEqual({ by: 'pinyin', prefix: 'wangl' });
  expect(readSearch('wlh')).toEqual({ by: 'initials', prefix: 'wlh' });
  expect(readSearch('13700005678')).toEqual({ by: 'digits', phone: '5678', idNumber: null });
  expect(readSearch('5678')).toEqual({ by: 'digits', phone: '5678', idNumber: '5678' });
  expect(readSearch('123x')).toEqual({ by: 'digits', phone: null, idNumber: '123X' });
  expect(readSearch('')).toEqual({ by: 'all' });
});
