import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PhoneEntry } from '../../../../src/pipeline/travel/roll-call/deed.ts';
import { knownTo } from '../../../../src/pipeline/travel/roll-call/known.ts';
import {
  type Own,
  ownOf,
  shownOf,
} from '../../../../src/pipeline/travel/roll-call/on-the-phone.ts';
import type { PhoneRoster } from '../../../../src/pipeline/travel/roll-call/phone-roster.ts';
import {
  BOARDING_OUTCOMES,
  type RollWord,
} from '../../../../src/pipeline/travel/roll-call/roll-state.ts';
import {
  overhear,
  type Overheard,
  shownToOthers,
} from '../../../../src/pipeline/travel/roll-call/side-by-side.ts';
import { hear, saidIn } from '../../../../src/pipeline/travel/roll-call/word.ts';

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
function heardFrom(text: string, roster: PhoneRoster, own: Own): Overheard {
  const heard = overhear(text, roster, own);
  if (heard === null || heard === 'other_list') throw new Error('not heard');
  return heard;
}

describe('a word that was heard, and then shown to a third', () => {
  const [{ id }] = aRoster().people as [PhoneRoster['people'][0]];
  const said: RollWord = { phone: 'cccccccc', no: 3, outcome: 'boarded', knows: {} };
  const heardByA = { ...aRoster(), phones: { cccccccc: 5 } };
  heardByA.people[0]!.roll = { boarding: [said] };
  const shownByA = shownToOthers(heardByA, 'boarding', ownOf('aaaaaaaa', []));

  it('is still the word of whoever said it', () => {
    const heard = heardFrom(shownByA, aRoster(), ownOf('bbbbbbbb', []));
    expect(heard.adopted).toEqual([
      { placementId: id, outcome: 'boarded', echoes: ['cccccccc', 5] },
    ]);
    expect(heard.knows).toEqual({ aaaaaaaa: 0, cccccccc: 5 });
  });

  it('goes when they take it back', () => {
    const { knows } = heardFrom(shownByA, aRoster(), ownOf('bbbbbbbb', []));
    const passedOn: RollWord = {
      phone: 'bbbbbbbb',
      no: 1,
      outcome: 'boarded',
      knows,
      echoes: ['cccccccc', 5],
    };
    const takenBack: RollWord = { phone: 'cccccccc', no: 6, outcome: 'undo', knows: {} };
    for (const order of [
      [said, passedOn, takenBack],
      [said, takenBack, passedOn],
      [passedOn, said, takenBack],
    ])
      expect(saidIn(order.reduce<RollWord[]>(hear, []))).toEqual([]);
  });

  it('is still theirs from the third phone to a fourth', () => {
    const byB = ownOf('bbbbbbbb', [
      {
        kind: 'word',
        placementId: id,
        call: 'boarding',
        outcome: 'boarded',
        echoes: ['cccccccc', 5],
        id,
        no: 1,
        at: 0,
        knows: {},
      },
    ]);
    const shownByB = shownToOthers(aRoster(), 'boarding', byB);
    expect(overhear(shownByB, aRoster(), ownOf('dddddddd', []))).toMatchObject({
      adopted: [{ echoes: ['cccccccc', 5] }],
    });
  });

  it('is not told again to whoever said it', () => {
    expect(overhear(shownByA, aRoster(), ownOf('cccccccc', []))).toMatchObject({ adopted: [] });
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
        const heard = heardFrom(shownToOthers(roster, 'boarding', one), roster, two);
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

  it('do not mix the lists of two batches', () => {
    const other = aRoster();
    other.people.pop();
    const shown = shownToOthers(other, 'boarding', ownOf('aaaaaaaa', []));
    expect(overhear(shown, aRoster(), ownOf('bbbbbbbb', []))).toBe('other_list');
  });

  it.each(['', 'https://example.com', 'songxing:12345678', 'songxing-roll|x|boarding|1|-----'])(
    'do not take a stranger’s square for one of ours: "%s"',
    (text) => {
      expect(overhear(text, aRoster(), ownOf('bbbbbbbb', []))).toBeNull();
    },
  );
});
