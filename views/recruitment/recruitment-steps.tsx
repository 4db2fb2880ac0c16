import { paths } from '../../src/paths.ts';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Action } from '../components/action.tsx';
import type { RecruitmentProps } from './recruitment-view.ts';

export function RecruitmentSteps({
  alive,
  registered,
  s,
  consented,
  open,
}: Pick<RecruitmentProps, 's'> & {
  alive: boolean;
  registered: Placement[];
  consented: Placement[];
  open: number;
}) {
  const { t } = useReader();
  if (!alive) return null;
  return (
    <div class="stack">
      {registered.length > 0 && s.order.state === 'confirmed' && (
        <Action
          to={paths.offers(s.id)}
          label={t.recruitment.offerAll(registered.length)}
          look="primary"
          wide
        />
      )}
      {consented.length > 0 && open > 0 && (
        <Action
          to={paths.selections(s.id)}
          label={t.recruitment.selectAll(Math.min(open, consented.length))}
          look={registered.length > 0 ? 'plain' : 'primary'}
          wide
        />
      )}
      {consented.length > 0 && open <= 0 && s.headcount > 0 && (
        <Action
          to={paths.reserves(s.id)}
          label={t.recruitment.reserveAll(consented.length)}
          look="primary"
          wide
        />
      )}
    </div>
  );
}
