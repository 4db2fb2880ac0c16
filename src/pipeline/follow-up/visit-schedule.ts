import { addDays, addMonths } from '../../clock.ts';
import type { PlannedVisit } from './visit-state.ts';

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
