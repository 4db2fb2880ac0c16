import type { Knows, UpTo } from './word.ts';
import type { CallName, RollCallOutcome } from './roll-state.ts';
import type { Rejection, Signature } from '../handover/handover-state.ts';
import type { IncidentKind } from '../incident-kind.ts';

/** What was done on a phone of the roll call: a word on somebody, or a step of the whole batch. */
export type Deed =
  | {
      kind: 'word';
      placementId: string;
      call: CallName;
      outcome: RollCallOutcome;
      echoes?: UpTo | undefined;
    }
  | { kind: 'depart' }
  /**
   * The departure was said too soon: what waited of it is dropped, and what came of it taken back.
   */
  | { kind: 'depart_undo' }
  | { kind: 'arrive' }
  | { kind: 'plan_seen'; version: number }
  /** Something that could not be read: it is refused, and keeps its number. */
  | { kind: 'unreadable' }
  | {
      kind: 'incident';
      what: IncidentKind;
      legId: string | null;
      people: string[];
      note: string;
      called: string;
      policeReport: string;
    }
  | { kind: 'handover'; count: number; name: string; people: string[]; rejected: Rejection[] };

/**
 * One deed as a phone keeps it until the server has it. `no` counts the phone's deeds from 1
 * without a gap; `at` is the phone's own clock, in epoch milliseconds; `knows` is what it had heard
 * of the other phones by then.
 */
export type PhoneEntry = Deed & { id: string; no: number; at: number; knows: Knows };

/** What is done to the whole batch, which may have to wait for others. */
export type Step = Extract<Deed, { kind: 'depart' | 'arrive' | 'handover' }>;

/** A deed that waits for other phones to be heard, and when it was done, by the server's clock. */
export type HeldEntry = { phone: string; no: number; at: number; isDoubtful?: true; deed: Step };

/** `held`: kept, and done as soon as it can be. What is refused stays on record with its reason. */
export type Verdict = {
  no: number;
  verdict: 'recorded' | 'refused' | 'held';
  reason: string | null;
  names: string[];
};

/** What a deed that was held came to: done, or refused for good. */
export type Settled = Verdict & { phone: string };

export type Signed = Signature & { at: number; name: string };
