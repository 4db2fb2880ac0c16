import type { Decision } from '../batch/change.ts';
import { placementOf, type Snapshot } from '../batch/snapshot.ts';
import { one } from './placement.ts';

/** A worker wants to be called: it stands on the batch and on Today until somebody has done it. */
export function askQuestion(s: Snapshot, id: string, at: number): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  const p = placementOf(s, id);
  return p
    ? one(p, { questionAt: p.questionAt ?? at }, 'question_asked')
    : { error: 'unknown_placement' };
}

/** They were called, and know. */
export function answerQuestion(s: Snapshot, id: string): Decision {
  const p = placementOf(s, id);
  if (!p) return { error: 'unknown_placement' };
  return p.questionAt === null
    ? { error: 'wrong_state' }
    : one(p, { questionAt: null }, 'question_answered');
}
