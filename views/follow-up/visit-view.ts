import type { Typed } from '../components/form.tsx';
import type { VisitKind, VisitOutcome } from '../../src/pipeline/follow-up/visit-state.ts';

export type Visit = {
  id: string;
  placementId: string;
  kind: VisitKind;
  dueOn: string;
  open: number | null;
  outcome: VisitOutcome | null;
  tries: number;
  working: boolean | null;
  paidFen: number | null;
  contractHeld: boolean | null;
  papersHeld: boolean | null;
  wantsHome: boolean | null;
};

export type Try = { outcome: VisitOutcome; madeOn: string };

export type VisitProps = {
  visit: Visit;
  tries: Try[];
  /** Whether the number that is on record was not theirs. */
  isWrongNumber: boolean;
  person: { name: string; phone: string };
  typed: Typed;
  mayWrite: boolean;
};
