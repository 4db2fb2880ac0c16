import type { ConsentManner, Terms } from '../../src/pipeline/recruitment/terms.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { OnwardView } from '../travel/handover/onward.tsx';
import type { ToldLine } from '../../src/pipeline/batch/change.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import type { VisitKind, VisitOutcome } from '../../src/pipeline/follow-up/visit-state.ts';
import type { CaseKind, CaseState } from '../../src/pipeline/follow-up/case-state.ts';
import type { PaperKind } from '../../src/pipeline/documents/paper-kind.ts';

export type PlacementView = {
  /** What was last noted of where they went from there. */
  onward: OnwardView;
  s: Snapshot;
  p: Placement;
  worker: {
    id: string;
    phone: string;
    bornOn: string;
    last4: string;
    kin: { name: string; relation: string; phone: string } | null;
  };
  village: string;
  terms: Terms;
  consents: {
    at: number;
    witnessId: string | null;
    manner: ConsentManner;
    contradictedAt: number | null;
    language: string;
  }[];
  visits: {
    id: string;
    kind: VisitKind;
    dueOn: string;
    open: number | null;
    outcome: VisitOutcome | null;
    paidFen: number | null;
  }[];
  cases: { id: string; kind: CaseKind; state: CaseState }[];
  lines: ToldLine[];
  link: { id: string } | null;
  photos: { id: string; kind: PaperKind; at: number }[];
  rights: {
    station: boolean;
    witness: boolean;
    withdraw: boolean;
    health: boolean;
    papers: boolean;
    visits: boolean;
  };
};
