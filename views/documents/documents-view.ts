import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import type { PaperKind } from '../../src/pipeline/documents/paper-kind.ts';

export type DocumentsProps = {
  s: Snapshot;
  people: Placement[];
  /** How many of them hold a certificate of the trade that is valid on the day of departure. */
  certified: number;
  kind: PaperKind;
  mayWrite: boolean;
  mayPlan: boolean;
};
