import { expect, it } from 'vitest';
import { atHour } from '../../src/clock.ts';
import { apply, type Change } from '../../src/pipeline/batch/change.ts';
import { equation } from '../../src/pipeline/batch/equation.ts';
import { statesUnlawfulPreference } from '../../src/law/unlawful-preference.ts';
import { wrongsIn } from '../../src/pipeline/follow-up/rights-case.ts';
import { recordPaper } from '../../src/pipeline/documents/paper.ts';
import { namesForbiddenHealth } from '../../src/law/forbidden-health.ts';
import { obstacles, type Post } from '../../src/pipeline/recruitment/eligibility.ts';
import { promote } from '../../src/pipeline/recruitment/placement.ts';
import { depart } from '../../src/pipeline/travel/manifest.ts';
import { aBatch } from '../support/batches.ts';
import { FORBIDDEN_REMARKS, HARMLESS_REMARKS } from '../support/health-remarks.ts';
import { newPlacement } from '../../src/pipeline/new-placement.ts';
import { checkIn } from '../../src/pipeline/travel/roll-call/check-in.ts';
import { scheduleVisits } from '../../src/pipeline/follow-up/visit-schedule.ts';

it.each(FORBIDDEN_REMARKS)('refuses %s', (text) => {
  expect(namesForbiddenHealth(text)).toBe(true);
  expect(namesForbiddenHealth(`备注:${text},其他都好`)).toBe(true);
});

it.each(HARMLESS_REMARKS)('lets %s pass', (text) => {
  expect(namesForbiddenHealth(text)).toBe(false);
  expect(namesForbiddenHealth(`备注:${text},其他都好`)).toBe(false);
});

it.each([
  '限男性',
  '只招女工',
  '男 优先',
  '已婚已育优先',
  '不招女',
  '女 20 名',
  'men only',
  'unmarried',
])('refuses the preference "%s"', (text) => expect(statesUnlawfulPreference(text)).toBe(true));

it.each(['男女不限', '提供男女宿舍', '苏州工业园区', '三班倒', '苗木基地'])(
  'lets "%s" pass',
  (text) => expect(statesUnlawfulPreference(text)).toBe(false),
);

const post: Post = {
  trade: 'assembly',
  hazardous: false,
  certificateRequired: false,
  province: 'jiangsu',
  startsOn: '2027-03-06',
};
function person(bornOn: string, sex: 'female' | 'male' = 'female') {
  return { bornOn, sex, certificates: [] };
}

it('draws the age limits at the birthday', () => {
  expect(obstacles(person('2011-03-07'), post)).toEqual(['under_16']);
  expect(obstacles(person('2011-03-06'), post)).toEqual([]);
  expect(obstacles(person('2010-01-01'), { ...post, trade: 'assembly', hazardous: true })).toEqual([
    'minor_hazardous',
  ]);
  expect(obstacles(person('2010-01-01'), { ...post, trade: 'welding' })).toEqual([
    'minor_hazardous',
    'licence_missing',
  ]);
  expect(
    obstacles(person('1966-01-01', 'male'), {
      ...post,
      trade: 'bricklaying',
      province: 'shanghai',
    }),
  ).toEqual(['over_construction_age']);
  expect(obstacles(person('1966-01-01', 'male'), { ...post, trade: 'bricklaying' })).toEqual([]);
});

it('asks for a licence that still holds on the first day, whether the order does or not', () => {
  const welder = (expiresOn: string | null) => ({
    ...person('1990-01-01'),
    certificates: [{ trade: 'welding' as const, expiresOn }],
  });
  const asks = { ...post, trade: 'welding' as const };
  expect(obstacles(welder('2027-03-05'), asks)).toEqual(['licence_missing']);
  expect(obstacles(welder('2027-03-06'), asks)).toEqual([]);
  expect(obstacles(welder(null), asks)).toEqual([]);
});

it('makes visits due after an arrival, in order and within the term', () => {
  expect(scheduleVisits('2027-03-07', 15, 12)).toEqual([
    { kind: 'settled', dueOn: '2027-03-08' },
    { kind: 'first_week', dueOn: '2027-03-14' },
    { kind: 'contract', dueOn: '2027-04-01' },
    { kind: 'pay_day', dueOn: '2027-04-18' },
    { kind: 'quarter', dueOn: '2027-06-05' },
    { kind: 'residence', dueOn: '2027-09-03' },
    { kind: 'term_end', dueOn: '2028-02-06' },
  ]);
  expect(scheduleVisits('2027-03-07', 15, 3).map((visit) => visit.kind)).not.toContain('residence');
});

it('finds every wrong in the answers, and none where it is too early for one', () => {
  const answers = {
    working: true,
    paidFen: 0,
    contractHeld: false,
    papersHeld: false,
    wantsHome: null,
  };
  expect(wrongsIn('pay_day', answers)).toEqual(['unpaid_wages', 'papers_withheld', 'no_contract']);
  expect(wrongsIn('settled', answers)).toEqual(['papers_withheld']);
  expect(
    wrongsIn('pay_day', { ...answers, paidFen: null, contractHeld: null, papersHeld: true }),
  ).toEqual([]);
});

it('takes no paper that is out of date, or will be on the day of departure', () => {
  const p = {
    ...newPlacement('p1', 'w1', '刘志强'),
    recruitment: 'selected' as const,
    heldPlace: true,
  };
  const s = { ...aBatch(1), headcount: 1, placements: [p] };
  const verify = (until: string | null) =>
    recordPaper(
      s,
      'p1',
      { kind: 'id_card', state: 'verified', reason: null, until },
      atHour('2027-02-20', 9),
    );
  expect(verify('2027-02-19')).toEqual({ error: 'paper_expired' });
  expect(verify('2027-03-05')).toEqual({ error: 'paper_expires_early' });
  expect(verify('2027-03-06')).not.toHaveProperty('error');
  expect(verify(null)).not.toHaveProperty('error');
});

it('lets nobody leave while an original is not back with its owner, whoever that is', () => {
  const ready = {
    consentedHash: 'terms-1',
    health: 'fit' as const,
    healthUntil: '2027-05-01',
    papers: { id_card: 'verified' as const, contract: 'verified' as const },
  };
  const going = {
    ...newPlacement('p1', 'w1', '赵小军'),
    ...ready,
    recruitment: 'selected' as const,
    heldPlace: true,
  };
  const gone = { ...newPlacement('p2', 'w2', '李秀兰'), exit: 'withdrawn' as const, active: false };
  const order = { ...aBatch(1).order, state: 'confirmed' as const };
  const s = {
    ...aBatch(1),
    order,
    headcount: 1,
    lockedAt: 1,
    placements: [{ ...going, travel: 'boarded' as const }, gone],
  };
  const loan = {
    id: 'c1',
    kind: 'id_card' as const,
    holder: 'police_station' as const,
    returnBy: '2027-03-01',
  };
  expect(depart(s, atHour('2027-03-06', 8))).not.toHaveProperty('error');
  const lent = { ...s, placements: [s.placements[0]!, { ...gone, custody: [loan] }] };
  expect(depart(lent, atHour('2027-03-06', 8))).toEqual({
    error: 'originals_out',
    detail: { names: ['李秀兰'] },
  });
  const own = { ...s, placements: [{ ...going, custody: [loan] }] };
  expect(checkIn(own, 'p1', 'boarded')).toEqual({ error: 'person_not_ready' });
  // Nor with a paper that will not hold on the day.
  const early = { ...s, placements: [{ ...going, paperUntil: { id_card: '2027-03-05' } }] };
  expect(checkIn(early, 'p1', 'boarded')).toEqual({ error: 'person_not_ready' });
});

it('lets a reserve who is ready take the place of somebody who did not come, and counts the place once', () => {
  const ready = {
    consentedHash: 'terms-1',
    health: 'fit' as const,
    healthUntil: '2027-05-01',
    papers: { id_card: 'verified' as const, contract: 'verified' as const },
  };
  const absent = {
    ...newPlacement('p1', 'w1', '赵小军'),
    ...ready,
    recruitment: 'selected' as const,
    heldPlace: true,
  };
  const reserve = {
    ...newPlacement('p2', 'w2', '李秀兰'),
    ...ready,
    recruitment: 'reserve' as const,
    rank: 1,
  };
  const unready = {
    ...newPlacement('p3', 'w3', '陈玉梅'),
    consentedHash: 'terms-1',
    recruitment: 'reserve' as const,
    rank: 2,
  };
  const order = { ...aBatch(1).order, state: 'confirmed' as const };
  const locked = {
    ...aBatch(1),
    order,
    headcount: 1,
    lockedAt: 1,
    placements: [absent, reserve, unready],
  };
  expect(promote(locked, 'p2')).toEqual({ error: 'full' });
  const noShow = apply(locked, checkIn(locked, 'p1', 'no_show') as Change);
  expect(promote(noShow, 'p3')).toEqual({ error: 'person_not_ready' });
  const taken = apply(noShow, promote(noShow, 'p2') as Change);
  expect(equation(taken)).toMatchObject({ confirmed: 1, waiting: 1, noShow: 0, unfilled: 0 });
  expect(checkIn(taken, 'p1', 'boarded')).toEqual({ error: 'full' });
});
