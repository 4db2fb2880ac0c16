import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';

export type ContractProps = {
  p: Placement;
  terms: Terms;
  mayWrite: boolean;
};
