import { paths } from '../../src/paths.ts';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Action } from '../components/action.tsx';

/** A vacated place that is theirs if they want it; a late yes is heard as well. */
export function VacantPlace({ link, p }: { link: string; p: Placement }) {
  const { t, time } = useReader();
  const w = t.workerLink;
  if (p.recruitment !== 'reserve' || p.placeOffer === null) return null;
  const isOpen = p.placeOffer === 'open' && p.placeOfferUntil !== null;
  return (
    <Card title={w.placeTitle}>
      <p class="big">{isOpen ? w.placeWhy(time(p.placeOfferUntil ?? 0)) : w.placeLate}</p>
      <Action
        to={paths.workerPlace(link)}
        label={w.takePlace}
        look="primary"
        fields={{ answer: 'yes' }}
        wide
      />
      {isOpen && (
        <Action to={paths.workerPlace(link)} label={w.refusePlace} fields={{ answer: 'no' }} wide />
      )}
    </Card>
  );
}
