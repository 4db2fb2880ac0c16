import { describe, expect, it } from 'vitest';
import { nameDoubt } from '../../src/registry/name-doubt.ts';

const NO_NAMES = [
  '合计',
  '总计',
  '无',
  '不详',
  '？？？',
  '—',
  '13912345678',
  '李13',
  '#N/A',
  '0',
  '...',
];
const ODD_NAMES = ['张', '张三（已故）', '字'.repeat(24)];
const NAMES = [
  '王兰花',
  '李〇一',
  '欧阳明明',
  '买买提·阿不都',
  'Nguyen Van A',
  '阿卜杜热西提·阿卜杜克热木江·买买提明',
  '何计',
];

describe('what is written as a name', () => {
  it.each(NO_NAMES)('is impossible: %s', (text) => {
    expect(nameDoubt(text)).toBe('impossible');
  });

  it.each(ODD_NAMES)('is doubtful: %s', (text) => {
    expect(nameDoubt(text)).toBe('doubtful');
  });

  it.each(NAMES)('is beyond doubt: %s', (text) => {
    expect(nameDoubt(text)).toBeNull();
  });
});
