import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import type { Typed } from '../../components/form.tsx';
import type { LegLine } from './legs.tsx';

export type PlanProps = {
  s: Snapshot;
  legs: LegLine[];
  escorts: { id: string }[];
  mayWrite: boolean;
  typed: Typed;
};
