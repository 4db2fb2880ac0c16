import { dayOf } from '../../src/clock.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { type Reader, useReader } from '../i18n/reader.ts';

type Days = Pick<Snapshot, 'leavesAt' | 'departsOn'>;

/** When a batch leaves, once that is planned, and when its people begin to work: two days. */
export function whenOf({ leavesAt, departsOn }: Days, { t, day }: Pick<Reader, 't' | 'day'>) {
  return [
    leavesAt === null ? '' : t.batch.departs(day(dayOf(leavesAt))),
    t.batch.startsWork(day(departsOn)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The same for whoever reads the page. */
export function useWhen(): (days: Days) => string {
  const { t, day } = useReader();
  return (days) => whenOf(days, { t, day });
}
