import { atHour, DAY, HOUR } from '../../clock.ts';
import { apply, type Change, merge } from '../batch/change.ts';
import { balances, equation, isSettled } from '../batch/equation.ts';
import { isSelected } from '../batch/placement.ts';
import { departureDay, type Snapshot } from '../batch/snapshot.ts';
import { type Deadline, deadlineOf } from '../deadline.ts';
import { type Lack, lack, lackOf } from '../lack.ts';
import type { Now, Slice } from '../slice.ts';
import { reached } from '../stages.ts';
import { type Todo, todo, todoFor, todoFrom } from '../todo.ts';
import { awaitsSignature } from './handover/handover.ts';
import { isStranded } from './handover/onward.ts';
import { settleHeld } from './roll-call/hearing.ts';
import { heldFacts } from './roll-call/taken.ts';
import { isDisputed } from './roll-call/whereabouts.ts';
import { isAllSigned } from './handover/all-signed.ts';

/**
 * Closed once everybody who left has an end of the road, and the employer has signed for those who
 * arrived.
 */
export const travelStage: Slice = {
  stage: 'travel',
  gate,
  deadlines,
  todos: (s, now) => [
    ...toFind(s),
    ...toPlan(s, now),
    ...toBoard(s, now),
    ...toSettle(s),
    ...toArrive(s, now),
    ...todo('hand_over', awaitsSignature(s) ? 1 : 0, now.due('handover')),
  ],
  follows,
};

function gate(s: Snapshot): Lack[] {
  const isBalanced = balances(equation(s)) && isSettled(equation(s));
  return [
    ...lack('manifest', s.lockedAt === null ? 1 : 0),
    ...lack('departure', s.departedAt === null ? 1 : 0),
    ...lack('arrival', s.arrivedAt === null ? 1 : 0),
    ...lack('handover', s.handedOverAt === null ? 1 : 0),
    ...lackOf('arrival', missing(s)),
    ...lack('equation', isBalanced ? 0 : 1),
  ];
}

function missing(s: Snapshot) {
  return s.placements.filter((p) => p.travel === 'missing' && p.exit === null);
}

function deadlines(s: Snapshot): Deadline[] {
  const { headcount, departedAt, arrivedAt, handedOverAt } = s;
  if (departedAt === null) {
    if (headcount === 0 || !s.placements.some(isSelected)) return [];
    const dueAt = s.leavesAt ?? atHour(s.departsOn, 8);
    const reminders = [dueAt - 3 * DAY, dueAt];
    return [
      deadlineOf(s, {
        kind: 'departure',
        subject: `${s.leavesAt ?? s.departsOn}`,
        dueAt,
        reminders,
      }),
    ];
  }
  if (arrivedAt === null) {
    const dueAt = departedAt + 36 * HOUR;
    return [deadlineOf(s, { kind: 'arrival', subject: `${departedAt}`, dueAt })];
  }
  if (handedOverAt !== null) return [];
  const dueAt = arrivedAt + 12 * HOUR;
  return [deadlineOf(s, { kind: 'handover', subject: `${arrivedAt}`, dueAt })];
}

/** Whoever is lost or left alone. */
function toFind(s: Snapshot): Todo[] {
  return [
    ...missing(s).map((p) => todoFor('find_missing', p, { isUrgent: true })),
    ...s.placements.filter(isStranded).map((p) => todoFor('help_onward', p, { isUrgent: true })),
  ];
}

function toPlan(s: Snapshot, now: Now): Todo[] {
  const due = now.due('departure');
  if (s.departedAt === null && reached(s.stage, 'documents') && s.escorts === 0)
    return todo('plan_travel', 1, due);
  const mayLock = s.lockedAt === null && s.stage === 'travel' && s.escorts > 0;
  return mayLock && now.isClosed('documents') ? todo('lock', 1, due) : [];
}

function toBoard(s: Snapshot, now: Now): Todo[] {
  if (s.lockedAt === null || s.departedAt !== null) return [];
  const due = now.due('departure');
  const waiting = s.placements.filter(
    (p) => p.active && isSelected(p) && p.travel === 'expected',
  ).length;
  const steps = waiting > 0 ? todo('board', waiting, due) : todo('depart', 1, due);
  return todoFrom(atHour(departureDay(s), 0), 'day', steps);
}

/** Whoever says that they cannot travel today, and of whom phones disagree. */
function toSettle(s: Snapshot): Todo[] {
  const unfit = s.placements.filter(
    (p) => p.active && isSelected(p) && p.travelFit === 'no' && p.travel === 'expected',
  );
  return [
    ...(s.departedAt === null ? unfit : []).map((p) => todoFor('not_fit_today', p)),
    ...s.placements.filter(isDisputed).map((p) => todoFor('settle_call', p)),
  ];
}

function toArrive(s: Snapshot, now: Now): Todo[] {
  if (s.departedAt === null || s.arrivedAt !== null) return [];
  const due = now.due('arrival');
  const travelling = s.placements.filter(
    (p) => p.exit === null && p.active && p.travel === 'boarded',
  ).length;
  return travelling > 0 ? todo('arrive', travelling, due) : todo('record_arrival', 1, due);
}

/**
 * What phones had asked for before, and had to wait, may come to pass by any change; and a change
 * that explains the last difference hands the batch over, whatever else it does.
 */
function follows(before: Snapshot, change: Change, at: number): Change | null {
  const held = settleHeld(apply(before, change));
  const whole = held ? merge(change, held.change) : change;
  const isLast = isHandedOverBy(before, whole);
  if (held === null && !isLast) return null;
  return {
    ...(held ? { ...held.change, facts: heldFacts(held) } : { entries: [] }),
    ...(isLast ? { batch: { ...held?.change.batch, handedOverAt: at } } : {}),
  };
}

function isHandedOverBy(before: Snapshot, change: Change): boolean {
  const isOpen = before.handedOverAt === null && change.batch?.handedOverAt === undefined;
  return isOpen && isAllSigned(apply(before, change));
}
