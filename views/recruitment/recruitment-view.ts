import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import type { Proposal } from './proposals.tsx';
import type { Placement } from '../../src/pipeline/batch/placement.ts';

export type RecruitmentProps = {
  s: Snapshot;
  people: Placement[];
  /** Null where nobody was looked for, because every place is taken. */
  proposals: Proposal[] | null;
  villages: { id: string; name: string }[];
  terms: Terms;
  mayWrite: boolean;
  mayWitness: boolean;
};
