import type { Orm, Query } from '../../../db/client.ts';
import { newId } from '../../../ids.ts';
import { apply, type Change, merge } from '../../batch/change.ts';
import type { Snapshot } from '../../batch/snapshot.ts';
import { visitStatements } from '../../follow-up/follow-up.queries.ts';
import { withVisits } from '../../follow-up/schedule.ts';
import { settleHeld } from './course.ts';
import type { Taken } from './entries.ts';
import { settleEntries } from './entries.queries.ts';
import { insertHandover } from '../travel.queries.ts';

/** The rows of steps that waited and are decided: what became of each entry, and the signatures that came to pass. */
export const heldRows = (
  orm: Orm,
  batchId: string,
  { settled, signed }: Pick<Taken, 'settled' | 'signed'>,
  now: number,
): Query[] => [
  ...settleEntries(orm, batchId, settled),
  ...signed.map((each) => insertHandover(orm, { id: newId(now), batchId, ...each })),
];

/**
 * A change, whoever makes it, together with what a phone had asked for before and that now comes to pass: the office settles
 * whom two phones disagreed on, and the departure that waited for it is there.
 */
export const withHeld = (
  before: Snapshot,
  change: Change,
  now: number,
): { change: Change; rows: (orm: Orm) => Query[] } => {
  const after = apply(before, change);
  const held = settleHeld(after);
  if (held === null) return { change, rows: () => [] };
  const due = withVisits(after, held.change, now);
  const settled = 'error' in due ? held.change : due;
  return {
    change: merge(change, settled),
    rows: (orm) => [...heldRows(orm, before.id, held, now), ...visitStatements(orm, after, settled, now)],
  };
};
