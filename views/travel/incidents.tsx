import type { Placement } from '../../src/pipeline/batch/placement.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { type Bearer, BEARERS } from '../../src/pipeline/ledger/budget.ts';
import { paths } from '../../src/paths.ts';
import {
  Choice,
  Field,
  Form,
  FormKey,
  options,
  type Typed,
  useIsRefused,
} from '../components/form.tsx';
import { Card, Empty } from '../components/parts.tsx';
import { named, useReader } from '../i18n/reader.ts';
import { INCIDENT_KINDS, type IncidentKind } from '../../src/pipeline/travel/travel-state.ts';
import { isSelected } from '../../src/pipeline/batch/placement.ts';
import { Tick } from '../components/tick.tsx';

export type IncidentView = {
  id: string;
  kind: IncidentKind;
  legId: string | null;
  people: string[];
  occurredAt: number;
  note: string;
  called: string;
  policeReport: string;
  /** What it has cost, by who bears it. */
  costs: { bearer: Bearer; fen: number }[];
};
type Props = {
  s: Snapshot;
  incidents: IncidentView[];
  legs: { id: string; fromPlace: string; toPlace: string; vehicle: string }[];
  mayWrite: boolean;
  typed: Typed;
};

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

function Concerned({ typed, people }: { typed: Typed; people: Placement[] }) {
  const { t } = useReader();
  const w = t.travel.incident;
  return (
    <details open={typed.errors['people'] !== undefined}>
      <summary>{w.people}</summary>
      {typed.errors['people'] && (
        <p class="error" role="alert">
          {named(t.errors, typed.errors['people'])}
        </p>
      )}
      {people.map((p) => (
        <Tick name="people" value={p.id} label={p.name} />
      ))}
    </details>
  );
}

function CostFields({ typed }: { typed: Typed }) {
  const { t } = useReader();
  const w = t.travel.incident;
  return (
    <div class="pair">
      <Field
        name="cost"
        scope="incident"
        label={t.travel.costOf}
        typed={typed}
        inputmode="decimal"
        required={false}
      />
      <Choice
        name="answerable"
        scope="incident"
        label={w.answerable}
        typed={typed}
        options={options(t.codes.bearer, BEARERS)}
        value="nobody"
      />
    </div>
  );
}

function Happened({ typed }: Pick<Props, 'typed'>) {
  const { t } = useReader();
  const w = t.travel.incident;
  return (
    <>
      <Field name="note" scope="incident" label={w.note} typed={typed} required={false} />
      <Field
        name="called"
        scope="incident"
        label={w.called}
        hint={w.calledHint}
        typed={typed}
        required={false}
      />
      <Field name="policeReport" scope="incident" label={w.police} typed={typed} required={false} />
    </>
  );
}

function AddIncident({
  mayWrite,
  s,
  typed,
  legs,
  people,
}: Pick<Props, 'mayWrite' | 's' | 'typed' | 'legs'> & { people: Placement[] }) {
  const { t } = useReader();
  const w = t.travel.incident;
  if (!(mayWrite && s.status === 'open')) return null;
  return (
    <details open={Object.keys(typed.errors).length > 0}>
      <summary>{w.add}</summary>
      <form method="post" action={paths.incidents(s.id)}>
        <FormKey />
        <Choice
          name="kind"
          scope="incident"
          label={w.kind}
          typed={typed}
          options={options(t.codes.incident, INCIDENT_KINDS)}
        />
        <Field
          name="at"
          scope="incident"
          label={w.at}
          typed={typed}
          type="datetime-local"
          value={`${s.departsOn}T12:00`}
        />
        {legs.length > 0 && (
          <Choice
            name="legId"
            label={w.leg}
            typed={typed}
            options={legs.map(
              (leg) => [leg.id, t.travel.legLine(leg.fromPlace, leg.toPlace)] as const,
            )}
            empty={w.noLeg}
          />
        )}
        <Happened typed={typed} />
        <CostFields typed={typed} />
        <Concerned typed={typed} people={people} />
        <button class="btn primary wide">{t.save}</button>
      </form>
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
