import { type Placement, hasLent, isSelected } from './batch/placement.ts';
import type { Snapshot } from './batch/snapshot.ts';
import { passesFor } from './health/restriction.ts';
import type { PaperKind } from './documents/paper-kind.ts';

/**
 * Whether a paper is in order for the journey: verified, and valid on the day of departure; or not
 * needed.
 */
export function paperHolds(s: Snapshot, p: Placement, kind: PaperKind): boolean {
  return (
    p.papers[kind] === 'not_needed' ||
    (p.papers[kind] === 'verified' &&
      (s.departedAt !== null || (p.paperUntil[kind] ?? '9999') >= s.departsOn))
  );
}

export function lackingPapers(s: Snapshot, p: Placement) {
  return s.requirements.filter((kind) => !paperHolds(s, p, kind));
}

export function isReady(s: Snapshot, p: Placement): boolean {
  return (
    isSelected(p) &&
    p.obstacles.length === 0 &&
    p.consentedHash === s.order.termsHash &&
    (p.healthUntil ?? '') >= s.departsOn &&
    passesFor(s.order.trade, p) &&
    !hasLent(p) &&
    s.requirements.every((kind) => paperHolds(s, p, kind))
  );
}
