import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { contactParts } from '../../src/settings/contact.ts';
import { named, type Reader } from '../i18n/reader.ts';

/** What a voice would read as a sign, or swallow, is said in words. */
function inWords(text: string, w: Reader['t']['terms']['aloud']): string {
  const range = new RegExp(
    `(\\d)\\s*(?:${w.currency}\\s*)?[–—~～-]\\s*(?:[¥￥]\\s*)?(?=\\d)`,
    'gu',
  );
  const sum = new RegExp(
    `[¥￥]\\s*(\\d[\\d.,]*(?:${w.to}\\d[\\d.,]*)?)(?:\\s*${w.currency})?`,
    'gu',
  );
  return text
    .replaceAll(range, (_, digit: string) => `${digit}${w.to}`)
    .replaceAll(sum, (_, amount: string) => w.yuan(amount.replaceAll(',', '')))
    .replaceAll(new RegExp(`\\s*[/／]\\s*(?=${w.units})`, 'gu'), w.each)
    .replaceAll(/\s*[/／·:：–—()（）]+\s*/gu, w.pause)
    .replaceAll(/[¥￥]/gu, '')
    .replaceAll(new RegExp(`(?:${w.pause})+$`, 'gu'), '');
}

/**
 * The terms as sentences to be read aloud: every one of them, without a sign, how to answer, and
 * whom to call.
 */
export function termsAloud(
  terms: Terms,
  { t, day }: Pick<Reader, 't' | 'day'>,
  contact = '',
  answers = false,
): string {
  const w = t.terms.aloud;
  const text = (value: string) => inWords(value.trim(), w);
  const yuan = (fen: number) => String(fen / 100);
  const wage =
    terms.wageLowFen === terms.wageHighFen
      ? w.yuan(yuan(terms.wageLowFen))
      : w.yuan(`${yuan(terms.wageLowFen)}${w.to}${yuan(terms.wageHighFen)}`);
  const number = (dial: string) => ` ${[...dial].join(' ')} `;
  const station = contactParts(contact).map((part) =>
    part.dial ? number(part.dial) : text(part.text),
  );
  return [
    w.employer(text(terms.employer)),
    w.trade(named(t.codes.trade, terms.trade)),
    w.site(text(terms.site)),
    w.wage(wage, terms.wageBasis),
    w.payDay(terms.payDay),
    t.terms.hoursLine(terms.hoursPerDay, terms.daysPerWeek).replaceAll(',', w.pause),
    named(t.codes.lodging, terms.lodging),
    terms.mealsFen > 0 ? w.meals(w.yuan(yuan(terms.mealsFen))) : w.noMeals,
    w.insurance(named(t.codes.insurance, terms.insurance)),
    w.deductions(text(terms.deductions) || t.terms.none),
    w.hazards(text(terms.hazards) || t.terms.none),
    w.term(t.terms.months(terms.contractMonths)),
    w.startsOn(text(day(terms.startsOn))),
    text(t.terms.freeOfCharge.replace(/[。.]$/u, '')),
    ...(answers ? [w.answers] : []),
    ...(station.length > 0 ? [w.call(station.join('').trim())] : []),
  ]
    .map((sentence) => `${sentence}${t.sentenceStop}`)
    .join('')
    .trim();
}
