import { describe, expect, it } from 'vitest';
import { toPinyin } from '../../src/registry/pinyin.ts';

describe('a name', () => {
  it('is spelt with its surname as a surname', () => {
    expect(toPinyin('单小军')).toEqual({ pinyin: 'shanxiaojun', initials: 'sxj' });
    expect(toPinyin('曾玉梅').pinyin).toBe('zengyumei');
    expect(toPinyin('欧阳明')).toEqual({ pinyin: 'ouyangming', initials: 'oym' });
    expect(toPinyin('王兰花')).toEqual({ pinyin: 'wanglanhua', initials: 'wlh' });
  });

  it('is spelt without dots, and by each later part', () => {
    expect(toPinyin('买买提·阿不都')).toEqual({
      pinyin: 'maimaitiabudou·abudou',
      initials: 'mmtabd',
    });
    expect(toPinyin('Nur Mamat').pinyin).toBe('nurmamat·mamat');
    expect(toPinyin('A"\\b C—d').pinyin).toBe('abcd·cd');
  });
});
