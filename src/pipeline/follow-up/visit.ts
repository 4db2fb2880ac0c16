import { addDays } from '../../clock.ts';
import type { Decision } from '../batch/change.ts';
import { placementOf, type Snapshot } from '../batch/snapshot.ts';
import type { VisitKind, VisitOutcome } from './visit-state.ts';
import type { CaseKind } from './case-state.ts';

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

/** A worker's own report that something is wrong. The case itself is a row of its own. */
export function reportProblem(s: Snapshot, id: string, kind: CaseKind): Decision {
  if (!placementOf(s, id)) return { error: 'unknown_placement' };
  if (s.status === 'cancelled') return { error: 'batch_ended' };
  return { entries: [{ kind: 'problem_reported', placementId: id, detail: { case: kind } }] };
}
