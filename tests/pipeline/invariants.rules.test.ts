import fc from 'fast-check';
import { expect, it } from 'vitest';
import { atHour, DAY, HOUR } from '../../src/clock.ts';
import { apply, type Decision, refused } from '../../src/pipeline/batch/change.ts';
import { balances, equation, openPlaces } from '../../src/pipeline/batch/equation.ts';
import { conclude } from '../../src/pipeline/conclude.ts';
import { deadlinesOf } from '../../src/pipeline/deadlines.ts';
import { advance, cancel } from '../../src/pipeline/batch/lifecycle.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { stepsOf } from '../../src/pipeline/what-to-do.ts';
import { nextAct } from '../../src/pipeline/acts.ts';
import { tell } from '../../src/pipeline/recruitment/told.ts';
import { answerQuestion, askQuestion } from '../../src/pipeline/recruitment/question.ts';
import { WORDS } from '../../views/i18n/words.ts';
import { amend, expire, reply, send } from '../../src/pipeline/demand/job-order.ts';
import { giveBack, lend } from '../../src/pipeline/documents/custody.ts';
import { recordPaper, verifyForAll } from '../../src/pipeline/documents/paper.ts';
import { recordVisit } from '../../src/pipeline/follow-up/visit.ts';
import { gateHolds, lacks } from '../../src/pipeline/gates.ts';
import { book, recordConclusion } from '../../src/pipeline/health/fitness.ts';
import * as consent from '../../src/pipeline/recruitment/consent.ts';
import * as recruit from '../../src/pipeline/recruitment/placement.ts';
import * as reserve from '../../src/pipeline/recruitment/reserve.ts';
import { stageIndex } from '../../src/pipeline/stages.ts';
import { redirect } from '../../src/pipeline/demand/redirection.ts';
import { CORRECTED, correctHandover } from '../../src/pipeline/travel/handover/correction.ts';
import { isStranded, goOnward } from '../../src/pipeline/travel/handover/onward.ts';
import { handOver } from '../../src/pipeline/travel/handover/handover.ts';
import {
  acceptUnfilled,
  depart,
  lockManifest,
  unlockManifest,
} from '../../src/pipeline/travel/manifest.ts';
import { aBatch } from '../support/batches.ts';
import { CONCLUSIONS } from '../../src/pipeline/health/health-state.ts';
import { PAPER_STATES } from '../../src/pipeline/documents/paper-state.ts';
import { holdsPlace, isSelected } from '../../src/pipeline/batch/placement.ts';
import { withdraw, decline, takeBack, release } from '../../src/pipeline/recruitment/leaving.ts';
import { register, offer } from '../../src/pipeline/recruitment/registration.ts';
import { takePlace, refusePlace, askAgain } from '../../src/pipeline/recruitment/reserve-answer.ts';
import { ROLL_CALL_OUTCOMES } from '../../src/pipeline/travel/roll-call/roll-state.ts';
import { checkIn } from '../../src/pipeline/travel/roll-call/check-in.ts';
import { arrive } from '../../src/pipeline/travel/roll-call/arrival.ts';
import { contradict } from '../../src/pipeline/recruitment/contradiction.ts';
import { comeHome } from '../../src/pipeline/follow-up/homecoming.ts';

const START = atHour('2027-02-20', 9);
const WORKERS = ['王兰花', '赵小军', '刘志强', '陈玉梅', '李建国', '李秀兰', '张福海'];

type Command = { name: string; run: (s: Snapshot, at: number) => Decision };
const VISITED = { kind: 'settled', outcome: 'done', overtaken: 0 } as const;
function command(name: string, run: Command['run']): Command {
  return { name, run };
}

const someone = fc.nat(9);
function of(s: Snapshot, n: number): string {
  return s.placements[n % Math.max(1, s.placements.length)]?.id ?? 'nobody';
}

/** What was signed turns out to have been otherwise. */
const correcting: fc.Arbitrary<Command> = fc
  .tuple(someone, fc.constantFrom(...CORRECTED))
  .map(([n, outcome]) =>
    command(`correct to ${outcome}`, (s) => {
      const signed = s.placements.filter((p) => p.travel === 'accepted' || p.travel === 'rejected');
      const absent = s.placements.filter((p) => p.travel === 'missing' && p.followUp !== 'home');
      const version = {
        people: signed.map(({ id }) => id),
        rejected: signed.flatMap(({ id, travel }) =>
          travel === 'rejected' ? [{ placementId: id, reason: 'other' as const }] : [],
        ),
        absent: absent.map(({ id }) => ({ placementId: id, outcome: 'missing' as const })),
      };
      const placementId = [...signed, ...absent][n]?.id ?? 'nobody';
      const reason = outcome === 'rejected' ? ('other' as const) : null;
      return correctHandover(
        s,
        version,
        { placementId, outcome, reason },
        { due: 1, answered: [] },
      );
    }),
  );

const settling: fc.Arbitrary<Command> = someone.map((n) =>
  command('settle rejection', (s) => goOnward(s, of(s, n), { next: 'home', bearer: 'employer' })),
);

/** Everything that anybody can do to a batch, with whatever they may choose, right or wrong. */
const commands: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(command('send', send)) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom('confirm', 'confirm', 'counter', 'decline'),
        fc.integer({ min: 0, max: 1 }),
      )
      .map(([kind, older]) =>
        command(`reply ${kind}`, (s) => {
          const version = s.order.version - older;
          return kind === 'counter'
            ? reply(s, { kind, version, headcount: 2, startsOn: '2027-03-09' })
            : reply(s, kind === 'decline' ? { kind, version, reason: 'date' } : { kind, version });
        }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.nat(1))
      .map(([headcount, terms]) =>
        command('amend', (s) =>
          amend(s, { headcount, startsOn: '2027-03-06', termsHash: `terms-${terms + 1}` }),
        ),
      ),
  },
  { weight: 1, arbitrary: fc.constant(command('expire', expire)) },
  {
    weight: 4,
    arbitrary: fc.subarray(WORKERS, { minLength: 1 }).map((names) =>
      command('register', (s) =>
        register(
          s,
          names.map((name, i) => ({ id: `p${s.seq}-${i}`, workerId: name, name })),
        ),
      ),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.constant(
      command('offer', (s, at) =>
        offer(
          s,
          s.placements.map((p) => p.id),
          at + DAY,
        ),
      ),
    ),
  },
  {
    weight: 3,
    arbitrary: someone.map((n) => command('tell', (s, at) => tell(s, [of(s, n)], 'link', at))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(someone, fc.boolean())
      .map(([n, isAsking]) =>
        command('question', (s, at) =>
          isAsking ? askQuestion(s, of(s, n), at) : answerQuestion(s, of(s, n)),
        ),
      ),
  },
  {
    weight: 10,
    arbitrary: fc
      .tuple(someone, fc.nat(4))
      .map(([n, wrong]) =>
        command('consent', (s) =>
          consent.consent(s, of(s, n), wrong === 0 ? 'terms-9' : s.order.termsHash),
        ),
      ),
  },
  {
    weight: 6,
    arbitrary: someone.map((n) => command('select', (s) => recruit.select(s, of(s, n)))),
  },
  {
    weight: 3,
    arbitrary: fc.constant(
      command('select all', (s) =>
        recruit.selectAll(
          s,
          s.placements.map((p) => p.id),
        ),
      ),
    ),
  },
  {
    weight: 2,
    arbitrary: someone.map((n) => command('reserve', (s) => recruit.putOnReserve(s, of(s, n)))),
  },
  {
    weight: 3,
    arbitrary: someone.map((n) => command('promote', (s) => recruit.promote(s, of(s, n)))),
  },
  {
    weight: 4,
    arbitrary: someone.map((n) => command('take back', (s) => takeBack(s, of(s, n)))),
  },
  {
    weight: 3,
    arbitrary: someone.map((n) => command('take place', (s) => takePlace(s, of(s, n)))),
  },
  {
    weight: 1,
    arbitrary: someone.map((n) => command('refuse place', (s) => refusePlace(s, of(s, n)))),
  },
  {
    weight: 1,
    arbitrary: someone.map((n) => command('ask again', (s) => askAgain(s, of(s, n)))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(someone, fc.nat(5))
      .map(([n, rank]) =>
        command('rerank', (s) => reserve.rerank(s, of(s, n), rank, '年纪大的先走')),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .boolean()
      .map((stopped) =>
        command(stopped ? 'stop offers' : 'resume offers', (s) => reserve.stopOffers(s, stopped)),
      ),
  },
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(0, 0, 5 * HOUR, 30 * HOUR)
      .map((later) =>
        command(
          'workflow looks at the reserves',
          (s, at) => reserve.reserveStep(s, at + later)?.decide(s) ?? { error: 'wrong_state' },
        ),
      ),
  },
  {
    weight: 1,
    arbitrary: someone.map((n) => command('contradict', (s) => contradict(s, of(s, n)))),
  },
  {
    weight: 2,
    arbitrary: someone.map((n) => command('withdraw', (s) => withdraw(s, of(s, n)))),
  },
  {
    weight: 1,
    arbitrary: someone.map((n) => command('decline', (s) => decline(s, of(s, n)))),
  },
  {
    weight: 1,
    arbitrary: someone.map((n) => command('release', (s) => release(s, of(s, n), 'headcount_cut'))),
  },
  {
    weight: 2,
    arbitrary: fc.constant(
      command('accept unfilled', (s) => acceptUnfilled(s, '没有更多人愿意去')),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constant(
      command('book', (s) =>
        book(
          s,
          s.placements.map((p) => p.id),
          '2027-02-25',
        ),
      ),
    ),
  },
  {
    weight: 10,
    arbitrary: fc
      .tuple(someone, fc.constantFrom(...CONCLUSIONS, 'fit', 'fit', 'fit'))
      .map(([n, conclusion]) =>
        command(`conclude ${conclusion}`, (s) =>
          recordConclusion(s, of(s, n), {
            conclusion: conclusion,
            restriction: conclusion === 'fit_restricted' ? 'no_dust' : null,
            recheckBy: conclusion === 'recheck' ? '2027-03-01' : null,
            concludedOn: '2027-02-25',
          }),
        ),
      ),
  },
  {
    weight: 5,
    arbitrary: fc.tuple(fc.constantFrom('id_card', 'contract')).map(([kind]) =>
      command(`verify all ${kind}`, (s, at) =>
        verifyForAll(
          s,
          s.placements.map((p) => p.id),
          kind,
          null,
          at,
        ),
      ),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(someone, fc.constantFrom(...PAPER_STATES))
      .map(([n, state]) =>
        command(`paper ${state}`, (s, at) =>
          recordPaper(s, of(s, n), { kind: 'id_card', state, reason: null, until: null }, at),
        ),
      ),
  },
  {
    weight: 1,
    arbitrary: someone.map((n) =>
      command('lend', (s, at) =>
        lend(
          s,
          of(s, n),
          { id: `c${s.seq}`, kind: 'id_card', holder: 'station', keeper: '马建国', returnBy: null },
          at,
        ),
      ),
    ),
  },
  {
    weight: 2,
    arbitrary: someone.map((n) =>
      command('give back', (s) =>
        giveBack(s, of(s, n), s.placements.flatMap((p) => p.custody)[0]?.id ?? ''),
      ),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constant(command('lock', (s, at) => lockManifest(s, at, lacks(s, 'documents')))),
  },
  { weight: 1, arbitrary: fc.constant(command('unlock', unlockManifest)) },
  {
    weight: 18,
    arbitrary: fc
      .tuple(
        someone,
        fc.constantFrom(...ROLL_CALL_OUTCOMES, 'boarded', 'boarded', 'arrived', 'arrived'),
      )
      .map(([n, outcome]) => command(`roll call ${outcome}`, (s) => checkIn(s, of(s, n), outcome))),
  },
  { weight: 5, arbitrary: fc.constant(command('depart', depart)) },
  { weight: 5, arbitrary: fc.constant(command('arrive', arrive)) },
  {
    weight: 6,
    arbitrary: fc.tuple(someone, fc.integer({ min: -1, max: 1 })).map(([n, off]) =>
      command('hand over', (s, at) => {
        const arrived = s.placements.filter((p) => p.travel === 'arrived').map(({ id }) => id);
        // Everybody, or those of one vehicle.
        const people = n % 2 === 0 ? arrived : arrived.slice(0, n);
        const rejected =
          n < 3 && people[n] ? [{ placementId: people[n], reason: 'other' as const }] : [];
        const count = people.length - rejected.length + (off === 1 ? 1 : 0);
        return handOver(s, { count, people, rejected }, at);
      }),
    ),
  },
  { weight: 3, arbitrary: correcting },
  { weight: 4, arbitrary: settling },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 4 }).map((headcount) =>
      command('redirect', (s) => {
        const next = {
          ...s.order,
          id: `O${s.seq}`,
          state: 'draft' as const,
          headcount,
          termsHash: `terms-${s.seq}`,
        };
        return redirect(s, next, s.requirements, {
          from: '昆山顺达精密',
          to: '苏州恒泰电子',
          reason: '停产',
        });
      }),
    ),
  },
  {
    weight: 6,
    arbitrary: someone.map((n) =>
      command('visit', (s) =>
        s.openVisits > 0 ? recordVisit(s, of(s, n), VISITED) : { error: 'wrong_state' },
      ),
    ),
  },
  {
    weight: 1,
    arbitrary: someone.map((n) => command('come home', (s) => comeHome(s, of(s, n), 'family', 0))),
  },
  { weight: 10, arbitrary: fc.constant(command('advance', advance)) },
  {
    weight: 1,
    arbitrary: fc
      .nat(30)
      .map((n) =>
        command('cancel', (s, at) =>
          n === 0 ? cancel(s, at, '用工单位停产') : { error: 'wrong_state' },
        ),
      ),
  },
);

/** A batch that is open has something to do or to wait for, or goes on by itself. */
function nothingNext(s: Snapshot): string | null {
  if (s.status !== 'open') return null;
  const steps = stepsOf(s);
  if (steps.length === 0 && !gateHolds(s, s.stage) && nextAct(s, START) === null)
    return `nothing is next at ${s.stage}: ${lacks(s, s.stage)
      .map(({ code }) => code)
      .join()}`;
  const wordless = steps.find(({ kind, waits }) => waits && !(kind in WORDS.zh.waiting));
  return wordless ? `nobody can read what is waited for: ${wordless.kind}` : null;
}

/** What must hold of a batch whatever was done to it. */
function broken(before: Snapshot, s: Snapshot, name: string): string | null {
  const e = equation(s);
  const overfull = openPlaces(s) < 0;
  if (!overfull && s.headcount > 0 && !balances(e))
    return `the equation does not balance: ${JSON.stringify(e)}`;
  const active = s.placements.filter((p) => p.active).map((p) => p.workerId);
  if (new Set(active).size !== active.length) return 'a person is in the batch twice';
  if (
    s.status === 'open' &&
    s.placements.some((p) => p.active && isSelected(p) && p.consentedHash !== s.order.termsHash)
  )
    return 'somebody is selected without consent to the current terms';
  const wasTaken = (id: string) =>
    before.placements.some((p) => p.id === id && p.travel === 'accepted');
  if (
    s.placements.some(
      (p) => p.travel === 'accepted' && !wasTaken(p.id) && p.consentedHash !== s.order.termsHash,
    )
  )
    return 'somebody was handed over on terms they had not agreed to';
  if (s.departedAt !== null && before.departedAt !== null && s.headcount !== before.headcount)
    return 'the number confirmed changed on the way';
  if (name.startsWith('select') || name === 'promote' || name === 'take back')
    if (
      s.placements.filter(holdsPlace).length >
      Math.max(s.headcount, before.placements.filter(holdsPlace).length)
    )
      return 'a place was given away twice';
  // Between two looks of the workflow a place may go by hand to somebody else; what it offers
  // itself is never promised twice.
  const offered = reserve.openOffers(s).length;
  if (
    name.startsWith('workflow') &&
    offered > Math.max(0, openPlaces(s)) &&
    offered > reserve.openOffers(before).length
  )
    return 'one vacated place was offered to two';
  if (s.placements.some((p) => p.placeOffer !== null && p.recruitment === 'selected'))
    return 'somebody who has a place is still being offered one';
  const ranks = s.placements
    .filter((p) => p.exit === null && p.recruitment === 'reserve')
    .map((p) => p.rank);
  if (new Set(ranks).size !== ranks.length || ranks.includes(null))
    return 'the reserve list has no clear order';
  if (s.stage !== before.stage) {
    if (!gateHolds(before, before.stage))
      return `${before.stage} closed with its gate open: ${lacks(before, before.stage)[0]?.code}`;
    if (stageIndex(s.stage) !== stageIndex(before.stage) + 1) return 'a stage was skipped';
  }
  if (s.status === 'closed' && before.status === 'open' && !gateHolds(before, 'followUp'))
    return 'closed with visits open';
  if (s.status === 'closed' && s.placements.some(isStranded))
    return 'closed while somebody was left far from home';
  if (
    s.departedAt !== null &&
    before.departedAt === null &&
    s.placements.some((p) => isSelected(p) && p.travel === 'expected')
  )
    return 'departed without calling everybody';
  if (s.placements.some((p) => p.exit === 'withdrawn' && p.active))
    return 'somebody withdrew and is still held';
  // Whoever is in it may leave at any time; whoever left is brought back by nobody but themselves.
  for (const p of s.placements) {
    if (s.status === 'open' && p.active && p.exit === null && refused(withdraw(s, p.id)))
      return `somebody cannot withdraw: ${p.recruitment} ${p.travel}`;
    const earlier = before.placements.find((each) => each.id === p.id);
    if (earlier?.exit === 'withdrawn' && p.exit !== 'withdrawn' && name !== 'take back')
      return 'a withdrawal was reversed by somebody else';
  }
  if (s.handedOverAt !== null && before.handedOverAt === null && e.travelling + e.awaiting > 0)
    return `handed over with somebody unexplained: ${JSON.stringify(e)}`;
  if (s.openVisits < 0) return 'more visits were made than were due';
  if (new Set(deadlinesOf(s).map((d) => d.id)).size !== deadlinesOf(s).length)
    return 'two deadlines share an id';
  return nothingNext(s);
}

it('keeps every promise through 10,000 random courses of a batch', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(commands, { minLength: 30, maxLength: 90 }), (course) => {
      let s = aBatch({ places: 2 }).snapshot;
      let at = START;
      for (const { name, run } of course) {
        at += 60_000;
        const decision = run(s, at);
        if (refused(decision)) continue;
        const next = apply(s, conclude(s, decision, at));
        const fault = broken(s, next, name);
        if (fault) throw new Error(`${name}: ${fault}`);
        s = next;
        reached.add(s.status === 'open' ? s.stage : s.status);
      }
    }),
    { numRuns: 10_000, seed: 20270306 },
  );
  expect([...reached]).toEqual(
    expect.arrayContaining(['demand', 'recruitment', 'health', 'cancelled']),
  );
});

/**
 * The same promises on courses that mostly do the next sensible thing, so that the late stages are
 * searched as well.
 */
/** A signature for all who have arrived. */
function ofEverybody(s: Snapshot) {
  const people = s.placements.filter((p) => p.travel === 'arrived').map(({ id }) => id);
  return { count: people.length, people, rejected: [] };
}

const diligent: Command[] = [
  command('send', send),
  command('reply confirm', (s) => reply(s, { kind: 'confirm', version: s.order.version })),
  command('register', (s) =>
    register(
      s,
      WORKERS.map((name, i) => ({ id: `p${s.seq}-${i}`, workerId: name, name })),
    ),
  ),
  command('offer', (s, at) =>
    offer(
      s,
      s.placements.map((p) => p.id),
      at + DAY,
    ),
  ),
  ...WORKERS.map((_, n) =>
    command('consent', (s) => consent.consent(s, of(s, n), s.order.termsHash)),
  ),
  command('select all', (s) =>
    recruit.selectAll(
      s,
      s.placements.map((p) => p.id),
    ),
  ),
  ...WORKERS.map((_, n) => command('reserve', (s) => recruit.putOnReserve(s, of(s, n)))),
  ...WORKERS.map((_, n) =>
    command('conclude fit', (s) =>
      recordConclusion(s, of(s, n), {
        conclusion: 'fit',
        restriction: null,
        recheckBy: null,
        concludedOn: '2027-02-25',
      }),
    ),
  ),
  command('verify', (s, at) =>
    verifyForAll(
      s,
      s.placements.map((p) => p.id),
      'id_card',
      null,
      at,
    ),
  ),
  command('verify', (s, at) =>
    verifyForAll(
      s,
      s.placements.map((p) => p.id),
      'contract',
      null,
      at,
    ),
  ),
  command('lock', (s, at) => lockManifest(s, at, lacks(s, 'documents'))),
  ...WORKERS.map((_, n) => command('roll call', (s) => checkIn(s, of(s, n), 'boarded'))),
  command('depart', depart),
  ...WORKERS.map((_, n) => command('roll call', (s) => checkIn(s, of(s, n), 'arrived'))),
  command('arrive', arrive),
  command('hand over', (s, at) => handOver(s, ofEverybody(s), at)),
];

it('keeps them to the end of the road, with trouble at every turn', () => {
  const reached = new Set<string>();
  const trouble = fc.array(fc.tuple(fc.nat(diligent.length * 2), commands), { maxLength: 12 });
  fc.assert(
    fc.property(
      trouble,
      fc.array(fc.oneof(correcting, settling), { maxLength: 8 }),
      (troubles, after) => {
        let s = aBatch({ places: 3 }).snapshot;
        let at = START;
        let hasTurned = false;
        const attempt = ({ name, run }: Command) => {
          at += 60_000;
          const decision = run(s, at);
          if (refused(decision)) return;
          const next = apply(s, conclude(s, decision, at));
          const fault = broken(s, next, name);
          if (fault) throw new Error(`${name}: ${fault}`);
          s = next;
          reached.add(s.status === 'open' ? s.stage : s.status);
          if (reserve.openOffers(s).length > 0) reached.add('place offered');
          if (name === 'redirect' && s.departedAt !== null) hasTurned = true;
          if (hasTurned && s.handedOverAt !== null) reached.add('handed over to another employer');
          if (name.startsWith('correct to') || name === 'settle rejection') reached.add(name);
        };
        [...diligent, ...diligent].forEach((step, i) => {
          attempt(step);
          for (const [turn, what] of troubles) if (turn === i) attempt(what);
          while (!refused(advance(s, at))) attempt(command('advance', advance));
        });
        for (const each of after) attempt(each);
        for (let i = 0; i < 60 && s.openVisits > 0; i++)
          attempt(command('visit', (now) => recordVisit(now, of(now, i), VISITED)));
        attempt(command('advance', advance));
      },
    ),
    { numRuns: 3_000, seed: 20270307 },
  );
  expect([...reached]).toEqual(
    expect.arrayContaining([
      'travel',
      'followUp',
      'closed',
      'place offered',
      'handed over to another employer',
      'settle rejection',
      ...CORRECTED.map((outcome) => `correct to ${outcome}`),
    ]),
  );
});
