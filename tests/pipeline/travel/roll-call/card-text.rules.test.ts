import { describe, expect, it } from 'vitest';
import { readCard } from '../../../../src/pipeline/travel/roll-call/card-text.ts';

describe('the digits of a card', () => {
  it.each([
    '88772018',
    '8877 2018',
    '8877-2018',
    '8877　2018',
    '８８７７２０１８',
    '8877－2018',
    ' 8877–2018 ',
    '8877\u200b2018',
    'songxing:88772018',
  ])('are read as people type them: %s', (typed) => {
    expect(readCard(typed)).toBe('88772018');
  });

  it.each(['8877201', '887720189', '李桂芳', 'other:88772018'])('are not seen in %s', (typed) => {
    expect(readCard(typed)).toBeNull();
  });
});
