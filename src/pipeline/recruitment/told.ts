import { type Decision, each } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { activePlacement, one } from './placement.ts';

/** How somebody came to know the terms: they opened them, or they were read to them. */
export type ToldBy = 'link' | 'witness';

/**
 * Somebody knows the terms that they are asked about. Nothing else says so: a text that lies ready,
 * or was forwarded, has told nobody.
 */
export function tell(s: Snapshot, ids: string[], by: ToldBy, at: number): Decision {
  return each(s, ids, (here, id) => {
    const found = activePlacement(here, id);
    if ('error' in found) return found;
    const { p } = found;
    if (p.recruitment !== 'offered' || p.toldAt !== null) return { error: 'wrong_state' };
    return one(p, { toldAt: at }, 'told', { by });
  });
}
