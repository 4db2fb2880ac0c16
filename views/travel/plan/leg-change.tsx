import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import { LEG_TROUBLES } from '../../../src/pipeline/travel/incident.ts';
import { paths } from '../../../src/paths.ts';
import { Field, FormKey, type Typed } from '../../components/form.tsx';
import { useReader } from '../../i18n/reader.ts';
import { Choice, options } from '../../components/choice.tsx';
import { LegFields } from './leg-form.tsx';
import type { LegView } from './leg-view.ts';

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
