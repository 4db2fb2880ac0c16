import { FieldError } from '../components/problems.tsx';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import type { EscortProps } from './escort-view.ts';
import { paths } from '../../src/paths.ts';
import { FormKey } from '../components/form.tsx';
import { named, useReader } from '../i18n/reader.ts';
import { Tick } from '../components/tick.tsx';
import { Choice } from '../components/choice.tsx';

export function AddCaptain({
  mayChange,
  free,
  captain,
  s,
}: Pick<EscortProps, 'captain' | 's'> & { mayChange: boolean; free: Placement[] }) {
  const { t } = useReader();
  const w = t.travel;
  if (!(mayChange && free.length > 0)) return null;
  return (
    <details open={Object.keys(captain.errors).length > 0}>
      <summary>{w.addCaptain}</summary>
      <form method="post" action={paths.captains(s.id)}>
        <FormKey />
        <Choice
          name="placementId"
          label={w.captainWho}
          typed={captain}
          options={free.map((p) => [p.id, p.name] as const)}
        />
        <Tick name="agreed" label={w.captainAgreed} checked={false} />
        {captain.errors['agreed'] && (
          <FieldError
            id="captain-agreed"
            label={w.captainAgreed}
            text={named(t.errors, captain.errors['agreed'])}
          />
        )}
        <button class="btn primary wide">{t.save}</button>
      </form>
    </details>
  );
}
