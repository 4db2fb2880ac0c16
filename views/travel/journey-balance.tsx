import { equation } from '../../src/pipeline/batch/equation.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { useReader } from '../i18n/reader.ts';

/** The three sums, each with the number of its names below. */
export function Balance({ s }: { s: Snapshot }) {
  const { t } = useReader();
  const w = t.journeyReport;
  const e = equation(s);
  return (
    <ul class="lines">
      <li>{w.confirmed(e.confirmed, e.boarded, e.noShow, e.withdrawn, e.unfilled + e.waiting)}</li>
      <li>{w.boarded(e.boarded, e.arrived, e.leftEnRoute, e.missing, e.travelling)}</li>
      <li>{w.arrived(e.arrived, e.accepted, e.rejected, e.awaiting)}</li>
    </ul>
  );
}
