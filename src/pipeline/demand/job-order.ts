import { DAY } from '../../clock.ts';
import type { Change, Decision, HistoryEntry } from '../batch/change.ts';
import { placeHolders } from '../batch/equation.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { callOffBoarding, forgetTheDay } from '../travel/manifest.ts';
import { voidConsents } from '../recruitment/consent.ts';
import type { DeclineReason } from './order-state.ts';
import { callAnew } from '../travel/roll-call/call-anew.ts';

export type OrderError =
  | 'batch_ended'
  | 'order_not_sent'
  | 'order_version_changed'
  | 'already_departed'
  | 'wrong_state';

/**
 * After departure an order is only talked about where the batch was redirected to it on the way,
 * until it is confirmed.
 */
function before(s: Snapshot): OrderError | null {
  if (s.status !== 'open') return 'batch_ended';
  const isSettled = s.order.state === 'confirmed' || s.handedOverAt !== null;
  return s.departedAt !== null && isSettled ? 'already_departed' : null;
}

/** Asks the employer. The clock of the reply starts here. */
export function send(s: Snapshot, at: number): Decision {
  const error = before(s);
  if (error) return { error };
  if (!['draft', 'amended', 'expired', 'declined', 'countered'].includes(s.order.state))
    return { error: 'wrong_state' };
  return {
    order: { state: 'sent', sentAt: at, replyBy: at + s.figures.orderExpires * DAY },
    entries: [{ kind: 'order_sent', detail: { version: s.order.version } }],
  };
}

export type Reply =
  | { kind: 'confirm'; version: number }
  | { kind: 'counter'; version: number; headcount: number; startsOn: string }
  | { kind: 'decline'; version: number; reason: DeclineReason };

/**
 * The employer's answer to one version. An answer to an older version is refused: they must see
 * what it says now.
 */
export function reply(s: Snapshot, answer: Reply): Decision {
  const error = before(s);
  if (error) return { error };
  if (answer.version !== s.order.version) return { error: 'order_version_changed' };
  if (s.order.state !== 'sent' && s.order.state !== 'countered') return { error: 'order_not_sent' };
  if (answer.kind === 'decline')
    return {
      order: { state: 'declined' },
      entries: [{ kind: 'order_declined', detail: { reason: answer.reason } }],
    };
  if (answer.kind === 'counter')
    return {
      order: { state: 'countered' },
      entries: [
        {
          kind: 'order_countered',
          detail: { headcount: answer.headcount, startsOn: answer.startsOn },
        },
      ],
    };
  return confirmed(s);
}

function confirmed(s: Snapshot): Change {
  const { headcount, startsOn } = s.order;
  const entries: HistoryEntry[] = [{ kind: 'order_confirmed', detail: { headcount, startsOn } }];
  // Who is on the way does not change by it, nor do the places that they left for.
  if (s.departedAt !== null) return { order: { state: 'confirmed' }, entries };
  const surplus = Math.max(0, placeHolders(s).length - headcount);
  const vacated = placeHolders(s).filter((p) => p.exit !== null);
  return {
    order: { state: 'confirmed' },
    batch: { headcount, departsOn: startsOn, unfilledReason: null, unfilledAccepted: 0 },
    // After a cut, places that people had already left go first; whoever is still too many is
    // released by name.
    placements: vacated.slice(0, surplus).map((p) => ({ id: p.id, set: { heldPlace: false } })),
    entries,
  };
}

/**
 * A new version of the order: another number, another date, other terms. The employer must confirm
 * it again, and if the terms differ every consent is void and asked for anew. Refused once anyone
 * has departed.
 */
export function amend(
  s: Snapshot,
  next: { headcount: number; startsOn: string; termsHash: string },
): Decision {
  const error = before(s);
  if (error) return { error };
  if (s.order.state === 'cancelled') return { error: 'wrong_state' };
  const version = s.order.version + 1;
  const isAnotherDay = s.departedAt === null && next.startsOn !== s.departsOn;
  const termsChanged = next.termsHash !== s.order.termsHash;
  return {
    // Whoever was on the manifest is asked again, so it has to be made anew.
    ...(s.departedAt === null
      ? { batch: { lockedAt: null, ...(isAnotherDay ? callAnew(s, ['boarding']) : {}) } }
      : {}),
    order: { ...next, version, state: 'amended' },
    placements: [
      ...(s.departedAt === null ? forgetTheDay(s) : []),
      ...(isAnotherDay ? callOffBoarding(s) : []),
      ...(termsChanged ? voidConsents(s) : []),
    ],
    entries: [
      {
        kind: 'order_amended',
        detail: { version, headcount: next.headcount, startsOn: next.startsOn, termsChanged },
      },
    ],
  };
}

/** No answer within the time allowed. Sending it again starts the clock anew. */
export function expire(s: Snapshot): Decision {
  return s.order.state === 'sent' && s.status === 'open'
    ? { order: { state: 'expired' }, entries: [{ kind: 'order_expired' }] }
    : { error: 'wrong_state' };
}
