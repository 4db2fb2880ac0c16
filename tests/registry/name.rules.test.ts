import { describe, expect, it } from 'vitest';
import { nameBegins, nameKey, plainName } from '../../src/registry/name.ts';

describe('a name', () => {
  const name = plainName('阿卜杜热西提•阿卜杜克热木江 买买提明');
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
    for (const typed of [
      '阿卜杜热西提',
      '阿卜杜克热木江',
      '买买提明',
      '阿卜杜热西提阿卜杜',
      '阿卜杜克热木江.买买提明',
    ])
      expect(nameBegins(name, nameKey(typed)), typed).toBe(true);
  });

  it('is not found by the middle of a part', () => {
    expect(nameBegins(name, nameKey('热西提'))).toBe(false);
  });
});
