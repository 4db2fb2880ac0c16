import { equation, placeHolders } from '../../src/pipeline/batch/equation.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { standing } from '../../src/pipeline/travel/handover/correction.ts';
import { useReader } from '../i18n/reader.ts';
import { Table } from './told-table.tsx';
import { isAbsent, type Placement } from '../../src/pipeline/batch/placement.ts';
import type { Props } from './journey-report-view.ts';

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

/** Whoever is at the post, or still on the way there. */
const UNDER_WAY: ReadonlySet<string> = new Set(['expected', 'boarded', 'arrived', 'accepted']);

/** Everybody who holds a place and is not at the post: where they are instead, and why. */
export function Others({ s, handovers, outcomes }: Props) {
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

export function Trouble({ s, legs, incidents }: Props) {
  const { t, time, money } = useReader();
  const w = t.journeyReport;
  const nameOf = (id: string) => s.placements.find((p) => p.id === id)?.name ?? '';
  const wayOf = (id: string | null): string => {
    const leg = legs.find((each) => each.id === id);
    return leg ? `${t.travel.legLine(leg.fromPlace, leg.toPlace)} ${leg.vehicle}` : '';
  };
  if (incidents.length === 0) return <p>{t.travel.incident.none}</p>;
  return (
    <Table
      label={t.travel.incident.title}
      heads={[w.when, t.travel.incident.kind, w.what, w.costs]}
      rows={incidents
        .toReversed()
        .map((each) => [
          time(each.occurredAt),
          t.codes.incident[each.kind],
          [
            wayOf(each.legId),
            each.people.length > 6
              ? t.people(each.people.length)
              : each.people.map(nameOf).join(t.nameComma),
            each.note,
            each.called && t.travel.incident.calledWas(each.called),
            each.policeReport && t.travel.incident.policeWas(each.policeReport),
          ]
            .filter(Boolean)
            .join(' · '),
          each.costs
            .map(({ bearer, fen }) => `${money(fen)} · ${t.codes.bearer[bearer]}`)
            .join(' / '),
        ])}
    />
  );
}
