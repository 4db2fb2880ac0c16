import { register as registerPeople, offer } from '../../src/pipeline/recruitment/registration.ts';
import { lacks } from '../../src/pipeline/gates.ts';
import { openDatabase } from '../../src/db/client.ts';
import { addDays, dayOf, DAY } from '../../src/clock.ts';
import { newId } from '../../src/ids.ts';
import { reply, send } from '../../src/pipeline/demand/job-order.ts';
import { custody, paper } from '../../src/pipeline/documents/documents.tables.ts';
import { lend } from '../../src/pipeline/documents/custody.ts';
import { recordPaper, verifyForAll } from '../../src/pipeline/documents/paper.ts';
import { lastDay } from '../../src/pipeline/documents/validity.ts';
import { nextTry, recordVisit } from '../../src/pipeline/follow-up/visit.ts';
import { book, recordConclusion, holdsUntil } from '../../src/pipeline/health/fitness.ts';
import { insertExamDay } from '../../src/pipeline/health/health.queries.ts';
import { consent } from '../../src/pipeline/recruitment/consent.ts';
import * as recruit from '../../src/pipeline/recruitment/placement.ts';
import { each } from '../../src/pipeline/batch/change.ts';
import { insertConsent } from '../../src/pipeline/recruitment/recruitment.queries.ts';
import { handOver } from '../../src/pipeline/travel/handover/handover.ts';
import { addLeg } from '../../src/pipeline/travel/plan/plan-change.ts';
import { depart, lockManifest } from '../../src/pipeline/travel/manifest.ts';
import { visit as visitTable } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import { insertTap } from '../../src/pipeline/travel/roll-call/entries.queries.ts';
import { recordIncident } from '../../src/pipeline/travel/incident.ts';
import { insertEntry, insertFare } from '../../src/pipeline/ledger/ledger.queries.ts';
import { insertEscort, insertLeg } from '../../src/pipeline/travel/travel.queries.ts';
import type { WorkerRow } from '../../src/registry/worker-rows.queries.ts';
import { Play, type PlayPlan } from './play.ts';
import { eq } from 'drizzle-orm';
import type { Conclusion } from '../../src/pipeline/health/health-state.ts';
import { insertExamination } from '../../src/pipeline/health/examination.queries.ts';
import { insertHandover } from '../../src/pipeline/travel/handover/handover.queries.ts';
import { insertIncident } from '../../src/pipeline/travel/happenings.queries.ts';
import { insertCase } from '../../src/pipeline/follow-up/rights-case.queries.ts';
import type { RollCallOutcome } from '../../src/pipeline/travel/roll-call/roll-state.ts';
import { checkIn } from '../../src/pipeline/travel/roll-call/check-in.ts';
import { arrive } from '../../src/pipeline/travel/roll-call/arrival.ts';
import { contractsAsAgreed } from '../../src/pipeline/documents/contract.queries.ts';
import { tryStatements } from '../../src/pipeline/follow-up/visit-tries.queries.ts';
/** Eight batches resting in different stages, each with a trouble of its own. */

export type Cast = {
  db: D1Database;
  secret: string;
  now: number;
  coordinatorId: string;
  employers: PlayPlan['employer'][];
  clinicIds: string[];
  take: (count: number, trade: PlayPlan['trade']) => WorkerRow[];
};

function confirmed(play: Play): Play {
  return play
    .step('order.send', send)
    .later(0, 5)
    .step(
      'order.confirm',
      (s) => reply(s, { kind: 'confirm', version: s.order.version }),
      (s) => [play.reply('confirm', s.order.headcount, s.order.startsOn)],
      'link:demo',
    )
    .settle();
}

function register(play: Play, people: WorkerRow[]): Play {
  return play.step('placement.register', (s) =>
    registerPeople(
      s,
      people.map((w) => ({ id: newId(play.at), workerId: w.id, name: w.name })),
    ),
  );
}

function offered(play: Play): Play {
  return play.step('placement.offer', (s, at) =>
    offer(
      s,
      s.placements.map((p) => p.id),
      at + 2 * DAY,
    ),
  );
}

function consented(play: Play, count: number): Play {
  for (const p of play.people((other) => other.recruitment === 'offered').slice(0, count)) {
    const hash = play.s.order.termsHash;
    play.step(
      'consent.give',
      (s) => consent(s, p.id, hash),
      () => [
        insertConsent(play.orm, {
          id: newId(play.at),
          placementId: p.id,
          termsHash: hash,
          language: 'zh',
          witnessId: null,
          at: play.at,
        }),
      ],
      'link:demo',
    );
  }
  return play;
}

function selected(play: Play): Play {
  play.step('placement.select', (s) =>
    recruit.selectAll(
      s,
      s.placements.filter((p) => p.recruitment === 'consented').map((p) => p.id),
    ),
  );
  const waiting = play.people((p) => p.recruitment === 'consented');
  if (waiting.length > 0)
    play.step('placement.reserve', (s) =>
      each(
        s,
        waiting.map((p) => p.id),
        recruit.putOnReserve,
      ),
    );
  return play.settle();
}

async function examined(
  play: Play,
  clinicId: string,
  verdict: (i: number) => Conclusion | null,
): Promise<Play> {
  const heldOn = play.inDays(1);
  const day = { id: newId(play.at), batchId: play.s.id, clinicId, heldOn };
  const ids = play.people((p) => p.consentedHash !== null).map((p) => p.id);
  play
    .step(
      'exam.book',
      (s) => book(s, ids, heldOn),
      () => insertExamDay(play.orm, day, ids),
    )
    .later(1);
  await play.link('clinic', day.id);
  ids.forEach((id, i) => {
    const conclusion = verdict(i);
    if (!conclusion) return;
    const given = {
      conclusion,
      restriction: conclusion === 'fit_restricted' ? ('no_heights' as const) : null,
      recheckBy: conclusion === 'recheck' ? play.inDays(6) : null,
      concludedOn: heldOn,
    };
    play.step(
      'exam.conclude',
      (s) => recordConclusion(s, id, given),
      (s) => [
        insertExamination(
          play.orm,
          { id: newId(play.at), placementId: id, examDayId: day.id },
          given,
          holdsUntil(given, s.figures.medicalHolds),
          play.at,
        ),
      ],
      'link:demo',
    );
  });
  return play.settle();
}

function papersDone(play: Play): Play {
  for (const kind of play.s.requirements) {
    const ids = play.people((p) => p.heldPlace).map((p) => p.id);
    const until = lastDay(kind, play.s.order.trade, { issuedOn: play.inDays(0), expiresOn: null });
    play.step(
      'paper.verify_all',
      (s, at) => verifyForAll(s, ids, kind, until, at),
      (s, change) => [
        ...(change.placements ?? []).map((p) =>
          play.orm.insert(paper).values({
            id: newId(play.at),
            placementId: p.id,
            kind,
            state: 'verified',
            expiresOn: until,
            at: play.at,
          }),
        ),
        ...contractsAsAgreed(play.orm, s, change, play.at, 'workflow'),
      ],
    );
  }
  return play.settle();
}

async function planned(play: Play): Promise<Play> {
  const escort = {
    id: newId(play.at),
    batchId: play.s.id,
    name: '马建成',
    phone: '13800000301',
    role: 'cadre' as const,
  };
  play.step(
    'escort.add',
    () => ({ entries: [{ kind: 'escort_added', detail: { escort: escort.name } }] }),
    () => [insertEscort(play.orm, escort)],
  );
  await play.link('escort', escort.id);
  play.s = { ...play.s, escorts: play.s.escorts + 1 };
  const at = (time: string, days = 0): number =>
    Date.parse(`${play.s.departsOn}T${time}:00+08:00`) + days * DAY;
  const seats = play.s.headcount + 3;
  const actor = `account:${play.s.coordinatorId}`;
  const legs = [
    {
      mode: 'coach' as const,
      vehicle: '甘G·00088',
      fromPlace: '河湾镇',
      toPlace: '兰州站',
      departsAt: at('08:00'),
      arrivesAt: at('11:30'),
      driver: '康师傅',
      driverPhone: '13800000401',
      costFen: 180_000,
    },
    {
      mode: 'train' as const,
      vehicle: 'K1352',
      fromPlace: '兰州站',
      toPlace: play.plan.employer.city,
      departsAt: at('13:20'),
      arrivesAt: at('14:00', 1),
      ticketed: true,
      costFen: 19_850 * seats,
    },
  ];
  for (const leg of legs)
    play.step(
      'leg.add',
      (s) => addLeg(s, leg),
      (s) => {
        const id = newId(play.at);
        const fare = { batchId: s.id, legId: id, amountFen: leg.costFen ?? 0, at: play.at, actor };
        return [
          insertLeg(play.orm, { id, batchId: s.id, position: s.seq, seats, ...leg }),
          ...insertFare(play.orm, fare),
        ];
      },
    );
  return play;
}

function called(
  play: Play,
  outcome: (i: number) => RollCallOutcome | null,
  test: (p: { travel: string }) => boolean,
): Play {
  const people = play.people((p) => p.recruitment === 'selected' && test(p));
  people.forEach((p, i) => {
    const kind = outcome(i);
    if (!kind) return;
    play.step(
      'roll_call.record',
      (s) => checkIn(s, p.id, kind),
      (s) =>
        insertTap(s, {
          id: newId(play.at),
          placementId: p.id,
          outcome: kind,
          actor: 'link:demo',
          now: play.at,
        }),
      'link:demo',
    );
  });
  return play;
}

function travelled(play: Play): Play {
  play.at = Date.parse(`${play.s.departsOn}T07:00:00+08:00`);
  called(
    play,
    () => 'boarded',
    (p) => p.travel === 'expected',
  ).step('batch.depart', depart);
  play.later(0, 3);
  const trouble = {
    kind: 'breakdown' as const,
    people: [],
    note: '',
    called: '',
    policeReport: '',
  };
  const incidentId = newId(play.at);
  const cost = {
    amountFen: 60_000,
    origin: 'incident' as const,
    originId: incidentId,
    at: play.at,
    actor: 'link:demo',
  };
  play.step(
    'incident.record',
    (s) => recordIncident(s, trouble),
    (s) => [
      insertIncident(play.orm, {
        ...trouble,
        id: incidentId,
        batchId: s.id,
        note: '爆胎,换车用了四十分钟,赶上了火车',
        occurredAt: play.at,
        recordedAt: play.at,
        actor: 'link:demo',
        costFen: cost.amountFen,
        answerable: 'carrier',
      }),
      ...insertEntry(play.orm, {
        ...cost,
        batchId: s.id,
        id: `incident:${incidentId}`,
        line: 'escort',
        kind: 'spent',
        bearer: 'carrier',
      }),
    ],
    'link:demo',
  );
  play.later(1, 3);
  called(
    play,
    () => 'arrived',
    (p) => p.travel === 'boarded',
  )
    .step('batch.arrive', arrive)
    .later(0, 1);
  const people = play.people((p) => p.travel === 'arrived').map((p) => p.id);
  const signature = { count: people.length, people, rejected: [] };
  return play
    .step(
      'handover.sign',
      (s, at) => handOver(s, signature, at),
      (s) => [
        insertHandover(play.orm, {
          id: newId(play.at),
          batchId: s.id,
          ...signature,
          name: play.plan.employer.contactName,
          at: play.at,
        }),
      ],
      'link:demo',
    )
    .settle();
}

type VisitRow = typeof visitTable.$inferSelect;

/** The tries at visits that have fallen due: at some, nobody is reached until the day after. */
function triesAt(
  rows: VisitRow[],
  until: string,
): { row: VisitRow; outcome: 'done' | 'not_reached' }[] {
  return rows
    .flatMap((row, i) => {
      const isMissed = i % 5 === 4 && (row.kind === 'settled' || row.kind === 'quarter');
      if (!isMissed) return [{ row, outcome: 'done' as const }];
      const next = { ...row, tries: 1, dueOn: nextTry(row.dueOn, 1) };
      return [
        { row, outcome: 'not_reached' as const },
        { row: next, outcome: 'done' as const },
      ];
    })
    .filter(({ row }) => row.dueOn <= until)
    .sort((a, b) => (a.row.dueOn < b.row.dueOn ? -1 : Number(a.row.dueOn > b.row.dueOn)));
}

/** Makes the visits that have fallen due by `until`; one worker says that no wages came. */
async function visited(play: Play, cast: Cast, until: number, unpaid: boolean): Promise<Play> {
  await flush(cast.db, play);
  const { orm } = play;
  const [rows] = await openDatabase(cast.db).batch([
    orm.select().from(visitTable).where(eq(visitTable.batchId, play.s.id)),
  ]);
  rows.sort((a, b) => (`${a.dueOn} ${a.id}` < `${b.dueOn} ${b.id}` ? -1 : 1));
  let wronged = !unpaid;
  for (const { row, outcome } of triesAt(rows, dayOf(until))) {
    play.at = Math.max(play.at, Date.parse(`${row.dueOn}T10:00:00+08:00`));
    const payDay = row.kind === 'pay_day';
    const wrong = payDay && !wronged && outcome === 'done';
    if (wrong) wronged = true;
    const paidFen = wrong ? 0 : 512e3;
    const made = {
      outcome,
      madeOn: row.dueOn,
      at: play.at,
      actor: `account:${cast.coordinatorId}`,
    };
    const answers = {
      working: true,
      contractHeld: true,
      papersHeld: true,
      wantsHome: false,
      paidFen: payDay ? paidFen : null,
    };
    play.step(
      'visit.record',
      (s) => recordVisit(s, row.placementId, { kind: row.kind, outcome, overtaken: 0 }),
      () => [
        ...tryStatements(orm, row, made, outcome === 'done' ? answers : {}),
        ...(wrong
          ? [
              insertCase(orm, {
                id: newId(play.at),
                placementId: row.placementId,
                batchId: play.s.id,
                visitId: row.id,
                kind: 'unpaid_wages' as const,
                state: 'reported' as const,
                claimedFen: 512_000,
                recoveredFen: 0,
                openedAt: play.at,
              }),
            ]
          : []),
      ],
    );
  }
  return play.settle();
}

export async function flush(db: D1Database, play: Play): Promise<void> {
  const all = play.statements.splice(0);
  for (let i = 0; i < all.length; i += 150) await openDatabase(db).batch(all.slice(i, i + 150));
}

export async function playBatches(cast: Cast): Promise<void> {
  const { db, secret, now, employers, clinicIds, coordinatorId } = cast;
  const today = dayOf(now);
  const year = today.slice(2, 4);
  let number = 0;
  const open = async (
    employer: number,
    trade: PlayPlan['trade'],
    headcount: number,
    openedDaysAgo: number,
    startsInDays: number,
    contractMonths?: number,
  ) => {
    number += 1;
    const play = await Play.open(db, secret, {
      code: `${year}-${String(number).padStart(2, '0')}`,
      employer: employers[employer]!,
      coordinatorId,
      trade,
      headcount,
      opensAt: now - openedDaysAgo * DAY,
      startsOn: addDays(today, startsInDays),
      ...(contractMonths ? { contractMonths } : {}),
    });
    return play.link('employer', play.s.order.id);
  };
  const recruited = async (play: Play, extra = 4): Promise<Play> => {
    confirmed(play).later(1);
    register(play, cast.take(play.plan.headcount + extra, play.plan.trade));
    return selected(consented(offered(play).later(0, 6), play.plan.headcount + extra));
  };
  const fit = () => 'fit' as const;

  // Closed: half a year at work, all visits made.
  const closed = await recruited(await open(4, 'sewing', 12, 270, -250, 6), 2);
  papersDone(await examined(closed, clinicIds[0]!, fit));
  (await planned(closed)).step('manifest.lock', (s, at) =>
    lockManifest(s, at, lacks(s, 'documents')),
  );
  await visited(travelled(closed), cast, now, false);
  await flush(db, closed);

  // At work: somebody has not been paid.
  const working = await recruited(await open(2, 'assembly', 30, 75, -55), 3);
  papersDone(await examined(working, clinicIds[1]!, fit));
  (await planned(working)).step('manifest.lock', (s, at) =>
    lockManifest(s, at, lacks(s, 'documents')),
  );
  await visited(travelled(working), cast, now - DAY, true);
  await flush(db, working);

  // Boarding this morning: one has not come.
  const boarding = await recruited(await open(1, 'assembly', 24, 24, 0), 3);
  papersDone(await examined(boarding, clinicIds[0]!, fit));
  (await planned(boarding)).step('manifest.lock', (s, at) =>
    lockManifest(s, at, lacks(s, 'documents')),
  );
  boarding.at = Math.max(boarding.at, now - 3 * 3_600_000);
  called(
    boarding,
    (i) => {
      if (i === 5) return 'no_show';
      return i < 15 ? 'boarded' : null;
    },
    (p) => p.travel === 'expected',
  );
  await flush(db, boarding);

  // Papers: a card was out of date, another lies with the police station too long.
  const papers = await recruited(await open(0, 'assembly', 40, 22, 9), 5);
  await examined(papers, clinicIds[1]!, (i) => (i === 7 ? 'fit_restricted' : 'fit'));
  const holders = papers.people((p) => p.heldPlace);
  papers.at = now - 9 * DAY;
  papers.step('paper.verify_all', (s, at) =>
    verifyForAll(
      s,
      holders.slice(0, 35).map((p) => p.id),
      'id_card',
      null,
      at,
    ),
  );
  papers.step(
    'paper.verify_all',
    (s, at) =>
      verifyForAll(
        s,
        holders.slice(0, 33).map((p) => p.id),
        'contract',
        null,
        at,
      ),
    (s, change) =>
      contractsAsAgreed(papers.orm, s, change, papers.at, `account:${s.coordinatorId}`),
  );
  papers.step('paper.verify_all', (s, at) =>
    verifyForAll(
      s,
      holders.map((p) => p.id),
      'insurance',
      null,
      at,
    ),
  );
  papers.step('paper.record', (s, at) =>
    recordPaper(
      s,
      holders[3]!.id,
      { kind: 'id_card', state: 'expired', reason: null, until: null },
      at,
    ),
  );
  const loan = {
    id: newId(papers.at),
    kind: 'id_card' as const,
    holder: 'police_station' as const,
    keeper: '马建国',
    returnBy: papers.inDays(papers.s.figures.paperBack),
  };
  papers.step(
    'custody.lend',
    (s, at) => lend(s, holders[3]!.id, loan, at),
    (s) => [
      papers.orm.insert(custody).values({
        ...loan,
        placementId: holders[3]!.id,
        receiptNo: s.seq + 1,
        lentAt: papers.at,
      }),
    ],
  );
  await flush(db, papers);

  // Health: one recheck, one unfit whose place the first reserve can take, the rest still to come.
  const health = await recruited(await open(3, 'bricklaying', 20, 12, 14), 3);
  await examined(health, clinicIds[0]!, (i) => {
    if (i === 2) return 'recheck';
    if (i === 4) return 'unfit';
    return i < 14 ? 'fit' : null;
  });
  await flush(db, health);

  // Recruitment: half have answered.
  const recruiting = confirmed(await open(5, 'general', 16, 4, 20)).later(1);
  register(recruiting, cast.take(20, 'general'));
  consented(offered(recruiting).later(0, 3), 9);
  recruiting.step('placement.select', (s) =>
    recruit.selectAll(
      s,
      s.placements
        .filter((p) => p.recruitment === 'consented')
        .slice(0, 6)
        .map((p) => p.id),
    ),
  );
  await flush(db, recruiting);

  // Demand: the employer wants fewer, and later.
  const countered = (await open(6, 'catering', 30, 3, 25)).step('order.send', send).later(0, 9);
  const later = addDays(countered.s.order.startsOn, 7);
  countered.step(
    'order.counter',
    (s) => reply(s, { kind: 'counter', version: s.order.version, headcount: 24, startsOn: later }),
    () => [countered.reply('counter', 24, later)],
    'link:demo',
  );
  await flush(db, countered);

  // Demand: no answer for two days.
  const silent = (await open(7, 'domestic', 10, 2, 30)).step('order.send', send);
  await flush(db, silent);
}
