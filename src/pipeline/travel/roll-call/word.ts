/**
 * What several phones say of one person in one roll call, without a signal between them. Each phone
 * numbers what it says and notes what it had heard of the others when it said it. So neither clocks
 * nor the order of arrival decide: whoever knew of another's word and says something else overrules
 * it, and two who did not know of each other and differ disagree until somebody who knows both
 * settles it.
 */

/** Up to which of its numbers each phone has been heard: `{ phone: number }`. */
export type Knows = Readonly<Record<string, number>>;

/** Which phone, and up to which of its numbers. */
export type UpTo = readonly [phone: string, no: number];

/**
 * `knows` is what the phone had heard of the others when it said this. `echoes` marks a word that
 * is only passed on, from a phone that was heard face to face: it overrules nobody, and whatever
 * that phone says later overrules it, as does whoever knew all that it had said by then. It knows
 * what that phone knew.
 */
export type Word<Outcome extends string = string> = {
  phone: string;
  no: number;
  outcome: Outcome;
  knows: Knows;
  echoes?: UpTo;
};

/** Takes a word back; it says nothing else. */
const UNDO = 'undo';

function isSame(a: Word, b: Word): boolean {
  return a.phone === b.phone && a.no === b.no;
}

/**
 * Whether a word was said by somebody who knew what a phone had said up to a number, or anything of
 * one that had said nothing.
 */
function knewOf({ phone, no, knows }: Word, [other, upTo]: UpTo): boolean {
  return phone === other ? no > upTo : (knows[other] ?? 0) >= Math.max(1, upTo);
}

/**
 * Whether the newer word was said by somebody who knew the older one, or what the older one only
 * passed on.
 */
function knew(newer: Word, older: Word): boolean {
  return (
    newer.echoes === undefined &&
    (knewOf(newer, [older.phone, older.no]) ||
      (older.echoes !== undefined && knewOf(newer, older.echoes)))
  );
}

/**
 * The words that nobody has overruled, after one more was heard. In whatever order they are heard,
 * the same remain.
 */
export function hear<W extends Word>(standing: readonly W[], word: W): W[] {
  return standing.some((other) => isSame(other, word) || knew(other, word))
    ? [...standing]
    : [...standing.filter((other) => !knew(word, other)), word];
}

/**
 * What they say, each outcome once: none where nobody spoke or all took it back, several where they
 * disagree.
 */
export function saidIn<O extends string>(
  standing: readonly Word<O>[] | undefined,
): Exclude<O, 'undo'>[] {
  return [
    ...new Set(
      (standing ?? []).flatMap(({ outcome }) =>
        outcome === UNDO ? [] : [outcome as Exclude<O, 'undo'>],
      ),
    ),
  ];
}

/**
 * What is known of somebody in a roll call to whoever sees these words on them: all that those who
 * said them knew, and the words themselves. Only there: who heard that one person was called, face
 * to face, knows nothing of the next.
 */
export function knownBy(words: readonly Word[], rest: Knows): Knows {
  return joined(
    rest,
    ...words.flatMap(({ phone, no, knows, echoes }) => [
      knows,
      { [phone]: no },
      ...(echoes ? [{ [echoes[0]]: echoes[1] }] : []),
    ]),
  );
}

/** Everything that was known to any of them. */
export function joined(...several: readonly Knows[]): Knows {
  const all: Record<string, number> = {};
  for (const each of several)
    for (const phone in each) all[phone] = Math.max(all[phone] ?? 0, each[phone] ?? 0);
  return all;
}
