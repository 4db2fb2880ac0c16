import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import { type Reader, useReader } from '../../i18n/reader.ts';
import type { Placement } from '../../../src/pipeline/batch/placement.ts';
import { isDisputed } from '../../../src/pipeline/travel/roll-call/whereabouts.ts';
import { RollCount } from '../phone/roll-count.tsx';

export function isDone(s: Snapshot, p: Placement) {
  return (
    !isDisputed(p) && (s.departedAt === null ? p.travel !== 'expected' : p.travel !== 'boarded')
  );
}

export function counted(s: Snapshot): Placement[] {
  return s.placements.filter((p) =>
    s.departedAt === null
      ? p.recruitment === 'selected' && p.exit === null
      : isDisputed(p) ||
        ['boarded', 'arrived', 'left_en_route', 'missing', 'accepted', 'rejected'].includes(
          p.travel,
        ),
  );
}

export type CountProps = {
  s: Snapshot;
  phones: ReadonlyMap<string, string>;
  ends: Ends;
  swapped?: boolean;
};

export function countOf(s: Snapshot, phones: CountProps['phones'], t: Reader['t']) {
  const all = counted(s);
  const here = all.filter((p) =>
    s.departedAt === null
      ? p.travel === 'boarded'
      : ['arrived', 'accepted', 'rejected'].includes(p.travel),
  ).length;
  const open = all.filter((p) => !isDone(s, p));
  return {
    here,
    all: all.length,
    label: s.departedAt === null ? t.rollCall.boarded : t.rollCall.arrived,
    missing: open.map((p) => ({ name: p.name, phone: phones.get(p.workerId) ?? '' })),
  };
}

/** The big count, swapped on its own after each tap. */
export function RollCallCount({ s, phones, swapped }: CountProps) {
  return (
    <section
      class="card"
      id="count"
      aria-live="polite"
      {...(swapped ? { 'hx-swap-oob': 'true' } : {})}
    >
      <RollCount v={countOf(s, phones, useReader().t)} />
    </section>
  );
}

/** Where a finished roll call is closed: at departure, later at arrival. */
export type Ends = { depart: string; arrive: string; takeBack: string };
