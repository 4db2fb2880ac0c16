import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { PlannedLeg } from '../../src/pipeline/travel/plan/plan.ts';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { isSelected } from '../../src/pipeline/batch/placement.ts';
import { lackingPapers } from '../../src/pipeline/readiness.ts';
import type { Lack } from '../../src/pipeline/lack.ts';

type Props = { s: Snapshot; legs: PlannedLeg[]; lacking: Lack[]; withoutKin: number };

/** What has to be in order before anybody drives off, each point with how many it still lacks. */
export function Checklist({ s, legs, lacking, withoutKin }: Props) {
  const { t } = useReader();
  const w = t.travel.check;
  const of = (...codes: Lack['code'][]) =>
    lacking.filter(({ code }) => codes.includes(code)).reduce((sum, { count }) => sum + count, 0);
  const paper = (kind: 'contract' | 'insurance') =>
    s.placements.filter((p) => isSelected(p) && lackingPapers(s, p).includes(kind)).length;
  const points: [label: string, lacks: number][] = [
    [w.consent, of('consent', 'places', 'too_many')],
    [w.medical, of('medical', 'medical_expiring', 'legal')],
    [w.papers, of('papers')],
    [w.originals, of('custody')],
    [w.contract, paper('contract')],
    [w.insurance, paper('insurance')],
    [w.tickets, legs.filter((leg) => leg.mode === 'train' && !leg.ticketed).length],
    [w.kin, withoutKin],
  ];
  return (
    <Card title={w.title}>
      <ul class="lines">
        {points.map(([label, lacks]) => (
          <li>
            {lacks === 0 ? `✓ ${label}` : <b class="late">{`✗ ${label} · ${w.lacks(lacks)}`}</b>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
