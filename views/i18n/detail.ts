/** What a history line or a notice tells beside its kind: codes, numbers and names. */
export type Detail = Record<string, unknown>;

/** How a language writes days and times. */
export type Formats = { day: (iso: string) => string; time: (instant: number) => string };

/** A value of a detail as text; empty where it is missing. */
export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What a code of a detail is called; the code itself where there is no word for it. */
export function coded(names: Readonly<Record<string, string>>, code: unknown): string {
  return names[text(code)] ?? text(code);
}

/** A sentence, or how it is made of what a line tells. */
export type Sentence = string | ((d: Detail, formats: Formats) => string);

/** The sentence as it reads for this line. */
export function sentenceOf(say: Sentence, d: Detail, formats: Formats): string {
  return typeof say === 'string' ? say : say(d, formats);
}
