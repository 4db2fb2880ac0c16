import { useReader } from '../i18n/reader.ts';
import { Table } from './told-table.tsx';
import type { JourneyReportProps } from './journey-report-view.ts';

export function Trouble({ s, legs, incidents }: JourneyReportProps) {
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
