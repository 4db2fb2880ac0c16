import { describe, expect, it } from 'vitest';
import { statesUnlawfulPreference } from '../../src/law/unlawful-preference.ts';

const UNLAWFUL = [
  '限男性',
  '只招女工',
  '男 优先',
  '已婚已育优先',
  '不招女',
  '女 20 名',
  'men only',
  'unmarried',
];
const LAWFUL = ['男女不限', '提供男女宿舍', '苏州工业园区', '三班倒', '苗木基地'];

describe('what an order says', () => {
  it.each(UNLAWFUL)('states an unlawful preference: %s', (text) => {
    expect(statesUnlawfulPreference(text)).toBe(true);
  });

  it.each(LAWFUL)('states no unlawful preference: %s', (text) => {
    expect(statesUnlawfulPreference(text)).toBe(false);
  });
});
