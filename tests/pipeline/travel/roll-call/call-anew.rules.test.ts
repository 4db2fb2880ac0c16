import { describe, expect, it } from 'vitest';
import { apply } from '../../../../src/pipeline/batch/change.ts';
import type { Snapshot } from '../../../../src/pipeline/batch/snapshot.ts';
import { amend } from '../../../../src/pipeline/demand/job-order.ts';
import { lacks } from '../../../../src/pipeline/gates.ts';
import { lockManifest, unlockManifest } from '../../../../src/pipeline/travel/manifest.ts';
import { checkIn } from '../../../../src/pipeline/travel/roll-call/check-in.ts';
import type { Deed, PhoneEntry } from '../../../../src/pipeline/travel/roll-call/deed.ts';
import { settleHeld } from '../../../../src/pipeline/travel/roll-call/hearing.ts';
import { takeIn } from '../../../../src/pipeline/travel/roll-call/take-in.ts';
import type { Knows } from '../../../../src/pipeline/travel/roll-call/word.ts';
import { aBatchBoarding, toAnother } from '../../../support/batches.ts';
import { done, ids, Story } from '../../../support/story.ts';

const PEOPLE = ['王兰花', '赵小军', '刘志强'] as const;
const [FIRST, SECOND, THIRD] = PEOPLE;

function travel(s: Snapshot) {
  return s.placements.map((p) => p.travel);
}
/** What a phone has done, in order, each on what it knew by then. */
function deeds(all: readonly Deed[], knows: Knows, from = 1): PhoneEntry[] {
  return all.map((deed, i) => ({
    ...deed,
    id: `01K${String(i).padStart(23, '0')}`,
    no: from + i,
    at: 0,
    knows,
  }));
}
function upload(s: Snapshot, entries: PhoneEntry[]) {
  const taken = takeIn(s, 'phone000', entries, () => ({ at: 10, isDoubtful: false }));
  return {
    s: taken.change ? apply(s, taken.change) : s,
    verdicts: taken.verdicts.map(({ verdict, reason }) => [verdict, reason]),
  };
}
function boarded(placementId: string): Deed {
  return { kind: 'word', placementId, call: 'boarding', outcome: 'boarded' };
}
function arrived(placementId: string): Deed {
  return { kind: 'word', placementId, call: 'arrival', outcome: 'arrived' };
}

describe('a phone that has not heard of a redirection on the way', () => {
  const departed = aBatchBoarding(PEOPLE).boarded().departed(5);
  const redirected = departed.after(toAnother).snapshot;
  const signature: Deed = {
    kind: 'handover',
    count: 3,
    name: '前一家的门卫',
    people: ids(redirected),
    rejected: [],
  };
  const atTheOld = [...PEOPLE.map(arrived), { kind: 'arrive' } as const, signature];
  const offline = upload(redirected, deeds(atTheOld, departed.snapshot.phones));
  const agreed = new Story(offline.s).confirmed().agreed().snapshot;

  it('cannot bring an arrival or a signature for the old employer with it', () => {
    expect(new Set(offline.verdicts.map(String))).toEqual(new Set(['refused,redirected']));
    expect([travel(offline.s), offline.s.heldEntries]).toEqual([
      ['boarded', 'boarded', 'boarded'],
      [],
    ]);
    expect([settleHeld(agreed), agreed.handedOverAt]).toEqual([null, null]);
  });

  it('can bring an arrival at the new one once it has heard of it', () => {
    const there = upload(agreed, deeds([arrived(FIRST)], agreed.phones, 6));
    expect(there.verdicts).toEqual([['recorded', null]]);
  });

  it('still says who boarded before it', () => {
    const boarding = aBatchBoarding(PEOPLE);
    const left = boarding
      .after((s) => checkIn(s, FIRST, 'boarded'))
      .after((s) => checkIn(s, SECOND, 'boarded'))
      .after((s) => checkIn(s, THIRD, 'no_show'))
      .departed(5)
      .after(toAnother).snapshot;
    const late = upload(left, deeds([boarded(THIRD)], boarding.snapshot.phones));
    expect(late.verdicts).toEqual([['recorded', null]]);
  });
});

describe('boarding', () => {
  const another = { headcount: 3, startsOn: '2027-03-13', termsHash: 'terms-1' };
  it.each([
    ['employer', toAnother],
    ['day', (s: Snapshot) => amend(s, another)],
  ])('begins anew where the %s changes before departure', (_what, change) => {
    const before = aBatchBoarding(PEOPLE).boarded();
    const s = before.after(change).snapshot;
    expect(travel(s)).toEqual(['expected', 'expected', 'expected']);
    const late = upload(s, deeds([boarded(FIRST)], before.snapshot.phones));
    expect(late.verdicts).toEqual([['refused', 'redirected']]);
  });

  it('of a bus that left without a signal stands, though the list was opened meanwhile', () => {
    const boarding = aBatchBoarding(PEOPLE);
    const open = boarding.after((s) => checkIn(s, FIRST, 'boarded')).after(unlockManifest);
    const left = [boarded(SECOND), boarded(THIRD), { kind: 'depart' } as const];
    const offline = upload(open.snapshot, deeds(left, boarding.snapshot.phones));
    expect(offline.verdicts).toEqual([
      ['recorded', null],
      ['recorded', null],
      ['held', 'manifest_open'],
    ]);
    expect(travel(offline.s)).toEqual(['boarded', 'expected', 'expected']);
    const locked = done(offline.s, lockManifest(offline.s, 30, lacks(offline.s, 'documents')));
    expect(travel(locked)).toEqual(['boarded', 'boarded', 'boarded']);
    const settled = settleHeld(locked)!;
    expect(apply(locked, settled.change).departedAt).toBe(10);
  });
});
