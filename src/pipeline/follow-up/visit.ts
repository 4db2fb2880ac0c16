import { addDays, addMonths } from '../../clock.ts';
import type { Decision } from '../batch/change.ts';
import { placementOf, type Snapshot } from '../batch/snapshot.ts';
import type {
  VisitKind,
  VisitOutcome,
  PlannedVisit,
  ReturnReason,
  CaseKind,
} from './follow-up-state.ts';

/**
 * The first pay day after arrival: in the month after it. A pay day on the 29th to 31st is taken as
 * the 28th.
 */
function firstPayDay(arrivedOn: string, payDay: number): string {
  const nextMonth = addMonths(`${arrivedOn.slice(0, 8)}01`, 1);
  return addDays(nextMonth, Math.min(payDay, 28) - 1);
}

/**
 * The visits that follow an arrival: next day, first week, before the contract month is over
 * (Labour Contract Law art. 10, 82), three days after the first pay day, a quarter, half a year
 * (residence permit), a month before the term ends.
 */
export function scheduleVisits(
  arrivedOn: string,
  payDay: number,
  contractMonths: number,
): PlannedVisit[] {
  const termEnd = addDays(addMonths(arrivedOn, contractMonths), -30);
  const planned: PlannedVisit[] = [
    { kind: 'settled', dueOn: addDays(arrivedOn, 1) },
    { kind: 'first_week', dueOn: addDays(arrivedOn, 7) },
    { kind: 'contract', dueOn: addDays(arrivedOn, 25) },
    { kind: 'pay_day', dueOn: addDays(firstPayDay(arrivedOn, payDay), 3) },
    { kind: 'quarter', dueOn: addDays(arrivedOn, 90) },
    { kind: 'residence', dueOn: addDays(arrivedOn, 180) },
    { kind: 'term_end', dueOn: termEnd },
  ];
  const lastDay = addMonths(arrivedOn, contractMonths);
  return planned
    .filter((visit) => visit.dueOn > arrivedOn && visit.dueOn <= lastDay)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/**
 * Outcomes after which somebody was spoken to: what they said, or did not want to say, is
 * respected. After the others they were not.
 */
const ANSWERED: ReadonlySet<VisitOutcome> = new Set(['done', 'refused']);
export function isAnswered(outcome: VisitOutcome): boolean {
  return ANSWERED.has(outcome);
}

const DAYS_TO_NEXT_TRY = [1, 3, 7];

/**
 * The day on which somebody is to be tried again whom so many tries have not reached: the next day,
 * three days on, then each week.
 */
export function nextTry(triedOn: string, tries: number): string {
  return addDays(triedOn, DAYS_TO_NEXT_TRY[Math.min(tries, DAYS_TO_NEXT_TRY.length) - 1] ?? 1);
}

/**
 * What came of a call, in one tap. Reaching nobody ends nothing: the visit stays due.
 * @param overtaken other visits that were tried in vain, and that end with an answer to this one
 */
export function recordVisit(
  s: Snapshot,
  id: string,
  { kind, outcome, overtaken }: { kind: VisitKind; outcome: VisitOutcome; overtaken: number },
): Decision {
  if (!placementOf(s, id)) return { error: 'unknown_placement' };
  if (s.status !== 'open') return { error: 'batch_ended' };
  const ended = isAnswered(outcome) ? 1 + overtaken : 0;
  return {
    batch: { openVisits: Math.max(0, s.openVisits - ended) },
    entries: [{ kind: 'visited', placementId: id, detail: { visit: kind, outcome } }],
  };
}

/**
 * Someone came home, before the term or at its end. They are free for another batch at once, and no
 * more visits are due.
 */
export function comeHome(
  s: Snapshot,
  id: string,
  reason: ReturnReason,
  visitsLeft: number,
): Decision {
  const p = placementOf(s, id);
  if (!p) return { error: 'unknown_placement' };
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (p.followUp !== 'away') return { error: 'wrong_state' };
  return {
    batch: { openVisits: s.openVisits - visitsLeft },
    placements: [{ id, set: { followUp: 'home', active: false } }],
    entries: [{ kind: 'came_home', placementId: id, detail: { reason } }],
  };
}

/** A worker's own report that something is wrong. The case itself is a row of its own. */
export function reportProblem(s: Snapshot, id: string, kind: CaseKind): Decision {
  if (!placementOf(s, id)) return { error: 'unknown_placement' };
  if (s.status === 'cancelled') return { error: 'batch_ended' };
  return { entries: [{ kind: 'problem_reported', placementId: id, detail: { case: kind } }] };
}
