import { atHour, DAY } from '../../clock.ts';
import { holdsPlace, isSelected } from '../batch/placement.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { type Deadline, deadlineOf } from '../deadline.ts';
import { expiryDeadlines, expiryTodos } from '../expiry.ts';
import { type Lack, lackOf } from '../lack.ts';
import type { Now, Slice } from '../slice.ts';
import { type Todo, todo, todoFor } from '../todo.ts';
import { coversDeparture } from './fitness.ts';
import { hasPassed } from './health-state.ts';
import { medicalExpiries } from './medical-expiry.ts';
import { passesFor } from './restriction.ts';

/**
 * Closed once everybody who is selected may do this work, by a medical that holds on the day of
 * departure, and what came before is closed (`gates.ts`).
 */
export const healthStage: Slice = { stage: 'health', gate, deadlines, todos };

function gate(s: Snapshot): Lack[] {
  const selected = s.placements.filter(isSelected);
  const { trade } = s.order;
  const isExpiring = (until: string | null): boolean => !coversDeparture(until, s.departsOn);
  return [
    ...lackOf(
      'medical',
      selected.filter((p) => !passesFor(trade, p)),
    ),
    ...lackOf(
      'medical_expiring',
      selected.filter((p) => hasPassed(p) && isExpiring(p.healthUntil)),
    ),
  ];
}

function deadlines(s: Snapshot): Deadline[] {
  const rechecks = s.placements.flatMap((p) => {
    if (p.exit !== null || p.health !== 'recheck' || p.recheckBy === null) return [];
    const dueAt = atHour(p.recheckBy, 18);
    // Told in time to send somebody: three days and one day ahead, and when it is over.
    const reminders = [dueAt - 3 * DAY, dueAt - DAY, dueAt];
    const subject = `${p.id}:${p.recheckBy}`;
    return [deadlineOf(s, { kind: 'recheck', subject, placementId: p.id, dueAt, reminders })];
  });
  return [...expiryDeadlines(s, medicalExpiries(s)), ...rechecks];
}

function todos(s: Snapshot, now: Now): Todo[] {
  if (s.departedAt !== null) return [];
  const people = s.placements.filter((p) => p.exit === null && p.active);
  const unseen = people.filter((p) => holdsPlace(p) && ['none', 'no_show'].includes(p.health));
  const barred = people.filter(
    (p) => holdsPlace(p) && hasPassed(p) && !passesFor(s.order.trade, p),
  );
  const again = people.filter((p) => p.health === 'recheck');
  return [
    ...todo('book_exam', unseen.length),
    ...todo('conclude', people.filter((p) => p.health === 'booked').length),
    ...barred.map((p) => todoFor('barred', p)),
    ...again.map((p) => todoFor('recheck', p, { dueAt: now.due('recheck', p.id) })),
    ...expiryTodos(medicalExpiries(s)),
  ];
}
