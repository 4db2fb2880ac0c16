import { LEG_MODES } from '../../../src/pipeline/travel/manifest.ts';
import { Field } from '../../components/form.tsx';
import { useReader } from '../../i18n/reader.ts';
import { Tick } from '../../components/tick.tsx';
import { Choice, options } from '../../components/choice.tsx';
import { Drivers } from './drivers.tsx';
import { LegTimes } from './leg-times.tsx';
import type { LegProps } from './leg-view.ts';

function CostAndHelp({ leg, typed }: Pick<LegProps, 'leg' | 'typed'>) {
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
export function LegFields(props: LegProps) {
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
