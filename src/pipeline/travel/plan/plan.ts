import { dayOf, atHour, DAY, HOUR, MINUTE } from '../../../clock.ts';
import type { LegMode } from '../manifest.ts';
import { DRIVING_RULES } from './driving-rule.ts';

/**
 * One vehicle on one stretch of the way. Vehicles that leave the same place for the same place go
 * side by side.
 */
export type PlannedLeg = {
  id: string;
  mode: LegMode;
  fromPlace: string;
  toPlace: string;
  departsAt: number;
  arrivesAt: number;
  seats: number;
  driver: string;
  secondDriver: string;
  /** Rests of at least 20 minutes on the way. */
  rests: number;
  /** Whether a coach stands still from 02:00 to 05:00, or another driver takes over there. */
  nightStop: boolean;
  ticketed: boolean;
};
const REST = 20 * MINUTE;
const NIGHT_BEGINS = 22;
const NIGHT_ENDS = 6;

/** Minutes between two vehicles below which a connection is tight. */
const TIGHT_MINUTES = 45;

export const PLAN_FAULTS = [
  'no_driver',
  'rests_missing',
  'driver_too_long',
  'night_stop_missing',
  'seats_short',
  'connection_tight',
  'connection_missed',
  'no_ticket',
] as const;
export type PlanFault = {
  code: (typeof PLAN_FAULTS)[number];
  legId: string | null;
  count: number;
  source: keyof typeof DRIVING_RULES | null;
};

/** How much of a span lies between two hours of any of its days. */
function within(from: number, to: number, begins: number, ends: number): number {
  let sum = 0;
  for (let day = atHour(dayOf(from), 0) - DAY; day < to; day += DAY) {
    const start = day + begins * HOUR;
    const end = day + (ends > begins ? ends : ends + 24) * HOUR;
    sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
  return sum;
}

/**
 * How many rests a coach needs on the way: one for each four hours of the day, and for each two of
 * the night.
 */
export function restsNeeded({ departsAt, arrivesAt, nightStop }: PlannedLeg): number {
  const standing = nightStop
    ? within(departsAt, arrivesAt, DRIVING_RULES.stop.from, DRIVING_RULES.stop.to)
    : 0;
  const night = within(departsAt, arrivesAt, NIGHT_BEGINS, NIGHT_ENDS) - standing;
  const day = arrivesAt - departsAt - night - standing;
  const spans = day / (DRIVING_RULES.day.hours * HOUR) + night / (DRIVING_RULES.night.hours * HOUR);
  // Standing still for the night is a rest as well.
  return Math.max(0, Math.ceil(spans - 1e-9) - 1 - (standing > 0 ? 1 : 0));
}

function coachFaults(leg: PlannedLeg): PlanFault[] {
  const { id, departsAt, arrivesAt, driver, secondDriver, rests, nightStop } = leg;
  const stop = within(departsAt, arrivesAt, DRIVING_RULES.stop.from, DRIVING_RULES.stop.to);
  const driven = arrivesAt - departsAt - rests * REST - (nightStop ? stop : 0);
  const drivers = secondDriver.trim() === '' ? 1 : 2;
  const needed = restsNeeded(leg);
  const faults: (PlanFault | false)[] = [
    driver.trim() === '' && { code: 'no_driver', legId: id, count: 0, source: null },
    rests < needed && {
      code: 'rests_missing',
      legId: id,
      count: needed,
      source: 'day',
    },
    driven / drivers > DRIVING_RULES.whole.hours * HOUR && {
      code: 'driver_too_long',
      legId: id,
      count: Math.ceil(driven / HOUR / drivers),
      source: 'whole',
    },
    stop > 0 && !nightStop && { code: 'night_stop_missing', legId: id, count: 0, source: 'stop' },
  ];
  return faults.filter((fault) => fault !== false);
}

/**
 * Whether a coach drives: the driving limits are of the road, and its seats are the station's to
 * give out.
 */
export function isOfTheRoad({ mode }: Pick<PlannedLeg, 'mode'>): boolean {
  return mode === 'coach' || mode === 'feeder';
}

/**
 * The legs by stretch, in the order in which they are gone: those that lead from one place to the
 * same other one.
 */
export function stretchesOf<Leg extends PlannedLeg>(legs: readonly Leg[]): Leg[][] {
  return [
    ...Map.groupBy(legs, ({ fromPlace, toPlace }) => `${fromPlace}\n${toPlace}`).values(),
  ].toSorted(
    (a, b) =>
      Math.min(...a.map((leg) => leg.departsAt)) - Math.min(...b.map((leg) => leg.departsAt)),
  );
}

/**
 * What is wrong with a plan, each with the law where one says so. Nothing here stops anybody: the
 * coordinator decides, and the plan says what they were told.
 * @param people everybody who rides along, escorts too
 */
export function planFaults(legs: readonly PlannedLeg[], people: number): PlanFault[] {
  const stretches = stretchesOf(legs.filter((leg) => leg.mode !== 'own_way'));
  const faults = legs.flatMap((leg) => (isOfTheRoad(leg) ? coachFaults(leg) : []));
  for (const leg of legs)
    if (leg.mode === 'train' && !leg.ticketed)
      faults.push({ code: 'no_ticket', legId: leg.id, count: 0, source: null });
  stretches.forEach((stretch, i) => {
    const seats = stretch.reduce((sum, leg) => sum + leg.seats, 0);
    const [first] = stretch;
    if (first && seats < people)
      faults.push({ code: 'seats_short', legId: first.id, count: people - seats, source: null });
    const next = stretches[i + 1];
    if (!first || !next) return;
    const here = Math.max(...stretch.map((leg) => leg.arrivesAt));
    const on = Math.min(...next.map((leg) => leg.departsAt));
    const minutes = Math.round((on - here) / MINUTE);
    if (minutes < 0)
      faults.push({ code: 'connection_missed', legId: next[0]!.id, count: -minutes, source: null });
    else if (minutes < TIGHT_MINUTES)
      faults.push({ code: 'connection_tight', legId: next[0]!.id, count: minutes, source: null });
  });
  return faults;
}
