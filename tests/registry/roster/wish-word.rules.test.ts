import { describe, expect, it } from 'vitest';
import { readWishWord } from '../../../src/registry/roster/wish-word.ts';

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
