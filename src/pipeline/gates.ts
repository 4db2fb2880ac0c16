import { balances, equation, isSettled, openPlaces } from './batch/equation.ts';
import { hasLent, holdsPlace, isSelected, paperHolds, type Placement, type Snapshot } from './batch/snapshot.ts';
import { coversDeparture, hasPassed } from './health/fitness.ts';
import { passesFor } from './health/restriction.ts';
import { isStranded } from './travel/handover/onward.ts';
import { type Stage, stageIndex, STAGES } from './stages.ts';

export type LackCode =
  | 'reply'
  | 'places'
  | 'too_many'
  | 'consent'
  | 'legal'
  | 'medical'
  | 'medical_expiring'
  | 'papers'
  | 'custody'
  | 'manifest'
  | 'departure'
  | 'arrival'
  | 'handover'
  | 'equation'
  | 'stranded'
  | 'visits';

/** One thing that a gate still waits for: how many, and whose. */
export type Lack = { code: LackCode; count: number; people: Placement[] };

const whose = (code: LackCode, people: Placement[]): Lack[] =>
  people.length > 0 ? [{ code, count: people.length, people }] : [];
const plain = (code: LackCode, count: number): Lack[] => (count > 0 ? [{ code, count, people: [] }] : []);

export const lackingPapers = (s: Snapshot, p: Placement) => s.requirements.filter((kind) => !paperHolds(s, p, kind));

const GATES: Record<Stage, (s: Snapshot) => Lack[]> = {
  demand: (s) => plain('reply', s.order.state === 'confirmed' ? 0 : 1),
  recruitment: (s) => [
    ...whose(
      'consent',
      s.placements.filter((p) => p.recruitment === 'reoffered' && p.exit === null),
    ),
    ...plain('places', openPlaces(s) - s.unfilledAccepted),
    ...plain('too_many', -openPlaces(s)),
    // A corrected birth date, another first day, a licence that ran out: nobody can decide otherwise.
    ...whose(
      'legal',
      s.placements.filter((p) => isSelected(p) && p.obstacles.length > 0),
    ),
    // A batch of nobody goes nowhere, however good the reason.
    ...plain('places', s.unfilledReason !== null && !s.placements.some(holdsPlace) ? s.headcount : 0),
  ],
  health: (s) => [
    ...whose(
      'medical',
      s.placements.filter((p) => isSelected(p) && !passesFor(s.order.trade, p)),
    ),
    ...whose(
      'medical_expiring',
      s.placements.filter((p) => isSelected(p) && hasPassed(p) && !coversDeparture(p.healthUntil, s.departsOn)),
    ),
  ],
  documents: (s) => [
    ...whose(
      'papers',
      s.placements.filter((p) => isSelected(p) && lackingPapers(s, p).length > 0),
    ),
    // Everybody's original, of those as well who will not go: nobody drives off with a card that is not theirs.
    ...whose('custody', s.placements.filter(hasLent)),
  ],
  travel: (s) => [
    ...plain('manifest', s.lockedAt === null ? 1 : 0),
    ...plain('departure', s.departedAt === null ? 1 : 0),
    ...plain('arrival', s.arrivedAt === null ? 1 : 0),
    ...plain('handover', s.handedOverAt === null ? 1 : 0),
    ...whose(
      'arrival',
      s.placements.filter((p) => p.travel === 'missing' && p.exit === null),
    ),
    ...plain('equation', balances(equation(s)) && isSettled(equation(s)) ? 0 : 1),
  ],
  followUp: (s) => [...plain('visits', s.openVisits), ...whose('stranded', s.placements.filter(isStranded))],
};

/**
 * What must still hold before a stage closes. Before departure every earlier gate counts too: a withdrawal opens a
 * place again even while papers are being collected. After departure the list of people is fixed.
 */
export const lacks = (s: Snapshot, stage: Stage): Lack[] => upTo(s, stage).flatMap((each) => GATES[each](s));

const upTo = (s: Snapshot, stage: Stage): readonly Stage[] => {
  const from = s.departedAt === null ? 0 : stageIndex('travel');
  return STAGES.slice(Math.min(from, stageIndex(stage)), stageIndex(stage) + 1);
};

/** What this stage alone waits for: the line under its name on the rail. */
export const ownLacks = (s: Snapshot, stage: Stage): Lack[] => GATES[stage](s);

/** Asked after every write: the stage's own gate first, which is the one that mostly does not hold. */
export const gateHolds = (s: Snapshot, stage: Stage): boolean =>
  upTo(s, stage)
    .toReversed()
    .every((each) => GATES[each](s).length === 0);
