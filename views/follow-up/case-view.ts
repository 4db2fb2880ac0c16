import type { Typed } from '../components/form.tsx';
import type { CaseKind, CaseState } from '../../src/pipeline/follow-up/case-state.ts';

export type Case = {
  id: string;
  placementId: string;
  kind: CaseKind;
  state: CaseState;
  claimedFen: number;
  recoveredFen: number;
  openedAt: number;
};

export type CaseProps = {
  one: Case;
  person: { name: string; phone: string };
  typed: Typed;
  mayWrite: boolean;
};
