import { dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { CONCLUSIONS, RESTRICTIONS } from '../../src/pipeline/health/health-state.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Choice, options } from '../components/choice.tsx';

/**
 * The station enters a conclusion that came on paper: the same few choices as the clinic's, and no
 * remark.
 */
export function ConclusionForm({ p }: { p: Placement }) {
  const { t, now } = useReader();
  return (
    <details class="card" open={useIsRefused(paths.conclusion(p.id))}>
      <summary>{t.health.enter}</summary>
      <p class="sub">{t.health.onlyConclusion}</p>
      <Form to={paths.conclusion(p.id)}>
        <Choice
          name="conclusion"
          label={t.health.conclusion}
          options={options(t.codes.health, CONCLUSIONS)}
        />
        <Choice
          name="restriction"
          label={t.health.restriction}
          options={options(t.codes.restriction, RESTRICTIONS)}
          empty={t.health.noRestriction}
        />
        <Field name="recheckBy" label={t.health.recheckBy} type="date" required={false} />
        <Field name="concludedOn" label={t.health.concludedOn} type="date" value={dayOf(now)} />
        <button class="btn primary wide">{t.save}</button>
      </Form>
    </details>
  );
}
