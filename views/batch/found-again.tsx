import { paths } from '../../src/paths.ts';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { PlacementView } from './placement-view.ts';
import { Action } from '../components/action.tsx';

/** Somebody who was missing has been found: at the post after all, or gone their own way. */
export function Found({ p, rights }: PlacementView) {
  const { t } = useReader();
  if (p.travel !== 'missing' || !rights.station) return null;
  return (
    <Card title={t.rollCall.found}>
      <Action
        to={paths.checkIn(p.id)}
        label={t.rollCall.foundAtPost}
        look="primary"
        fields={{ outcome: 'arrived' }}
        wide
      />
      <Action
        to={paths.checkIn(p.id)}
        label={t.codes.travel.left_en_route}
        fields={{ outcome: 'left_en_route' }}
        wide
      />
    </Card>
  );
}
