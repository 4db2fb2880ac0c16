import type { Snapshot } from '../../batch/snapshot.ts';
import { isSelected, travels } from '../../batch/placement.ts';
import type { Lack } from '../../lack.ts';
import { lackingPapers } from '../../readiness.ts';
import { isOfTheRoad, type PlanFault, type PlannedLeg, planFaults, stretchesOf } from './plan.ts';
import { withoutSeat } from './seats.ts';

export type Check =
  | 'consent'
  | 'medical'
  | 'papers'
  | 'originals'
  | 'contract'
  | 'insurance'
  | 'plan'
  | 'seats'
  | 'escorts'
  | 'tickets'
  | 'kin';

/** What has to be in order before anybody drives off. */
export type Checked = {
  check: Check;
  /** How many, or how much, it still lacks. */
  lacks: number;
  /** Why there is nothing to be in order: no tick stands for what does not exist. */
  none?: 'no_legs' | 'no_trains' | 'no_coaches' | 'nobody' | 'not_required';
};

type Travel = {
  s: Snapshot;
  legs: readonly PlannedLeg[];
  lacking: readonly Lack[];
  /** How many travel without anybody to call in need. */
  withoutKin: number;
};

/** Faults of a plan that have a line of their own. */
const ELSEWHERE: ReadonlySet<PlanFault['code']> = new Set(['no_ticket', 'seats_short']);

/** Each point with what it lacks; one that has nothing to be about says so. */
export function checksOf({ s, legs, lacking, withoutKin }: Travel): Checked[] {
  const of = (...codes: Lack['code'][]) =>
    lacking.filter(({ code }) => codes.includes(code)).reduce((sum, { count }) => sum + count, 0);
  const going = s.placements.filter(isSelected);
  const ofThem = going.length === 0 ? { none: 'nobody' as const } : {};
  const paper = (kind: 'contract' | 'insurance') => ({
    check: kind,
    lacks: going.filter((p) => lackingPapers(s, p).includes(kind)).length,
    ...(s.requirements.includes(kind) ? ofThem : { none: 'not_required' as const }),
  });
  return [
    { check: 'consent', lacks: of('consent', 'places', 'too_many') },
    { check: 'medical', lacks: of('medical', 'medical_expiring', 'legal'), ...ofThem },
    { check: 'papers', lacks: of('papers'), ...ofThem },
    { check: 'originals', lacks: of('custody') },
    paper('contract'),
    paper('insurance'),
    ...journeyChecks(s, legs),
    { check: 'kin', lacks: withoutKin, ...ofThem },
  ];
}

function journeyChecks(s: Snapshot, legs: readonly PlannedLeg[]): Checked[] {
  const escorts: Checked = { check: 'escorts', lacks: Math.max(0, vehiclesOf(legs) - s.escorts) };
  if (legs.length === 0)
    return [
      { check: 'plan', lacks: 1 },
      { check: 'seats', lacks: 0, none: 'no_legs' },
      escorts,
      { check: 'tickets', lacks: 0, none: 'no_legs' },
    ];
  const riders = s.placements.filter((p) => travels(p) && !p.captain).length + s.escorts;
  const faults = planFaults(legs, riders);
  const short = faults.filter(({ code }) => code === 'seats_short');
  const trains = legs.filter(({ mode }) => mode === 'train');
  const unseated = Math.max(withoutSeat(s, legs), ...short.map(({ count }) => count));
  return [
    { check: 'plan', lacks: faults.filter(({ code }) => !ELSEWHERE.has(code)).length },
    {
      check: 'seats',
      lacks: unseated,
      ...(legs.some(isOfTheRoad) || short.length > 0 ? {} : { none: 'no_coaches' as const }),
    },
    escorts,
    {
      check: 'tickets',
      lacks: trains.filter(({ ticketed }) => !ticketed).length,
      ...(trains.length === 0 ? { none: 'no_trains' as const } : {}),
    },
  ];
}

/** How many vehicles go side by side at the most: each has somebody of the station in it. */
function vehiclesOf(legs: readonly PlannedLeg[]): number {
  const escorted = legs.filter(({ mode }) => mode !== 'own_way');
  return Math.max(1, ...stretchesOf(escorted).map((stretch) => stretch.length));
}
