import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhoneRoster } from '../../../src/pipeline/travel/roll-call/phone-roster.ts';
import { overhear, shownToOthers } from '../../../src/pipeline/travel/roll-call/side-by-side.ts';
import { hear, joined, type Knows, saidIn } from '../../../src/pipeline/travel/roll-call/word.ts';
import type { PhoneEntry } from '../../../src/pipeline/travel/roll-call/deed.ts';
import { newPlacement } from '../../../src/pipeline/new-placement.ts';
import { isDisputed } from '../../../src/pipeline/travel/roll-call/whereabouts.ts';
import { ownOf, shownOf } from '../../../src/pipeline/travel/roll-call/on-the-phone.ts';
import { knownTo } from '../../../src/pipeline/travel/roll-call/known.ts';
import {
  BOARDING_OUTCOMES,
  type RollWord,
} from '../../../src/pipeline/travel/roll-call/roll-state.ts';

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

describe('words of several phones', () => {
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

  it('are overruled by whoever knew them, and stand against whoever did not', () => {
    const boarded: RollWord = { phone: 'a', no: 1, outcome: 'boarded', knows: {} };
    const absent: RollWord = { phone: 'b', no: 1, outcome: 'no_show', knows: {} };
    expect(saidIn([boarded, absent].reduce<RollWord[]>(hear, []))).toEqual(['boarded', 'no_show']);
    const settled: RollWord = { phone: 'c', no: 1, outcome: 'no_show', knows: { a: 1, b: 1 } };
    expect(saidIn([boarded, absent, settled].reduce<RollWord[]>(hear, []))).toEqual(['no_show']);
    const back: RollWord = { phone: 'a', no: 2, outcome: 'undo', knows: {} };
    expect(saidIn([boarded, absent, back].reduce<RollWord[]>(hear, []))).toEqual(['no_show']);
  });
});

const NAMES = ['王兰花', '赵小军', '刘志强', '陈玉梅', '李建国'];
function aRoster(): PhoneRoster {
  return {
    seq: 1,
    code: '27-03',
    lockedAt: 1,
    departedAt: null,
    arrivedAt: null,
    handedOverAt: null,
    phones: {},
    held: [],
    signed: [],
    plan: { version: 1, legs: [] },
    stops: [],
    vehicles: [],
    people: NAMES.map((name, i) => ({
      id: `01KAAAAAAAAAAAAAAAAAAAAAA${i}`,
      name,
      village: '柳树村',
      phone: '',
      kin: null,
      code: String(10_000_000 + i),
      captain: false,
      portrait: null,
      seat: null,
      tickets: '',
      askFirst: false,
      hasLeft: false,
      travel: 'expected',
      roll: {},
    })),
  };
}

describe('a disagreement', () => {
  it('is about whoever is in the batch; of somebody who has left there is nothing to settle', () => {
    const boarding: RollWord[] = [
      { phone: 'a', no: 1, outcome: 'boarded', knows: {} },
      { phone: 'b', no: 1, outcome: 'no_show', knows: {} },
    ];
    const p = { ...newPlacement('p', 'w', '王兰花'), roll: { boarding } };
    expect([isDisputed(p), isDisputed({ ...p, exit: 'withdrawn' })]).toEqual([true, false]);
  });
});

describe('a word that was only passed on', () => {
  const said: RollWord = { phone: 'a', no: 4, outcome: 'boarded', knows: {} };
  const passedOn: RollWord = { phone: 'b', no: 1, outcome: 'boarded', knows: {}, echoes: ['a', 5] };
  const standing = (...words: RollWord[]) => saidIn(words.reduce<RollWord[]>(hear, []));

  it('outlives the phone it came from, and goes when that phone takes its word back', () => {
    const takenBack: RollWord = { phone: 'a', no: 6, outcome: 'undo', knows: {} };
    expect(standing(passedOn)).toEqual(['boarded']);
    expect(standing(said, passedOn, takenBack)).toEqual([]);
    expect(standing(takenBack, passedOn)).toEqual([]);
  });

  it('overrules nobody, and is contradicted by whoever had not heard of it', () => {
    const other: RollWord = { phone: 'c', no: 1, outcome: 'no_show', knows: {} };
    expect(standing(other, passedOn).toSorted()).toEqual(['boarded', 'no_show']);
    expect(standing(passedOn, { ...other, knows: { a: 4 } }).toSorted()).toEqual([
      'boarded',
      'no_show',
    ]);
    expect(standing(passedOn, { ...other, knows: { a: 5 } })).toEqual(['no_show']);
    // Of a phone that had said nothing itself, nobody can know what it passed on.
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

describe('a word that was heard, and then shown to a third', () => {
  it('is still the word of whoever said it, and goes when they take it back', () => {
    const X = `01KAAAAAAAAAAAAAAAAAAAAAA0`;
    const ofC: RollWord = { phone: 'cccccccc', no: 3, outcome: 'boarded', knows: {} };
    const heardByA = { ...aRoster(), phones: { cccccccc: 5 } };
    heardByA.people[0]!.roll = { boarding: [ofC] };
    const text = shownToOthers(heardByA, 'boarding', ownOf('aaaaaaaa', []));
    const heard = overhear(text, aRoster(), ownOf('bbbbbbbb', []));
    if (heard === null || heard === 'other_list') throw new Error('not heard');
    expect(heard.adopted).toEqual([
      { placementId: X, outcome: 'boarded', echoes: ['cccccccc', 5] },
    ]);
    expect(heard.knows).toEqual({ aaaaaaaa: 0, cccccccc: 5 });
    const passedOn: RollWord = {
      phone: 'bbbbbbbb',
      no: 1,
      outcome: 'boarded',
      knows: heard.knows,
      echoes: ['cccccccc', 5],
    };
    const takenBack: RollWord = { phone: 'cccccccc', no: 6, outcome: 'undo', knows: {} };
    for (const order of [
      [ofC, passedOn, takenBack],
      [ofC, takenBack, passedOn],
      [passedOn, ofC, takenBack],
    ])
      expect(saidIn(order.reduce<RollWord[]>(hear, []))).toEqual([]);
    // From the third phone to a fourth it is still theirs.
    const byB = ownOf('bbbbbbbb', [
      {
        kind: 'word',
        placementId: X,
        call: 'boarding',
        outcome: 'boarded',
        echoes: ['cccccccc', 5],
        id: X,
        no: 1,
        at: 0,
        knows: {},
      },
    ]);
    const further = overhear(
      shownToOthers(aRoster(), 'boarding', byB),
      aRoster(),
      ownOf('dddddddd', []),
    );
    expect(further).toMatchObject({ adopted: [{ echoes: ['cccccccc', 5] }] });
    // And whoever said it is not told their own word again.
    expect(overhear(text, aRoster(), ownOf('cccccccc', []))).toMatchObject({ adopted: [] });
  });
});

describe('two phones side by side', () => {
  const calls = fc.array(
    fc.tuple(fc.nat(NAMES.length - 1), fc.constantFrom(...BOARDING_OUTCOMES)),
    { maxLength: 8 },
  );
  const entriesOf = (
    roster: PhoneRoster,
    taps: [number, (typeof BOARDING_OUTCOMES)[number]][],
    name: string,
  ) =>
    taps.map(([i, outcome], n): PhoneEntry => ({
      kind: 'word',
      placementId: roster.people[i]!.id,
      call: 'boarding',
      outcome,
      id: '01KBBBBBBBBBBBBBBBBBBBBBBB',
      no: n + 1,
      at: 0,
      knows: knownTo(roster, name),
    }));

  it('hear of each other exactly whom only the other has called, and on whom they differ', () => {
    fc.assert(
      fc.property(calls, calls, (first, second) => {
        const roster = aRoster();
        const one = ownOf('aaaaaaaa', entriesOf(roster, first, 'aaaaaaaa'));
        const two = ownOf('bbbbbbbb', entriesOf(roster, second, 'bbbbbbbb'));
        const heard = overhear(shownToOthers(roster, 'boarding', one), roster, two);
        if (heard === null || heard === 'other_list') throw new Error('not heard');
        expect(heard.phone).toBe('aaaaaaaa');
        for (const p of roster.people) {
          const [theirs, mine] = [shownOf(p, 'boarding', one), shownOf(p, 'boarding', two)];
          const adopted =
            heard.adopted.find(({ placementId }) => placementId === p.id)?.outcome ?? null;
          expect(adopted).toBe(mine === null ? theirs : null);
          expect(heard.differing.includes(p.name)).toBe(
            theirs !== null && mine !== null && theirs !== mine,
          );
        }
      }),
      { numRuns: 500, seed: 20270306 },
    );
  });

  it('do not mix the lists of two batches, nor take a stranger’s square for one of ours', () => {
    const own = ownOf('bbbbbbbb', []);
    const other = aRoster();
    other.people.pop();
    expect(overhear(shownToOthers(other, 'boarding', ownOf('aaaaaaaa', [])), aRoster(), own)).toBe(
      'other_list',
    );
    for (const text of [
      '',
      'https://example.com',
      'songxing:12345678',
      'songxing-roll|x|boarding|1|-----',
    ])
      expect(overhear(text, aRoster(), own)).toBeNull();
  });
});
