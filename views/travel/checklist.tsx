import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { type Checked, checksOf } from '../../src/pipeline/travel/plan/checks.ts';
import type { PlannedLeg } from '../../src/pipeline/travel/plan/plan.ts';
import { Card } from '../components/parts.tsx';
import { type Reader, useReader } from '../i18n/reader.ts';
import type { Lack } from '../../src/pipeline/lack.ts';

type Props = { s: Snapshot; legs: PlannedLeg[]; lacking: Lack[]; withoutKin: number };

/** What has to be in order before anybody drives off, each point with how many it still lacks. */
export function Checklist(props: Props) {
  const { t } = useReader();
  return (
    <Card title={t.travel.check.title}>
      <ul class="lines">
        {checksOf(props).map((checked) => (
          <li>
            <Line {...checked} t={t} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Line({ check, lacks, none, t }: Checked & Pick<Reader, 't'>) {
  const w = t.travel.check;
  const label = w[check];
  if (lacks > 0) return <b class="late">{`✗ ${label} · ${w.lacks(lacks)}`}</b>;
  return <>{none ? `– ${label} · ${w[none]}` : `✓ ${label}`}</>;
}
