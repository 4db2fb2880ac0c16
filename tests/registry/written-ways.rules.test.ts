import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idCheckDigit, readIdNumber } from '../../src/registry/id-number.ts';
import { nameBegins, nameKey, plainName } from '../../src/registry/name.ts';
import { mobilesIn, readListedPhone, readMobile } from '../../src/text/phone.ts';
import { plainText } from '../../src/text/plain-text.ts';
import { toPinyin } from '../../src/registry/pinyin.ts';
import { compareBirth } from '../../src/registry/roster/birth.ts';
import { readDays } from '../../src/registry/roster/day-text.ts';
import { readWishWord } from '../../src/registry/roster/wish-word.ts';
import { type NameDoubt, nameDoubt } from '../../src/registry/name-doubt.ts';

const UNSEEN = [
  ...'\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2066\u2067\u2068\u2069',
  ...'\ufeff\u00ad\u180e\ufe0f\u{e0101}\u0000\u0007\u001b\u007f\u3164\u115f\u061c',
];
const SPACES = [...' \u00a0\u2002\u2003\u2009\u200a\u202f\u205f\u3000\t'];

/** A text with such characters put in anywhere. */
function strewn(text: string, characters: string[]) {
  return fc
    .array(fc.tuple(fc.nat(text.length), fc.constantFrom(...characters)), { maxLength: 8 })
    .map((put) =>
      put.reduce((all, [at, character]) => all.slice(0, at) + character + all.slice(at), text),
    );
}

const BODY = '62079919900307101';
const ID = `${BODY}${idCheckDigit(BODY)}`;

describe('what nobody sees in a text', () => {
  it('decides nothing: not in a name, a phone, an ID number or a village', () => {
    fc.assert(
      fc.property(
        strewn('庚四山', UNSEEN),
        strewn('13701610003', [...UNSEEN, ...SPACES]),
        strewn(ID, [...UNSEEN, ...SPACES]),
        (name, phone, id) => {
          expect(plainName(name)).toBe('庚四山');
          expect(readMobile(phone)).toBe('13701610003');
          expect(readIdNumber(id)).toMatchObject({ number: ID });
        },
      ),
    );
  });

  it('is not kept, and a kept text is kept as it is when it is read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const kept = plainText(text);
        expect(kept).not.toMatch(/[\p{Cf}\p{Cc}\p{Cs}]|^\s|\s$|\s\s/u);
        expect(plainText(kept)).toBe(kept);
      }),
    );
  });

  it('is told from what is seen: Chinese punctuation keeps its width, letters and digits do not', () => {
    expect(plainText('能吃苦，会开车（Ｃ１）：可以\r\n走')).toBe('能吃苦，会开车（C1）：可以 走');
  });
});

describe('a name', () => {
  const DOTS = [...'•・··‧∙⋅･.。．｡●ㆍ'];

  it('has one form, whichever dots and spaces stand between its parts', () => {
    for (const dot of [...DOTS, ...DOTS.map((each) => ` ${each} `), ' ', '\u3000'])
      expect(plainName(`买买提${dot}阿不都`), JSON.stringify(dot)).toBe('买买提·阿不都');
    expect(plainName('努尔·买买提∙江')).toBe('努尔·买买提·江');
    expect(plainName('·买买提··艾山.')).toBe('买买提·艾山');
  });

  it('is not taken apart where a space was there for looks, and letters keep theirs', () => {
    expect(['王 芳', '李　小 明', '欧阳 明明', 'Nur  Mamat'].map(plainName)).toEqual([
      '王芳',
      '李小明',
      '欧阳明明',
      'Nur Mamat',
    ]);
  });

  it('is found by each part of it, whatever stands between them', () => {
    const name = plainName('阿卜杜热西提•阿卜杜克热木江 买买提明');
    for (const typed of [
      '阿卜杜热西提',
      '阿卜杜克热木江',
      '买买提明',
      '阿卜杜热西提阿卜杜',
      '阿卜杜克热木江.买买提明',
    ])
      expect(nameBegins(name, nameKey(typed)), typed).toBe(true);
    expect(nameBegins(name, nameKey('热西提'))).toBe(false);
  });

  it('is spelt without dots, and by each later part', () => {
    expect(toPinyin('买买提·阿不都')).toEqual({
      pinyin: 'maimaitiabudou·abudou',
      initials: 'mmtabd',
    });
    expect(toPinyin('Nur Mamat').pinyin).toBe('nurmamat·mamat');
    expect(toPinyin('A"\\b C—d').pinyin).toBe('abcd·cd');
  });

  const DOUBTS: [NameDoubt, string[]][] = [
    [
      'impossible',
      ['合计', '总计', '无', '不详', '？？？', '—', '13912345678', '李13', '#N/A', '0', '...'],
    ],
    ['doubtful', ['张', '张三（已故）', '字'.repeat(24)]],
    [
      null,
      [
        '王兰花',
        '李〇一',
        '欧阳明明',
        '买买提·阿不都',
        'Nguyen Van A',
        '阿卜杜热西提·阿卜杜克热木江·买买提明',
        '何计',
      ],
    ],
  ];
  it.each(DOUBTS)('is %s: %s', (doubt, names) => {
    for (const name of names) expect(nameDoubt(name), name).toBe(doubt);
  });
});

describe('a phone', () => {
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

describe('an ID number', () => {
  const withX = '62079919900307407X';

  it.each([...'×✕✖хХχΧⅹⅩ*xＸ✗'])('ends in X, written %s', (x) => {
    expect(readIdNumber(withX.slice(0, 17) + x)).toMatchObject({ number: withX });
  });

  it('is read with letters typed for digits, and with words, dots and dashes around and between', () => {
    for (const typed of [
      '62O7991990O3O71012',
      '6207991990030710l2',
      '身份证号：620799-19900307-1012',
      '620799·19900307·1012',
    ])
      expect(readIdNumber(typed), typed).toMatchObject({ number: ID });
  });

  it.each([
    ['911704199003073046', null],
    ['830000199003073017', null],
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
  ])('%s is told by its own name: %s', (typed, error) => {
    expect(readIdNumber(typed)).toEqual(
      error === null ? expect.objectContaining({ number: typed }) : { error },
    );
  });
});

describe('a birth date', () => {
  it.each<[string | number, string[]]>([
    [1985.06, ['1985-06']],
    [1985.1, ['1985-01', '1985-10']],
    [1985.12, ['1985-12']],
    [1985, ['1985']],
    [198506, ['1985-06']],
    [19850610, ['1985-06-10']],
    [31208, ['1985-06-10']],
    ['1985.1', ['1985-01', '1985-10']],
    ['85.6', ['1985-06']],
    [85.6, ['1985-06']],
    ['85/6/10', ['1985-06-10']],
    ['1985年6月10日生', ['1985-06-10']],
    ['生于1985年6月', ['1985-06']],
    ['1985。6。10', ['1985-06-10']],
    ['1985—6—10', ['1985-06-10']],
    ['一九八五年六月', ['1985-06']],
    ['一九八五年十二月二十一日', ['1985-12-21']],
    ['1985年', ['1985']],
    ['61年', ['1961']],
    ['农历四月廿二', []],
    ['不详', []],
    ['1985.13', []],
  ])('%s', (cell, days) => {
    expect(readDays(cell)).toEqual(days);
  });

  it('of a list costs a note where the ID number says it already, and stops a row only where it is another whole day', () => {
    const compare = (cell: string | number) => compareBirth(cell, '1985-06-10');
    expect(compare(8506), 'a year and a month that lost their point').toBe('same');
    expect(compare(8507), 'another month costs a note').toBe('differs');
    expect([1985.06, 1985, '85.6', '1985年6月10日生'].map(compare)).toEqual([
      'same',
      'same',
      'same',
      'same',
    ]);
    expect(['农历四月廿二', '属牛', 1984, '1985.07'].map(compare)).toEqual([
      'unread',
      'unread',
      'differs',
      'differs',
    ]);
    // The same day by the lunar calendar, and a day of somebody else.
    expect(['1985-04-22', '1985-06-11', '1990-03-07'].map(compare)).toEqual([
      'differs',
      'contradicts',
      'contradicts',
    ]);
  });

  it('never makes the reader fail', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.integer()), (cell) => {
        for (const day of readDays(cell)) expect(day).toMatch(/^\d{4}(-\d\d){0,2}$/);
      }),
    );
  });
});

describe('a word of the column of wishes', () => {
  it.each(['是', '否', '√', '×', '有', '无', 'Y', 'no', '1', '0', '是 ', '否。'])(
    '%s is asked about',
    (word) => {
      expect(readWishWord(word, {})).toEqual({ availability: null, open: 'asked' });
    },
  );

  it('means what the station said, and nothing else does', () => {
    const answers = { wishes: { 否: 'home', 看情况: 'unsaid' } } as const;
    expect(readWishWord('否', answers)).toEqual({ availability: 'home', open: null });
    expect(readWishWord('看情况', answers)).toEqual({ availability: null, open: null });
    expect(readWishWord('看情况', {})).toEqual({ availability: null, open: 'unknown' });
    expect(readWishWord('想去', {})).toEqual({ availability: 'wants', open: null });
    expect(readWishWord('/', {})).toEqual({ availability: null, open: null });
  });
});
