import { dayOf } from '../../../src/clock.ts';
import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import { LEG_TROUBLES } from '../../../src/pipeline/travel/incident.ts';
import { LEG_MODES, type LegMode } from '../../../src/pipeline/travel/manifest.ts';
import { paths } from '../../../src/paths.ts';
import { Choice, Field, FormKey, options, type Typed } from '../../components/form.tsx';
import { useReader } from '../../i18n/reader.ts';
import type { LegLine } from './legs.tsx';
import { Tick } from '../../components/tick.tsx';

/** A leg as it is planned, with everything that its form asks for. */
export type LegView = LegLine & { mode: LegMode };

type Props = { s: Snapshot; leg?: LegView; typed: Typed };

function Drivers({ typed, leg }: Pick<Props, 'typed' | 'leg'>) {
  const { t } = useReader();
  const w = t.travel;
  return (
    <div class="pair">
      <Field
        name="driver"
        label={w.driver}
        typed={typed}
        required={false}
        autocomplete="off"
        value={leg?.driver}
      />
      <Field
        name="driverPhone"
        label={w.driverPhone}
        typed={typed}
        type="tel"
        inputmode="tel"
        required={false}
        autocomplete="off"
        value={leg?.driverPhone}
      />
    </div>
  );
}

function LegTimes({ s, leg, typed }: Props) {
  const { t, clock } = useReader();
  const w = t.travel;
  const at = (instant: number | undefined, otherwise: string): string =>
    instant === undefined ? `${s.departsOn}T${otherwise}` : `${dayOf(instant)}T${clock(instant)}`;
  return (
    <>
      <Field
        name="departsAt"
        label={w.departsAt}
        typed={typed}
        type="datetime-local"
        value={at(leg?.departsAt, '08:00')}
      />
      <Field
        name="arrivesAt"
        label={w.arrivesAt}
        typed={typed}
        type="datetime-local"
        value={at(leg?.arrivesAt, '18:00')}
      />
    </>
  );
}

function CostAndHelp({ leg, typed }: Pick<Props, 'leg' | 'typed'>) {
  const { t } = useReader();
  const w = t.travel;
  return (
    <>
      <Field
        name="cost"
        label={w.costOf}
        typed={typed}
        inputmode="decimal"
        required={false}
        value={leg && leg.costFen > 0 ? leg.costFen / 100 : undefined}
      />
      <Field
        name="help"
        label={w.help}
        hint={w.helpHint}
        typed={typed}
        required={false}
        value={leg?.help}
      />
    </>
  );
}

/** The fields of one vehicle on one stretch of the way; of a leg that is changed, as it stands. */
export function LegFields(props: Props) {
  const { s, leg, typed } = props;
  const { t } = useReader();
  const w = t.travel;
  // Once something was typed and refused, a tick that is missing was taken away.
  const isTicked = (name: 'nightStop' | 'ticketed'): boolean =>
    'mode' in typed.values ? typed.values[name] === 'yes' : (leg?.[name] ?? false);
  return (
    <>
      <Choice
        name="mode"
        label={w.mode}
        typed={typed}
        options={options(t.codes.legMode, LEG_MODES)}
        value={leg?.mode}
      />
      <Field name="vehicle" label={w.vehicle} typed={typed} value={leg?.vehicle} />
      <div class="pair">
        <Field name="fromPlace" label={w.from} typed={typed} value={leg?.fromPlace} />
        <Field name="toPlace" label={w.to} typed={typed} value={leg?.toPlace} />
      </div>
      <LegTimes {...props} />
      <Field
        name="seats"
        label={w.seatCount}
        typed={typed}
        inputmode="numeric"
        value={leg?.seats ?? s.headcount + 3}
      />
      <Drivers typed={typed} {...(leg ? { leg } : {})} />
      <Field
        name="secondDriver"
        label={w.secondDriver}
        typed={typed}
        required={false}
        autocomplete="off"
        value={leg?.secondDriver}
      />
      <Field
        name="rests"
        label={w.rests}
        hint={w.restsHint}
        typed={typed}
        inputmode="numeric"
        required={false}
        value={leg?.rests}
      />
      <Tick name="nightStop" label={w.nightStop} checked={isTicked('nightStop')} />
      <Tick name="ticketed" label={w.ticketed} checked={isTicked('ticketed')} />
      <CostAndHelp typed={typed} {...(leg ? { leg } : {})} />
    </>
  );
}

/** Another vehicle, or other times, for a leg of the plan. */
export function LegChangeBody({ s, leg, typed }: { s: Snapshot; leg: LegView; typed: Typed }) {
  const { t } = useReader();
  return (
    <form method="post" action={paths.legReplacement(s.id, leg.id)} class="card">
      <h1>{t.travel.changeLeg}</h1>
      <p class="sub">{t.travel.changeLegWhy}</p>
      <FormKey />
      {s.departedAt !== null && (
        <>
          <Choice
            name="trouble"
            label={t.travel.incident.kind}
            typed={typed}
            options={options(t.codes.incident, LEG_TROUBLES)}
          />
          <Field name="why" label={t.travel.incident.note} typed={typed} required={false} />
        </>
      )}
      <LegFields s={s} leg={leg} typed={typed} />
      <button class="btn primary wide">{t.save}</button>
    </form>
  );
}
