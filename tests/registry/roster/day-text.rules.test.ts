import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDays } from '../../../src/registry/roster/day-text.ts';

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
  ])('is read as the days that it may be: %s', (cell, days) => {
    expect(readDays(cell)).toEqual(days);
  });

  it('never makes the reader fail', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.integer()), (cell) => {
        for (const day of readDays(cell)) expect(day).toMatch(/^\d{4}(-\d\d){0,2}$/);
      }),
    );
  });
});
