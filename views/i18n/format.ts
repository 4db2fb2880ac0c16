import { dayOf } from '../../src/clock.ts';
import type { Lang } from './words.ts';

const LOCALE: Record<Lang, string> = { zh: 'zh-CN', en: 'en-GB' };

function formatters(lang: Lang) {
  const date = {
    month: lang === 'zh' ? 'long' : 'short',
    day: 'numeric',
    timeZone: 'UTC',
  } as const;
  return {
    weekday: new Intl.DateTimeFormat(LOCALE[lang], { weekday: 'short', timeZone: 'UTC' }),
    day: new Intl.DateTimeFormat(LOCALE[lang], date),
    dayOfYear: new Intl.DateTimeFormat(LOCALE[lang], { ...date, year: 'numeric' }),
    clock: new Intl.DateTimeFormat(LOCALE[lang], {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'Asia/Shanghai',
    }),
    money: new Intl.NumberFormat(LOCALE[lang], {
      trailingZeroDisplay: 'stripIfInteger',
      minimumFractionDigits: 2,
    }),
  };
}

const BY_LANG = { zh: formatters('zh'), en: formatters('en') };

/**
 * Dates, times and money as the office writes them: the weekday in brackets, a 24-hour clock,
 * ¥4,800.
 */
export function format(lang: Lang, now: number) {
  const f = BY_LANG[lang];
  const day = (iso: string): string => {
    const date = new Date(`${iso}T00:00:00Z`);
    const written = (iso.slice(0, 4) === dayOf(now).slice(0, 4) ? f.day : f.dayOfYear).format(date);
    return lang === 'zh'
      ? `${written}(${f.weekday.format(date)})`
      : `${f.weekday.format(date)} ${written}`;
  };
  /** The hour and minute in China, as `08:05`. */
  const clock = (instant: number): string => f.clock.format(instant);
  const time = (instant: number): string => `${day(dayOf(instant))} ${clock(instant)}`;
  const money = (fen: number): string => `¥${f.money.format(fen / 100)}`;
  return { day, time, clock, money };
}
