import type { Change } from '../../batch/change.ts';
import type { Fact } from '../../batch/fact.ts';
import type { Settled, Signed, Verdict } from './deed.ts';

export type Taken = {
  /** Null where none of the entries was new. */
  change: Change | null;
  verdicts: Verdict[];
  /** What had been held and is decided now: done, or refused for good. */
  settled: Settled[];
  /** Handovers that came to pass. */
  signed: Signed[];
};

/**
 * What is to be written of steps that waited and are decided: what became of each, and the
 * signatures that came to pass.
 */
export function heldFacts({ settled, signed }: Pick<Taken, 'settled' | 'signed'>): Fact[] {
  return [
    ...settled.map((each): Fact => ({ kind: 'entry_settled', settled: each })),
    ...signed.map((each): Fact => ({ kind: 'handover_signed', signed: each })),
  ];
}
