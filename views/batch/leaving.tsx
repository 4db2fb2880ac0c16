import { paths } from '../../src/paths.ts';
import { Form, useIsRefused } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { RELEASE_REASONS } from '../../src/pipeline/recruitment/recruitment-state.ts';
import type { PlacementView } from './placement-view.ts';
import { Action } from '../components/action.tsx';
import { Choice, options } from '../components/choice.tsx';

export function Leaving({ s, p, rights }: PlacementView) {
  const { t } = useReader();
  if (p.exit !== null || !p.active) return null;
  return (
    <details class="card" open={useIsRefused(paths.release(p.id))}>
      <summary>{t.recruitment.leaving}</summary>
      <p class="sub">{t.recruitment.withdrawWhy}</p>
      {rights.withdraw && (
        <Action to={paths.withdrawal(p.id)} label={t.recruitment.withdraw(p.name)} wide />
      )}
      {rights.station && s.departedAt === null && (
        <Form to={paths.release(p.id)}>
          <Choice
            name="reason"
            label={t.batch.reason}
            options={options(t.codes.releaseReason, RELEASE_REASONS)}
          />
          <button class="btn wide">{t.recruitment.release}</button>
        </Form>
      )}
    </details>
  );
}
