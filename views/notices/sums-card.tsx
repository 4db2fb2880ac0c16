import { Card, Facts } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Sums } from './today-view.ts';

/** How many people are where, over all batches under way. */
export function SumsCard({ sums }: { sums: Sums }) {
  const { t } = useReader();
  const w = t.today.sums;
  return (
    <Card title={w.title}>
      <Facts
        rows={[
          [w.places, t.people(sums.places)],
          [w.open, t.people(sums.open)],
          [w.preparing, t.people(sums.preparing)],
          [w.ready, t.people(sums.ready)],
          [w.travelling, t.people(sums.travelling)],
          [w.atWork, t.people(sums.atWork)],
        ]}
      />
    </Card>
  );
}
