import { isSelected } from '../../src/pipeline/batch/placement.ts';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { IncidentProps } from './incident-view.ts';
import { AddIncident } from './add-incident.tsx';
import { Incident } from './incident-line.tsx';

/** What went wrong on the way, newest first; and the form for it. */
export function Incidents({ s, incidents, legs, mayWrite, typed }: IncidentProps) {
  const { t } = useReader();
  const w = t.travel.incident;
  const nameOf = (id: string) => s.placements.find((p) => p.id === id)?.name ?? '';
  const wayOf = (id: string | null): string => {
    const leg = legs.find((each) => each.id === id);
    return leg ? `${t.travel.legLine(leg.fromPlace, leg.toPlace)} ${leg.vehicle}` : '';
  };
  const people = s.placements.filter((p) => isSelected(p) || p.travel !== 'expected');
  if (!mayWrite && incidents.length === 0) return null;
  return (
    <Card title={w.title} id="incidents">
      {incidents.length === 0 && <Empty>{w.none}</Empty>}
      <ul class="lines">
        {incidents.map((each) => (
          <Incident each={each} wayOf={wayOf} nameOf={nameOf} mayWrite={mayWrite} s={s} />
        ))}
      </ul>
      <AddIncident mayWrite={mayWrite} s={s} typed={typed} legs={legs} people={people} />
    </Card>
  );
}
