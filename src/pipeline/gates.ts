import type { Snapshot } from './batch/snapshot.ts';
import { COURSE } from './course.ts';
import type { Lack } from './lack.ts';
import { type Stage, stageIndex, STAGES } from './stages.ts';

/** What this stage alone waits for: the line under its name on the rail. */
export function ownLacks(s: Snapshot, stage: Stage): Lack[] {
  return COURSE.filter((slice) => slice.stage === stage).flatMap(({ gate }) => gate(s));
}

/**
 * What must still hold before a stage closes. Before departure every earlier gate counts too: a
 * withdrawal opens a place again even while papers are being collected. After departure the list of
 * people is fixed.
 */
export function lacks(s: Snapshot, stage: Stage): Lack[] {
  return upTo(s, stage).flatMap((each) => ownLacks(s, each));
}

/**
 * Asked after every write: the stage's own gate first, which is the one that mostly does not hold.
 */
export function gateHolds(s: Snapshot, stage: Stage): boolean {
  return upTo(s, stage)
    .toReversed()
    .every((each) => ownLacks(s, each).length === 0);
}

function upTo(s: Snapshot, stage: Stage): readonly Stage[] {
  const from = s.departedAt === null ? 0 : stageIndex('travel');
  return STAGES.slice(Math.min(from, stageIndex(stage)), stageIndex(stage) + 1);
}
