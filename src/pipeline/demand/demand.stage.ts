import { DAY, HOUR } from '../../clock.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { type Deadline, deadlineOf } from '../deadline.ts';
import { lack } from '../lack.ts';
import type { Act, Now, Slice } from '../slice.ts';
import { type Todo, todo, todoFrom } from '../todo.ts';
import { expire } from './job-order.ts';

/** Closed once the employer has said yes to the order as it stands. */
export const demandStage: Slice = {
  stage: 'demand',
  gate: (s) => lack('reply', s.order.state === 'confirmed' ? 0 : 1),
  deadlines,
  todos,
  lapses,
};

function deadlines(s: Snapshot): Deadline[] {
  const { state, sentAt, version } = s.order;
  if (state !== 'sent' || sentAt === null) return [];
  const { firstReminder, secondReminder, orderExpires } = s.figures;
  // What the employer was told when it was sent holds, whatever the station sets later.
  const dueAt = s.order.replyBy ?? sentAt + orderExpires * DAY;
  const asked = [firstReminder, secondReminder]
    .map((hours) => sentAt + hours * HOUR)
    .filter((at) => at < dueAt)
    .toSorted((a, b) => a - b);
  const subject = `v${version}:${sentAt}`;
  return [deadlineOf(s, { kind: 'reply', subject, dueAt, reminders: [...asked, dueAt] })];
}

function todos(s: Snapshot, now: Now): Todo[] {
  switch (s.order.state) {
    case 'draft':
    case 'amended':
      return todo('send_order', 1);
    case 'sent':
      return todoFrom(chasedFrom(s), 'employer', todo('chase_reply', 1, now.due('reply')));
    case 'countered':
      return todo('answer_counter', 1);
    case 'declined':
    case 'expired':
      return todo('send_again', 1);
    case 'confirmed':
    case 'cancelled':
      return [];
  }
}

/** An employer has time to answer until they are reminded for the first time. */
function chasedFrom({ order, figures }: Snapshot): number {
  return (order.sentAt ?? 0) + figures.firstReminder * HOUR;
}

function lapses(s: Snapshot, at: number): Act | null {
  const isOver = deadlines(s).some(({ dueAt }) => dueAt <= at);
  return isOver ? { action: 'order.expire', decide: expire } : null;
}
