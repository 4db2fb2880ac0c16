import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { paths } from '../../src/paths.ts';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';

/** How vacated places are offered to the reserves, and the switch that stops it. */
export function ReserveOffers({ s, mayWrite }: { s: Snapshot; mayWrite: boolean }) {
  const { t } = useReader();
  return (
    <>
      <p class="sub">{s.reserveStopped ? t.recruitment.offersStopped : t.recruitment.reserveWhy}</p>
      {mayWrite && (
        <Action
          to={paths.reserveOffers(s.id)}
          label={s.reserveStopped ? t.recruitment.resumeOffers : t.recruitment.stopOffers}
          fields={{ stopped: s.reserveStopped ? 'no' : 'yes' }}
        />
      )}
    </>
  );
}
