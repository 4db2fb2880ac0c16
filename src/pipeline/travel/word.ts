/**
 * What several phones say of one person in one roll call, without a signal between them. Each phone numbers what it says
 * and notes what it had heard of the others when it said it. So neither clocks nor the order of arrival decide: whoever
 * knew of another's word and says something else overrules it, and two who did not know of each other and differ disagree
 * until somebody who knows both settles it.
 */

/** Up to which of its numbers each phone has been heard: `{ phone: number }`. */
export type Knows = Readonly<Record<string, number>>;

export type Word<Outcome extends string = string> = { phone: string; no: number; outcome: Outcome; knows: Knows };

/** Takes a word back; it says nothing else. */
const UNDO = 'undo';

const isSame = (a: Word, b: Word): boolean => a.phone === b.phone && a.no === b.no;

/** Whether the newer word was said by somebody who knew the older one. */
const knew = (newer: Word, older: Word): boolean =>
  newer.phone === older.phone ? newer.no > older.no : (newer.knows[older.phone] ?? 0) >= older.no;

/** The words that nobody has overruled, after one more was heard. In whatever order they are heard, the same remain. */
export const hear = <W extends Word>(standing: readonly W[], word: W): W[] =>
  standing.some((other) => isSame(other, word) || knew(other, word))
    ? [...standing]
    : [...standing.filter((other) => !knew(word, other)), word];

/** What they say, each outcome once: none where nobody spoke or all took it back, several where they disagree. */
export const saidIn = <O extends string>(standing: readonly Word<O>[] | undefined): Exclude<O, 'undo'>[] => [
  ...new Set((standing ?? []).flatMap(({ outcome }) => (outcome === UNDO ? [] : [outcome as Exclude<O, 'undo'>]))),
];

/** What is known to somebody who sees these words: all that whoever said them knew, and the words themselves. */
export const knownBy = (words: readonly Word[], rest: Knows): Knows =>
  joined(rest, ...words.flatMap(({ phone, no, knows }) => [knows, { [phone]: no }]));

/** Everything that was known to any of them. */
export const joined = (...several: readonly Knows[]): Knows => {
  const all: Record<string, number> = {};
  for (const each of several) for (const phone in each) all[phone] = Math.max(all[phone] ?? 0, each[phone] ?? 0);
  return all;
};
