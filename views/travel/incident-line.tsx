import { BEARERS } from '../../src/pipeline/ledger/budget.ts';
import { paths } from '../../src/paths.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import type { IncidentView, IncidentProps } from './incident-view.ts';
import { Choice, options } from '../components/choice.tsx';

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

export function Incident({
  each,
  wayOf,
  nameOf,
  mayWrite,
  s,
}: Pick<IncidentProps, 'mayWrite' | 's'> & {
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
