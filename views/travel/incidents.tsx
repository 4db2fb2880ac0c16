import { isSelected } from '../../src/pipeline/batch/placement.ts';
import { BEARERS } from '../../src/pipeline/ledger/budget.ts';
import { paths } from '../../src/paths.ts';
import { Choice, Field, Form, options, useIsRefused } from '../components/form.tsx';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { IncidentView, Props } from './incident-view.ts';
import { AddIncident } from './add-incident.tsx';

/** What it cost, and who pays: known later than that it happened. */
function IncidentCost({ batchId, incidentId }: { batchId: string; incidentId: string }) {
  const { t } = useReader();
  return (
    <details open={useIsRefused(paths.incidentCost(batchId, incidentId))}>
      <summary>{t.travel.incident.addCost}</summary>
      <Form to={paths.incidentCost(batchId, incidentId)}>
        <div class="pair">
          <Field name="amount" scope={incidentId} label={t.travel.costOf} inputmode="decimal" />
          <Choice
            name="bearer"
            scope={incidentId}
            label={t.travel.incident.answerable}
            options={options(t.codes.bearer, BEARERS)}
          />
        </div>
        <button class="btn wide">{t.save}</button>
      </Form>
    </details>
  );
}

function Incident({
  each,
  wayOf,
  nameOf,
  mayWrite,
  s,
}: Pick<Props, 'mayWrite' | 's'> & {
  each: IncidentView;
  wayOf: (id: string | null) => string;
  nameOf: (id: string) => string;
}) {
  const { t, time, money } = useReader();
  const w = t.travel.incident;
  return (
    <li>
      <b>{t.codes.incident[each.kind]}</b> <time>{time(each.occurredAt)}</time>
      {[
        wayOf(each.legId),
        each.people.map(nameOf).join(t.nameComma),
        each.note,
        each.called && w.calledWas(each.called),
        each.policeReport && w.policeWas(each.policeReport),
        ...each.costs.map(({ bearer, fen }) => `${money(fen)} · ${t.codes.bearer[bearer]}`),
      ]
        .filter(Boolean)
        .join(' · ')}
      {mayWrite && <IncidentCost batchId={s.id} incidentId={each.id} />}
    </li>
  );
}

/** What went wrong on the way, newest first; and the form for it. */
export function Incidents({ s, incidents, legs, mayWrite, typed }: Props) {
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
