import { describe, expect, it } from 'vitest';
import { type NameDoubt, nameDoubt } from '../../src/registry/name-doubt.ts';

describe('the doubt about a name', () => {
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
