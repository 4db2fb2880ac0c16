import { paths } from '../../src/paths.ts';
import { Form, useIsRefused } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { RETURN_REASONS } from '../../src/pipeline/follow-up/follow-up-state.ts';
import { Choice, options } from '../components/choice.tsx';

/** Somebody has come home: why, so that the next batch to this employer knows. */
export function HomecomingForm({ placementId }: { placementId: string }) {
  const { t } = useReader();
  return (
    <details class="card" open={useIsRefused(paths.homecoming(placementId))}>
      <summary>{t.visits.cameHome}</summary>
      <Form to={paths.homecoming(placementId)}>
        <Choice
          name="reason"
          label={t.batch.reason}
          options={options(t.codes.returnReason, RETURN_REASONS)}
        />
        <button class="btn primary wide">{t.save}</button>
      </Form>
    </details>
  );
}
