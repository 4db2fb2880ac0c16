import type { Change, Decision } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { voidConsents } from '../recruitment/consent.ts';
import { callOffBoarding, forgetTheDay } from '../travel/manifest.ts';
import type { HeldEntry } from '../travel/roll-call/deed.ts';
import { holdsPlace, type Placement } from '../batch/placement.ts';
import type { OrderFacts } from './order-state.ts';
import { callAnew } from '../travel/roll-call/call-anew.ts';
import type { PaperKind } from '../documents/paper-kind.ts';

/**
 * Whom a redirection concerns: before departure everybody who has a place, on the way everybody who
 * is on it.
 */
export function toRedirect(s: Snapshot): Placement[] {
  return s.placements.filter((p) =>
    s.departedAt === null
      ? holdsPlace(p)
      : p.travel === 'boarded' || p.travel === 'arrived' || p.travel === 'missing',
  );
}

/**
 * Whether the batch can still go to another employer: nobody of it has been taken by the one it
 * had.
 */
export function mayRedirect(s: Snapshot): boolean {
  return (
    s.status === 'open' &&
    s.headcount > 0 &&
    s.handedOverAt === null &&
    !s.placements.some((p) => p.travel === 'accepted')
  );
}

/**
 * What waits was meant for the employer from whom the batch is taken: on the way an arrival or a
 * signature, before it all.
 */
export function outdatedBy(s: Snapshot): HeldEntry[] {
  return s.heldEntries.filter(({ deed }) => s.departedAt === null || deed.kind !== 'depart');
}

/**
 * Whoever had arrived there is on the way again: what was said of that arrival says nothing of the
 * next.
 */
function onTheWayAgain(s: Snapshot): NonNullable<Change['placements']> {
  return s.placements
    .filter(
      (p) =>
        p.exit === null &&
        (p.travel === 'arrived' || p.travel === 'boarded') &&
        p.roll.arrival !== undefined,
    )
    .map(({ id, roll: { arrival: _, ...roll } }) => ({ id, set: { travel: 'boarded', roll } }));
}

/**
 * The papers that the other post needs, and what somebody had asked for beside those of this one.
 */
export function papersAfter(
  s: Snapshot,
  usual: readonly PaperKind[],
  next: readonly PaperKind[],
): PaperKind[] {
  return [...new Set([...next, ...s.requirements.filter((kind) => !usual.includes(kind))])];
}

type Names = { from: string; to: string; reason: string };

/**
 * The employer closes, or turns out not to be what was said: the people go to another one, before
 * departure or on the way. The other order has to be confirmed like any, and everybody is asked
 * anew: nobody is handed over on terms they have not agreed to, and whoever does not want to
 * withdraws. The order that the batch had is cancelled.
 * @param requirements the papers that the other post needs
 * @param told both employers and why, for the history
 */
export function redirect(
  s: Snapshot,
  next: OrderFacts,
  requirements: PaperKind[],
  told: Names,
): Decision {
  if (s.status !== 'open') return { error: 'batch_ended' };
  if (!mayRedirect(s)) return { error: s.headcount > 0 ? 'already_handed_over' : 'demand_open' };
  if (next.id === s.order.id || next.state !== 'draft') return { error: 'wrong_state' };
  if (next.headcount < toRedirect(s).length) return { error: 'headcount_short' };
  const hasDeparted = s.departedAt !== null;
  const outdated = outdatedBy(s);
  return {
    redirectedTo: next,
    order: { state: 'cancelled' },
    batch: {
      requirements,
      ...callAnew(s, hasDeparted ? ['arrival'] : ['boarding', 'arrival']),
      ...(hasDeparted ? { arrivedAt: null } : { lockedAt: null }),
      ...(outdated.length > 0
        ? { heldEntries: s.heldEntries.filter((held) => !outdated.includes(held)) }
        : {}),
    },
    placements: [
      ...(hasDeparted ? onTheWayAgain(s) : [...forgetTheDay(s), ...callOffBoarding(s)]),
      ...voidConsents(s),
    ],
    entries: [{ kind: 'redirected', detail: told }],
  };
}
