import type { Terms } from '../recruitment/terms.ts';
import type { ReplyKind } from './order-state.ts';

/** What one version of an order said, and when its employer first had it on the screen. */
export type OrderVersion = {
  version: number;
  headcount: number;
  startsOn: string;
  terms: Terms;
  seenAt: number | null;
};
type Answer = { orderVersion: number; kind: ReplyKind; at: number };

/**
 * The version that an employer knows, and how: by what they answered to it, or by having opened it.
 */
export type LastKnown = OrderVersion & { how: ReplyKind | 'seen'; at: number };

/**
 * The earlier version against which an employer is shown what has changed: the one they answered
 * last; where they have answered none, the one they saw last. Null where the newest is the first
 * that they see.
 * @param versions of one order, the newest first
 * @param replies of one order, the newest first
 */
export function lastKnown(
  versions: readonly OrderVersion[],
  replies: readonly Answer[],
): LastKnown | null {
  const earlier = versions.slice(1);
  for (const { orderVersion, kind, at } of replies) {
    const answered = earlier.find(({ version }) => version === orderVersion);
    if (answered) return { ...answered, how: kind, at };
  }
  const reading = earlier.find(({ seenAt }) => seenAt !== null);
  return reading ? { ...reading, how: 'seen', at: reading.seenAt ?? 0 } : null;
}
