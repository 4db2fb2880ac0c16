import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BOARDING_OUTCOMES,
  type RollWord,
} from '../../../../src/pipeline/travel/roll-call/roll-state.ts';
import {
  hear,
  joined,
  type Knows,
  saidIn,
} from '../../../../src/pipeline/travel/roll-call/word.ts';

type Name = 'a' | 'b' | 'c';
/** `shownBy`: what is said is only passed on from that phone, which was held beside this one. */
type Turn = { phone: Name; outcome: RollWord['outcome']; hears: Name[]; shownBy: Name | null };

const turn: fc.Arbitrary<Turn> = fc.record({
  phone: fc.constantFrom('a', 'b', 'c'),
  outcome: fc.constantFrom(...BOARDING_OUTCOMES, 'undo'),
  hears: fc.subarray(['a', 'b', 'c'] as const),
  shownBy: fc.constantFrom(null, null, 'a', 'b', 'c'),
});

/** What three phones say of one person, each knowing what it had heard of the others by then. */
function spoken(turns: Turn[]): RollWord[] {
  const last: Record<string, number> = { a: 0, b: 0, c: 0 };
  const knows: Record<string, Knows> = { a: {}, b: {}, c: {} };
  const says: Record<string, string> = {};
  return turns.map(({ phone, outcome, hears, shownBy }) => {
    for (const other of hears)
      if (other !== phone)
        knows[phone] = joined(joined(knows[phone]!, knows[other]!), { [other]: last[other]! });
    last[phone] = last[phone]! + 1;
    const isSilent = says[phone] === undefined || says[phone] === 'undo';
    says[phone] = outcome;
    // Only whoever has not called somebody takes over what another phone shows of them.
    if (shownBy !== null && shownBy !== phone && outcome !== 'undo' && isSilent) {
      const [upTo, heard] = [last[shownBy]!, knows[shownBy]!];
      knows[phone] = joined(knows[phone]!, heard, { [shownBy]: upTo });
      return { phone, no: last[phone], outcome, knows: heard, echoes: [shownBy, upTo] as const };
    }
    const { [phone]: _, ...others } = knows[phone]!;
    return { phone, no: last[phone], outcome, knows: others };
  });
}

/** What still stands once these have been heard. */
function standing(...words: RollWord[]) {
  return saidIn(words.reduce<RollWord[]>(hear, []));
}

describe('words of several phones', () => {
  const boarded: RollWord = { phone: 'a', no: 1, outcome: 'boarded', knows: {} };
  const absent: RollWord = { phone: 'b', no: 1, outcome: 'no_show', knows: {} };

  it('come to the same in whatever order they arrive, and however often', () => {
    fc.assert(
      fc.property(
        fc.array(turn, { minLength: 1, maxLength: 9 }).chain((turns) => {
          const words = spoken(turns);
          return fc.tuple(
            fc.constant(words),
            fc.shuffledSubarray([...words, ...words], { minLength: words.length * 2 }),
          );
        }),
        ([words, arriving]) => {
          const inOrder = words.reduce<RollWord[]>(hear, []);
          const asTheyCame = arriving.reduce<RollWord[]>(hear, []);
          expect(saidIn(asTheyCame).toSorted()).toEqual(saidIn(inOrder).toSorted());
          expect(asTheyCame.map(({ phone, no }) => `${phone}${no}`).toSorted()).toEqual(
            inOrder.map(({ phone, no }) => `${phone}${no}`).toSorted(),
          );
        },
      ),
      { numRuns: 5000, seed: 20270306 },
    );
  });

  it('stand against each other where neither knew of the other', () => {
    expect(standing(boarded, absent)).toEqual(['boarded', 'no_show']);
  });

  it('are overruled by whoever knew them', () => {
    const settled: RollWord = { phone: 'c', no: 1, outcome: 'no_show', knows: { a: 1, b: 1 } };
    expect(standing(boarded, absent, settled)).toEqual(['no_show']);
  });

  it('go where their phone takes them back', () => {
    const back: RollWord = { phone: 'a', no: 2, outcome: 'undo', knows: {} };
    expect(standing(boarded, absent, back)).toEqual(['no_show']);
  });
});

describe('a word that was only passed on', () => {
  const said: RollWord = { phone: 'a', no: 4, outcome: 'boarded', knows: {} };
  const passedOn: RollWord = { phone: 'b', no: 1, outcome: 'boarded', knows: {}, echoes: ['a', 5] };
  const other: RollWord = { phone: 'c', no: 1, outcome: 'no_show', knows: {} };

  it('outlives the phone it came from', () => {
    expect(standing(passedOn)).toEqual(['boarded']);
  });

  it('goes when that phone takes its word back', () => {
    const takenBack: RollWord = { phone: 'a', no: 6, outcome: 'undo', knows: {} };
    expect(standing(said, passedOn, takenBack)).toEqual([]);
    expect(standing(takenBack, passedOn)).toEqual([]);
  });

  it('overrules nobody', () => {
    expect(standing(other, passedOn).toSorted()).toEqual(['boarded', 'no_show']);
  });

  it('is overruled only by whoever had heard all that it was passed on from', () => {
    expect(standing(passedOn, { ...other, knows: { a: 4 } }).toSorted()).toEqual([
      'boarded',
      'no_show',
    ]);
    expect(standing(passedOn, { ...other, knows: { a: 5 } })).toEqual(['no_show']);
  });

  it('can be known to nobody where the phone it came from had said nothing itself', () => {
    expect(standing({ ...passedOn, echoes: ['a', 0] }, other).toSorted()).toEqual([
      'boarded',
      'no_show',
    ]);
  });

  it('leaves the word it came from when it is taken back on what it was said on', () => {
    expect(standing(passedOn, { phone: 'b', no: 2, outcome: 'undo', knows: {} }, said)).toEqual([
      'boarded',
    ]);
  });
});
