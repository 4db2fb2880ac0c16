import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import type { LegMode } from '../../../src/pipeline/travel/manifest.ts';
import type { Typed } from '../../components/form.tsx';
import type { LegLine } from './legs.tsx';

/** A leg as it is planned, with everything that its form asks for. */
export type LegView = LegLine & { mode: LegMode };

export type LegProps = { s: Snapshot; leg?: LegView; typed: Typed };
