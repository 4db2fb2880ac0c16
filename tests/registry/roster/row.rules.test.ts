import { describe, expect, it } from 'vitest';
import { idCheckDigit } from '../../../src/registry/id-number.ts';
import type { RosterColumn } from '../../../src/registry/roster/heading.ts';
import { readRow } from '../../../src/registry/roster/row.ts';

/** A station without villages. */
const BARE = {
  today: '2026-11-28',
  villages: [],
  ownVillage: null,
  otherwise: null,
  twice: new Map<number, number>(),
};

describe('a word of the column of wishes', () => {
  it.each([
    ['没有意愿', 'unwilling'],
    ['没有外出意向', 'unwilling'],
    ['无外出意愿', 'unwilling'],
    ['不愿意', 'unwilling'],
    ['不太想去', 'unwilling'],
    ['不太愿意', 'unwilling'],
    ['没想去', 'unwilling'],
    ['没有想去', 'unwilling'],
    ['未有意愿', 'unwilling'],
    ['不是很愿意', 'unwilling'],
    ['不一定愿意', 'unwilling'],
    ['无业有意愿', 'wants'],
    ['没工作有意愿', 'wants'],
    ['无技能有意向', 'wants'],
    ['想去不远的地方', 'wants'],
    ['有意愿', 'wants'],
    ['愿意,没有车', 'wants'],
  ])('is never a yes where it is a no: %s is %s', (text, availability) => {
    const body = '62079919900307101';
    const columns = new Map<RosterColumn, number>([
      ['name', 0],
      ['idNumber', 1],
      ['availability', 2],
    ]);
    const cells = ['王兰花', `${body}${idCheckDigit(body)}`, text];
    const reading = readRow(2, cells, { ...BARE, columns });
    expect('person' in reading && reading.person.availability).toBe(availability);
  });
});

describe('a row', () => {
  const columns = new Map<RosterColumn, number>([
    ['name', 0],
    ['idNumber', 1],
  ]);
  const numbered = { ...BARE, columns };

  it('whose ID number is a word is refused, and not passed over', () => {
    expect(readRow(2, ['王兰花', '待补'], numbered)).toMatchObject({
      refused: { error: 'id_length' },
    });
    expect(readRow(3, ['姓名', '身份证号'], numbered)).toEqual({ skipped: true });
  });

  it('whose person is not born yet is refused', () => {
    const born = (day: string): unknown => {
      const body = `620799${day}101`;
      return readRow(2, ['王兰花', `${body}${idCheckDigit(body)}`], numbered);
    };
    expect(born('20991231')).toMatchObject({
      refused: { column: 'idNumber', error: 'id_birth_to_come' },
    });
    expect(born('20261129')).toMatchObject({ refused: { error: 'id_birth_to_come' } });
    expect(born('00010101')).toMatchObject({ refused: { error: 'id_birth_date' } });
    expect(born('20261128')).toHaveProperty('person');
  });
});
