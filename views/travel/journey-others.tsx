import { placeHolders } from '../../src/pipeline/batch/equation.ts';
import { standing } from '../../src/pipeline/travel/handover/correction.ts';
import { useReader } from '../i18n/reader.ts';
import { Table } from './told-table.tsx';
import { isAbsent, type Placement } from '../../src/pipeline/batch/placement.ts';
import type { JourneyReportProps } from './journey-report-view.ts';

/** Whoever is at the post, or still on the way there. */
const UNDER_WAY: ReadonlySet<string> = new Set(['expected', 'boarded', 'arrived', 'accepted']);

/** Everybody who holds a place and is not at the post: where they are instead, and why. */
export function Others({ s, handovers, outcomes }: JourneyReportProps) {
  const { t, money } = useReader();
  const w = t.journeyReport;
  const reasons = new Map(
    standing(handovers).flatMap(({ rejected }) =>
      rejected.map((each) => [each.placementId, t.codes.rejection[each.reason]]),
    ),
  );
  const settled = new Map(outcomes.map((each) => [each.placementId, each]));
  const whereIs = (p: Placement): string => {
    if (p.travel !== 'expected') return t.codes.travel[isAbsent(p) ? 'no_show' : p.travel];
    return p.exit === null ? t.codes.travel.expected : t.batch.equation.withdrawn;
  };
  const rest = placeHolders(s).filter((p) => p.exit !== null || !UNDER_WAY.has(p.travel));
  if (rest.length === 0) return <p>{s.handedOverAt === null ? w.nobodyYet : w.nobodyElse}</p>;
  return (
    <Table
      label={w.others}
      heads={[t.workers.name, t.sheets.outcome, t.sheets.reason, w.after]}
      rows={rest.map((p) => {
        const after = settled.get(p.id);
        return [
          p.name,
          whereIs(p),
          p.travel === 'rejected' ? (reasons.get(p.id) ?? '') : '',
          p.travel === 'rejected' && after
            ? [
                t.codes.onward[after.next],
                after.costFen > 0 && `${t.codes.bearer[after.bearer]} ${money(after.costFen)}`,
                after.note,
              ]
                .filter(Boolean)
                .join(' · ')
            : '',
        ];
      })}
    />
  );
}
