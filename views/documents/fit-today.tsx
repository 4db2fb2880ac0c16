import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { paths } from '../../src/paths.ts';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { YesNo } from './yes-no.tsx';

type FitProps = { link: string; s: Snapshot; p: Placement; isDay: boolean };

/** On the day: whether they feel able to travel. A no is respected and costs them nothing. */
export function FitToday({ link, s, p, isDay }: FitProps) {
  const { t } = useReader();
  const w = t.ownPapers;
  if (
    !isDay ||
    s.lockedAt === null ||
    s.departedAt !== null ||
    p.exit !== null ||
    p.recruitment !== 'selected'
  )
    return null;
  return (
    <Card title={w.fitTitle}>
      <p class="sub">{w.fitWhy}</p>
      <YesNo
        to={paths.workerFitness(link)}
        yes={w.fitYes}
        no={w.fitNo}
        primary={p.travelFit === null}
      />
      {p.travelFit !== null && (
        <p class="notice ok">{p.travelFit === 'yes' ? w.saidFit : w.saidUnfit}</p>
      )}
    </Card>
  );
}
