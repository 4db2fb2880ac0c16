import { atHour } from '../../clock.ts';
import { hasLent, isSelected } from '../batch/placement.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { type Deadline, deadlineOf } from '../deadline.ts';
import { expiryDeadlines, expiryTodos } from '../expiry.ts';
import { type Lack, lackOf } from '../lack.ts';
import { lackingPapers } from '../readiness.ts';
import type { Now, Slice } from '../slice.ts';
import { reached } from '../stages.ts';
import { type Todo, todo, todoFor } from '../todo.ts';
import { paperExpiries } from './expiry.ts';

/**
 * Closed once the papers of all who are selected are in order, and every original is back in its
 * owner's hands.
 */
export const documentsStage: Slice = {
  stage: 'documents',
  gate,
  deadlines: (s) => expiryDeadlines(s, paperExpiries(s)),
  todos: (s) => [...toCollect(s), ...expiryTodos(paperExpiries(s))],
  // An original is chased until it is back with its owner, whatever became of the batch.
  outlasts: { deadlines: loansDue, todos: loansToReturn },
};

function gate(s: Snapshot): Lack[] {
  return [
    ...lackOf('papers', lackingAny(s)),
    // Of those as well who will not go: nobody drives off with a card that is not theirs.
    ...lackOf('custody', s.placements.filter(hasLent)),
  ];
}

function lackingAny(s: Snapshot) {
  return s.placements.filter((p) => isSelected(p) && lackingPapers(s, p).length > 0);
}

function toCollect(s: Snapshot): Todo[] {
  if (s.departedAt !== null || !reached(s.stage, 'health')) return [];
  return todo('papers', lackingAny(s).filter((p) => p.active).length);
}

function loansDue(s: Snapshot): Deadline[] {
  return s.placements.flatMap((p) =>
    p.custody.map(({ id, kind, returnBy }) =>
      deadlineOf(s, {
        kind: 'custody',
        subject: id,
        placementId: p.id,
        dueAt: atHour(returnBy, 18),
        paper: kind,
      }),
    ),
  );
}

function loansToReturn(s: Snapshot, now: Now): Todo[] {
  return s.placements.flatMap((p) =>
    p.custody.map(({ id }) =>
      todoFor('return_paper', p, { dueAt: now.due('custody', p.id), ref: id }),
    ),
  );
}
