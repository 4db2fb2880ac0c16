import { DAY } from '../../src/clock.ts';
import { deadlineOf } from '../../src/pipeline/deadline.ts';
import { lack } from '../../src/pipeline/lack.ts';
import type { Slice } from '../../src/pipeline/slice.ts';
import { todo } from '../../src/pipeline/todo.ts';

export const START = Date.parse('2027-02-20T09:00:00+08:00');

/** A slice that nobody has written: bedding is bought for everybody before they leave. */
export const bedding: Slice = {
  stage: 'documents',
  gate: () => lack('papers', 7),
  deadlines: (s) => [deadlineOf(s, { kind: 'departure', subject: 'bedding', dueAt: START + DAY })],
  todos: (_s, now) => todo('papers', 7, now.due('departure')),
  follows: (_before, change) =>
    change.entries.some(({ kind }) => kind === 'order_sent')
      ? { entries: [{ kind: 'paper', detail: { bought: 'bedding' } }] }
      : null,
  acts: () => ({ action: 'bedding.order', decide: () => ({ entries: [] }) }),
};
