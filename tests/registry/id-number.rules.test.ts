import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idCheckDigit, readIdNumber } from '../../src/registry/id-number.ts';

const BODY = '62079919900307101';
const ID = `${BODY}${idCheckDigit(BODY)}`;

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

describe('an ID number', () => {
  it('that is well formed is read, full-width and spaced and with a small x too', () => {
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

  it('with any one wrong digit is noticed', () => {
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

  it('that cannot be is told by what is wrong with it', () => {
    expect(readIdNumber('62079919900307')).toEqual({ error: 'id_length' });
    expect(readIdNumber('990799199003071234')).toEqual({ error: 'id_province' });
    expect(readIdNumber('620799199002301234')).toEqual({ error: 'id_birth_date' });
  });
});

describe('an ID number, as people write it,', () => {
  const withX = '62079919900307407X';

  it.each([...'×✕✖хХχΧⅹⅩ*xＸ✗'])('ends in X, written %s', (x) => {
    expect(readIdNumber(withX.slice(0, 17) + x)).toMatchObject({ number: withX });
  });

  it('is read with letters for digits, and with words, dots and dashes around and between', () => {
    for (const typed of [
      '62O7991990O3O71012',
      '6207991990030710l2',
      '身份证号：620799-19900307-1012',
      '620799·19900307·1012',
    ])
      expect(readIdNumber(typed), typed).toMatchObject({ number: ID });
  });

  it.each(['911704199003073046', '830000199003073017'])(
    'is taken from a residence permit as well: %s',
    (typed) => {
      expect(readIdNumber(typed)).toMatchObject({ number: typed });
    },
  );

  it.each([
    ['VNM110090030705', 'id_old_residence_card'],
    ['BOL110090030705', 'id_old_residence_card'],
    ['H1234567890', 'id_hong_kong_macao_pass'],
    ['M12345678', 'id_hong_kong_macao_pass'],
    ['Ｈ12345678', 'id_hong_kong_macao_pass'],
    ['0123456789(B)', 'id_taiwan_pass'],
    ['12345678', 'id_taiwan_or_home_pass'],
    ['1234567890', 'id_taiwan_or_home_pass'],
    ['E12345678', 'id_passport'],
    ['EA1234567', 'id_passport'],
    ['N1234567', 'id_passport'],
    ['13912345678', 'id_is_mobile'],
    ['620799********1012', 'id_masked'],
    ['91620700MA7100001X', 'id_credit_code'],
    ['62079919900307ABCD', 'id_signs'],
    ['62079919900307', 'id_length'],
    ['911704199003073047', 'id_check_digit'],
  ])('is told by the name of what it is instead: %s, %s', (typed, error) => {
    expect(readIdNumber(typed)).toEqual({ error });
  });
});
