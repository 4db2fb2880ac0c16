/** Chinese numerals in order, the zero in its three forms first. */
export const DIGITS = '〇零○一二三四五六七八九';
export const ZEROS = 3;
export const NUMERAL = /[〇零○一二三四五六七八九十廿卅]+/g;
export const TEN = '十';
/** Short ways to write two tens and three tens. */
export const TENS: readonly (readonly [string, string])[] = [
  ['廿', '二十'],
  ['卅', '三十'],
];

/** Signs between year, month and day, and words before and after them. */
export const WRITTEN =
  /^(?:生于|公历|阳历)?(\d{2}|\d{4})(?:[年./\-\s]+(?:(\d{1,2})(?:[月./\-\s]+(\d{1,2})?)?)?)?[日号]?(?:出?生)?$/;
export const AROUND_SIGNS = /\s*([年月./-])\s*/g;
/** Days that are counted by the moon. */
export const LUNAR = /农历|阴历|旧历|闰|腊月|正月|冬月|初/;
