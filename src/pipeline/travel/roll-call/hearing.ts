import {
  apply,
  type Change,
  type Decision,
  type HistoryEntry,
  merge,
  refused,
} from '../../batch/change.ts';
import type { Snapshot } from '../../batch/snapshot.ts';
import type { Instant } from '../../batch/tap-time.ts';
import { handOver } from '../handover/handover.ts';
import { depart } from '../manifest.ts';
import type { Deed, HeldEntry, Step } from './deed.ts';
import type { Taken } from './taken.ts';
import { arrive } from './arrival.ts';

/** What may come to pass once more is heard: anything else is refused for good. */
export const MAY_COME: ReadonlySet<string> = new Set([
  'boarding_open',
  'manifest_open',
  'arrival_open',
  'not_departed',
  'roll_call_disputed',
  'demand_open',
  'terms_not_agreed',
]);

function step(s: Snapshot, { deed, at }: Pick<HeldEntry, 'deed' | 'at'>): Decision {
  switch (deed.kind) {
    case 'depart':
      // Another phone was quicker, and says the same.
      return s.departedAt === null ? depart(s, at) : { entries: [] };
    case 'arrive':
      if (s.departedAt === null) return { error: 'not_departed' };
      return s.arrivedAt === null ? arrive(s, at) : { entries: [] };
    case 'handover':
      return handOver(s, deed, at);
  }
}

export function isStep(deed: Deed): deed is Step {
  return deed.kind === 'depart' || deed.kind === 'arrive' || deed.kind === 'handover';
}

export function namesIn(detail: Record<string, unknown> | undefined): string[] {
  return Array.isArray(detail?.['names']) ? detail['names'].map(String) : [];
}

/** Several patches of one person as one. */
export function onePatchEach(
  patches: NonNullable<Change['placements']>,
): NonNullable<Change['placements']> {
  const byId = new Map<string, NonNullable<Change['placements']>[number]>();
  for (const { id, set } of patches) byId.set(id, { id, set: { ...byId.get(id)?.set, ...set } });
  return [...byId.values()];
}

/**
 * Changes one after the other on the same reading, each told as of when it was done, and what came
 * of steps on the way.
 */
export class Hearing {
  s: Snapshot;
  done: Change = { entries: [] };
  readonly signed: Taken['signed'] = [];
  readonly settled: Taken['settled'] = [];

  constructor(before: Snapshot) {
    this.s = before;
  }

  keep(change: Change, { at, isDoubtful }: Instant): void {
    const entries = change.entries.map((line) => ({
      ...line,
      occurredAt: at,
      ...(isDoubtful ? { detail: { ...line.detail, isDoubtful } } : {}),
    }));
    const told = { ...change, entries };
    this.done = merge(this.done, told);
    this.s = apply(this.s, told);
  }

  attempt(deed: HeldEntry['deed'], when: Instant): Decision {
    const decision = step(this.s, { deed, at: when.at });
    if (refused(decision)) return decision;
    if (deed.kind === 'handover') {
      const { count, name, people, rejected } = deed;
      this.signed.push({ at: when.at, count, name, people, rejected });
    }
    this.keep(decision, when);
    return decision;
  }

  /**
   * Tries everything that waits, again as long as something comes of it: each step may make way for
   * the next.
   */
  tryHeld(): void {
    const next = this.s.heldEntries
      .map((held) => ({ held, decision: step(this.s, held) }))
      .find(({ decision }) => !refused(decision) || !MAY_COME.has(decision.error));
    if (!next) return;
    const { held } = next;
    const when = { at: held.at, isDoubtful: held.isDoubtful === true };
    const decision = this.attempt(held.deed, when);
    const heldEntries = this.s.heldEntries.filter((other) => other !== held);
    const lines: HistoryEntry[] = refused(decision)
      ? [{ kind: 'roll_call_refused', detail: { outcome: held.deed.kind, reason: decision.error } }]
      : [];
    this.keep({ batch: { heldEntries }, entries: lines }, when);
    const { phone, no } = held;
    this.settled.push({
      phone,
      no,
      verdict: refused(decision) ? 'refused' : 'recorded',
      reason: refused(decision) ? decision.error : null,
      names: refused(decision) ? namesIn(decision.detail) : [],
    });
    this.tryHeld();
  }
}

/**
 * What comes of steps that phones have asked for and that waited, now that something else has
 * changed; null where nothing does.
 */
export function settleHeld(
  s: Snapshot,
): (Pick<Taken, 'settled' | 'signed'> & { change: Change }) | null {
  if (s.heldEntries.length === 0) return null;
  const hearing = new Hearing(s);
  hearing.tryHeld();
  const { done, settled, signed } = hearing;
  return settled.length === 0
    ? null
    : { change: { ...done, placements: onePatchEach(done.placements ?? []) }, settled, signed };
}
