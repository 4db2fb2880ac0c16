import type { Snapshot } from '../../batch/snapshot.ts';
import { isDisputed } from '../roll-call/whereabouts.ts';

/**
 * Whether the last difference is explained: all have arrived, somebody was signed for, and nobody
 * is on the road, at the gate or in dispute any more. Then the batch is handed over, whichever word
 * or signature was the last. Where no employer has said yes to them, there is nobody to sign.
 */
export function isAllSigned(s: Snapshot): boolean {
  return (
    s.arrivedAt !== null &&
    (s.order.state !== 'confirmed' ||
      s.placements.some((p) => p.travel === 'accepted' || p.travel === 'rejected')) &&
    !s.placements.some((p) => p.travel === 'boarded' || p.travel === 'arrived' || isDisputed(p))
  );
}
