import type { Reader } from '../i18n/reader.ts';

/** What a voice would read as a sign, or swallow, is said in words. */
export function inWords(text: string, w: Reader['t']['terms']['aloud']): string {
  return text
    .replaceAll(/(\d)\s*(?:元\s*)?[–—~～-]\s*(?:[¥￥]\s*)?(?=\d)/gu, (_, digit: string) => `${digit}${w.to}`)
    .replaceAll(/[¥￥]\s*(\d[\d.,]*(?: (?:到|to) \d[\d.,]*)?)(?:\s*元)?/gu, (_, sum: string) =>
      w.yuan(sum.replaceAll(',', '')),
    )
    .replaceAll(/\s*[/／]\s*(?=[月天日周年件人]|小时|month|day|hour|week|year|piece|person)/gu, w.each)
    .replaceAll(/\s*[/／]\s*/gu, w.pause)
    .replaceAll(/\s*[·:：–—()（）]+\s*/gu, w.pause)
    .replaceAll(/[¥￥]/gu, '')
    .replaceAll(new RegExp(`(?:${w.pause})+$`, 'gu'), '');
}

/** A sentence without its full stop. */
export function withoutStop(text: string): string {
  return text.replace(/[。.]$/u, '');
}
