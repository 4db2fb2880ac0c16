import { describe, expect, it } from 'vitest';
import { compareBirth } from '../../../src/registry/roster/birth.ts';

function compare(cell: string | number) {
  return compareBirth(cell, '1985-06-10');
}

describe('a birth date on a list, beside that of the ID number,', () => {
  it('is the same where it says less, or lost its point', () => {
    expect(compare(8506), 'a year and a month that lost their point').toBe('same');
    expect([1985.06, 1985, '85.6', '1985年6月10日生'].map(compare)).toEqual([
      'same',
      'same',
      'same',
      'same',
    ]);
  });

  it('costs a note where it cannot be read or is another month or year', () => {
    expect(compare(8507), 'another month costs a note').toBe('differs');
    expect(['农历四月廿二', '属牛', 1984, '1985.07'].map(compare)).toEqual([
      'unread',
      'unread',
      'differs',
      'differs',
    ]);
  });

  it('stops a row only where it is another whole day, and not the same by the moon', () => {
    expect(['1985-04-22', '1985-06-11', '1990-03-07'].map(compare)).toEqual([
      'differs',
      'contradicts',
      'contradicts',
    ]);
  });
});
