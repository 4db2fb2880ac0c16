import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import type { Photo } from './paper-camera.tsx';

export type PersonPapersProps = { s: Snapshot; p: Placement; photos: Photo[] };
