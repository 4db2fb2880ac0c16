import { lacks } from '../../../src/pipeline/gates.ts';
import { describe, expect, it } from 'vitest';
import { apply, type Decision, refused } from '../../../src/pipeline/batch/change.ts';
import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import { amend, reply, send } from '../../../src/pipeline/demand/job-order.ts';
import { mayRedirect, redirect } from '../../../src/pipeline/demand/redirection.ts';
import { consent } from '../../../src/pipeline/recruitment/consent.ts';
import { handOver } from '../../../src/pipeline/travel/handover/handover.ts';
import { goOnward, isStranded } from '../../../src/pipeline/travel/handover/onward.ts';
import { depart, lockManifest, unlockManifest } from '../../../src/pipeline/travel/manifest.ts';
import { addLeg, replaceLeg } from '../../../src/pipeline/travel/plan/plan-change.ts';
import { settleHeld } from '../../../src/pipeline/travel/roll-call/hearing.ts';
import { takeIn } from '../../../src/pipeline/travel/roll-call/take-in.ts';
import type { Knows } from '../../../src/pipeline/travel/roll-call/word.ts';
import { aBatchBoarding } from '../../support/batches.ts';
import type { Deed, PhoneEntry } from '../../../src/pipeline/travel/roll-call/deed.ts';
import { withdraw } from '../../../src/pipeline/recruitment/leaving.ts';
import { checkIn } from '../../../src/pipeline/travel/roll-call/check-in.ts';
import { arrive } from '../../../src/pipeline/travel/roll-call/arrival.ts';

const PEOPLE = ['王兰花', '赵小军', '刘志强'];
function done(s: Snapshot, decision: Decision): Snapshot {
  if (refused(decision)) throw new Error(decision.error);
  return apply(s, decision);
}
function travel(s: Snapshot) {
  return s.placements.map((p) => p.travel);
}
function ids(s: Snapshot) {
  return s.placements.map((p) => p.id);
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
function word(
  placementId: string,
  call: 'boarding' | 'arrival',
  outcome: 'boarded' | 'arrived',
): Deed {
  return {
    kind: 'word',
    placementId,
    call,
    outcome,
  };
}
function boardedBy(s: Snapshot) {
  return ids(s).reduce((now, id) => done(now, checkIn(now, id, 'boarded')), s);
}
function toAnother(s: Snapshot): Snapshot {
  return done(
    s,
    redirect(
      s,
      { ...s.order, id: `O${s.seq}`, state: 'draft', termsHash: `terms-${s.seq}` },
      s.requirements,
      {
        from: '昆山顺达精密',
        to: '苏州恒泰电子',
        reason: '停产',
      },
    ),
  );
}
function confirmed(s: Snapshot): Snapshot {
  const sent = done(s, send(s, 20));
  return done(sent, reply(sent, { kind: 'confirm', version: sent.order.version }));
}
function allAgree(s: Snapshot): Snapshot {
  return ids(s).reduce((now, id) => done(now, consent(now, id, now.order.termsHash)), s);
}

describe('a phone that has not heard of a redirection', () => {
  it('cannot bring an arrival or a signature for the old employer with it', () => {
    const departed = done(
      boardedBy(aBatchBoarding(PEOPLE)),
      depart(boardedBy(aBatchBoarding(PEOPLE)), 5),
    );
    const knows = { ...departed.phones };
    const signature: Deed = {
      kind: 'handover',
      count: 3,
      name: '前一家的门卫',
      people: ids(departed),
      rejected: [],
    };
    const s = toAnother(departed);
    const offline = upload(
      s,
      deeds(
        [...ids(s).map((id) => word(id, 'arrival', 'arrived')), { kind: 'arrive' }, signature],
        knows,
      ),
    );
    expect(new Set(offline.verdicts.map(String))).toEqual(new Set(['refused,redirected']));
    expect([travel(offline.s), offline.s.heldEntries]).toEqual([
      ['boarded', 'boarded', 'boarded'],
      [],
    ]);
    const agreed = allAgree(confirmed(offline.s));
    expect([settleHeld(agreed), agreed.handedOverAt]).toEqual([null, null]);
    // Whoever has heard of it calls the arrival there.
    const there = upload(agreed, deeds([word(ids(s)[0]!, 'arrival', 'arrived')], agreed.phones, 6));
    expect(there.verdicts).toEqual([['recorded', null]]);
  });

  it('still says who boarded before it', () => {
    const s = aBatchBoarding(PEOPLE);
    const [first, second, third] = ids(s) as [string, string, string];
    let now = done(s, checkIn(s, first, 'boarded'));
    now = done(now, checkIn(now, second, 'boarded'));
    now = done(now, checkIn(now, third, 'no_show'));
    now = toAnother(done(now, depart(now, 5)));
    const late = upload(now, deeds([word(third, 'boarding', 'boarded')], s.phones));
    expect(late.verdicts).toEqual([['recorded', null]]);
  });
});

describe('boarding', () => {
  it('begins anew where the day or the employer changes before departure', () => {
    const boarded = boardedBy(aBatchBoarding(PEOPLE));
    for (const s of [
      toAnother(boarded),
      done(boarded, amend(boarded, { headcount: 3, startsOn: '2027-03-13', termsHash: 'terms-1' })),
    ]) {
      expect(travel(s)).toEqual(['expected', 'expected', 'expected']);
      const late = upload(s, deeds([word(ids(s)[0]!, 'boarding', 'boarded')], boarded.phones));
      expect(late.verdicts).toEqual([['refused', 'redirected']]);
    }
  });

  it('of a bus that had left without a signal stands, though the list was opened again meanwhile', () => {
    const s = aBatchBoarding(PEOPLE);
    const begun = done(s, checkIn(s, ids(s)[0]!, 'boarded'));
    const open = done(begun, unlockManifest(begun));
    const offline = upload(
      open,
      deeds(
        [
          ...ids(s)
            .slice(1)
            .map((id) => word(id, 'boarding', 'boarded')),
          { kind: 'depart' },
        ],
        s.phones,
      ),
    );
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

describe('whoever is helped onward', () => {
  it('is helped again where the next employer does not take them', () => {
    const boarded = boardedBy(aBatchBoarding(PEOPLE));
    let s = done(boarded, depart(boarded, 5));
    const [first, ...others] = ids(s) as [string, string, string];
    s = done(s, checkIn(s, first, 'left_en_route'));
    s = done(s, goOnward(s, first, { next: 'own_choice', bearer: 'station' }));
    expect(s.placements.some(isStranded)).toBe(false);
    s = done(s, checkIn(s, first, 'arrived'));
    for (const id of others) s = done(s, checkIn(s, id, 'arrived'));
    s = done(s, arrive(s, 6));
    s = done(
      s,
      handOver(
        s,
        { count: 2, people: ids(s), rejected: [{ placementId: first, reason: 'post_filled' }] },
        7,
      ),
    );
    expect(s.placements.filter(isStranded).map(({ id }) => id)).toEqual([first]);
  });

  it('does not bind those who are still on the road to an employer who took nobody', () => {
    const boarded = boardedBy(aBatchBoarding(PEOPLE));
    let s = done(boarded, depart(boarded, 5));
    const [first, second] = ids(s) as [string, string, string];
    s = {
      ...s,
      placements: s.placements.map((p) => ({
        ...p,
        seats: p.id === first ? { one: 1 } : { two: 1 },
      })),
    };
    s = done(s, checkIn(s, first, 'arrived'));
    s = done(
      s,
      handOver(
        s,
        { count: 0, people: [first], rejected: [{ placementId: first, reason: 'post_filled' }] },
        6,
      ),
    );
    expect(mayRedirect(s)).toBe(true);
    s = toAnother(s);
    expect(travel(s)).toEqual(['rejected', 'boarded', 'boarded']);
    s = done(s, withdraw(s, second));
    expect(s.placements.filter(isStranded)).toHaveLength(2);
  });
});

describe('a train whose times change', () => {
  it('keeps the seats on its tickets; another train has others', () => {
    const leg = { id: 'old', fromPlace: '兰州站', toPlace: '昆山', vehicle: 'K1352', departsAt: 1 };
    let s = aBatchBoarding(PEOPLE);
    s = done(s, addLeg(s, leg));
    s = {
      ...s,
      placements: s.placements.map((p, i) => ({ ...p, tickets: i === 0 ? { old: '8车12A' } : {} })),
    };
    const next = { ...leg, id: 'new', departsAt: 2, seats: 40, hasSeatPlan: false };
    expect(done(s, replaceLeg(s, leg, next, [])).placements[0]?.tickets).toEqual({ new: '8车12A' });
    expect(
      done(s, replaceLeg(s, leg, { ...next, vehicle: 'K1354' }, [])).placements[0]?.tickets,
    ).toEqual({});
  });
});
