import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import type { Typed } from '../../components/form.tsx';
import type { LegLine } from './legs.tsx';

export type SeatsProps = { s: Snapshot; legs: LegLine[]; mayWrite: boolean; typed: Typed };
