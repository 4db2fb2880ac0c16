import type { Decision } from '../batch/change.ts';
import { holdsPlace, type OrderFacts, type Placement, type Snapshot } from '../batch/snapshot.ts';
import { voidConsents } from '../recruitment/consent.ts';
import { forgetTheDay } from '../travel/manifest.ts';

/** Whom a redirection concerns: before departure everybody who has a place, on the way everybody who is on it. */
export const toRedirect = (s: Snapshot): Placement[] =>
  s.placements.filter((p) =>
    s.departedAt === null ? holdsPlace(p) : p.travel === 'boarded' || p.travel === 'arrived' || p.travel === 'missing',
  );

/** Whether the batch can still go to another employer: nobody of it has been signed for. */
export const mayRedirect = (s: Snapshot): boolean =>
  s.status === 'open' &&
  s.headcount > 0 &&
  s.handedOverAt === null &&
  !s.placements.some((p) => p.travel === 'accepted' || p.travel === 'rejected');

/**
 * The employer closes, or turns out not to be what was said: the people go to another one, before departure or on the way. The
 * other order has to be confirmed like any, and everybody is asked anew: nobody is handed over on terms they have not agreed
 * to, and whoever does not want to withdraws. The order that the batch had is cancelled.
 * @param names of both employers, for the history
 */
export const redirect = (
  s: Snapshot,
  next: OrderFacts,
  names: { from: string; to: string },
  reason: string,
): Decision => {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (!mayRedirect(s)) return { error: s.headcount > 0 ? 'already_handed_over' : 'demand_open' };
  if (next.id === s.order.id || next.state !== 'draft') return { error: 'wrong_state' };
  if (next.headcount < toRedirect(s).length) return { error: 'headcount_short' };
  return {
    redirectedTo: next,
    order: { state: 'cancelled' },
    ...(s.departedAt === null ? { batch: { lockedAt: null } } : {}),
    placements: [...(s.departedAt === null ? forgetTheDay(s) : []), ...voidConsents(s)],
    entries: [{ kind: 'redirected', detail: { ...names, reason } }],
  };
};
