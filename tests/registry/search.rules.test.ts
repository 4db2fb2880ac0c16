import { describe, expect, it } from 'vitest';
import { readSearch } from '../../src/registry/search.ts';

describe('what is typed into the one box', () => {
  it('is a name', () => {
    expect(readSearch(' 王兰 ')).toEqual({ by: 'name', prefix: '王兰', pinyin: 'wanglan' });
  });

  it('is pinyin or initials', () => {
    expect(readSearch('WangL')).toEqual({ by: 'pinyin', prefix: 'wangl' });
    expect(readSearch('wlh')).toEqual({ by: 'initials', prefix: 'wlh' });
  });

  it('is the last four digits of a phone or an ID number', () => {
    expect(readSearch('13700005678')).toEqual({ by: 'digits', phone: '5678', idNumber: null });
    expect(readSearch('5678')).toEqual({ by: 'digits', phone: '5678', idNumber: '5678' });
    expect(readSearch('123x')).toEqual({ by: 'digits', phone: null, idNumber: '123X' });
  });

  it('is everybody where it is nothing', () => {
    expect(readSearch('')).toEqual({ by: 'all' });
  });
});
