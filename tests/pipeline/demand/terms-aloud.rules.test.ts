import { describe, expect, it } from 'vitest';
import { atHour } from '../../../src/clock.ts';
import type { Terms } from '../../../src/pipeline/recruitment/terms.ts';
import { readerOf } from '../../../views/i18n/reader.ts';
import { termsAloud } from '../../../views/demand/terms-aloud.ts';

const NOW = atHour('2027-02-20', 9);
const TERMS: Terms = {
  employer: '昆山顺达精密(二厂)',
  trade: 'assembly',
  site: '江苏·昆山/玉山镇',
  wageBasis: 'monthly',
  wageLowFen: 480_000,
  wageHighFen: 560_000,
  payDay: 15,
  hoursPerDay: 10,
  daysPerWeek: 6,
  lodging: 'free',
  mealsFen: 30_000,
  insurance: 'injury',
  deductions: '水电费:¥50–¥80/月',
  hazards: '噪声—要戴耳塞',
  contractMonths: 12,
  startsOn: '2027-03-06',
};
const CONTACT = '周文静 0936-000 0101';

/** What is said of the post and of the pay. */
const WORK = {
  zh: [
    '昆山顺达精密',
    '二厂',
    '装配工',
    '江苏',
    '每月 4800 到 5600 元',
    '每月 15 日发工资',
    '每天 10 小时',
    '每周 6 天',
  ],
  en: [
    '昆山顺达精密',
    'ssembl',
    '江苏',
    '4800 to 5600 yuan a month',
    'day 15',
    '10 hours a day',
    '6 days a week',
  ],
};

/** What is said of everything else. */
const MORE = {
  zh: [
    '免费住宿',
    '餐补 300 元',
    '工伤保险',
    '水电费',
    '50 到 80 元每月',
    '噪声',
    '12 个月',
    '3月6日',
    '0 9 3 6',
  ],
  en: [
    'odging',
    '300 yuan',
    'insur',
    '水电费',
    '噪声',
    '12 months',
    '6 Mar',
    'No deposit',
    '0 9 3 6 0 0 0 0 1 0 1',
  ],
};

describe.each(['zh', 'en'] as const)('the terms read aloud in %s', (lang) => {
  const aloud = termsAloud(TERMS, readerOf(lang, NOW), CONTACT);

  it('hold no sign that a voice reads as one', () => {
    expect(aloud).not.toMatch(/[¥￥–—/·:：()（）]/u);
  });

  it('leave no term out', () => {
    for (const part of [...WORK[lang], ...MORE[lang]]) expect(aloud).toContain(part);
  });

  it('say where nothing is deducted, nothing endangers, and no meals are paid', () => {
    const nothing = { ...TERMS, deductions: '', hazards: '', mealsFen: 0 };
    const none = termsAloud(nothing, readerOf(lang, NOW));
    expect(none).toContain(lang === 'zh' ? '扣款，没有' : 'Deductions, None');
    expect(none).toContain(lang === 'zh' ? '职业危害，没有' : 'Hazards, None');
    expect(none).toContain(lang === 'zh' ? '没有餐补' : 'no meal allowance');
  });
});
