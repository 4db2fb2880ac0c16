import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { Bearer, Sum } from '../../src/pipeline/ledger/budget.ts';
import type { HandoverView } from './handover/handovers.tsx';
import type { LegLine } from './plan/legs.tsx';
import type { SendOffView } from './send-off.tsx';
import type { IncidentView } from './incident-view.ts';
import type { Onward } from '../../src/pipeline/travel/handover/handover-state.ts';

export type JourneyReportProps = {
  s: Snapshot;
  employer: string;
  town: string;
  legs: (LegLine & { replaces: string | null; removedAt: number | null })[];
  escorts: { name: string; phone: string; replacedAt: number | null }[];
  handovers: HandoverView[];
  incidents: IncidentView[];
  sendOff: SendOffView | null;
  outcomes: { placementId: string; next: Onward; bearer: Bearer; costFen: number; note: string }[];
  sums: Sum[];
};
