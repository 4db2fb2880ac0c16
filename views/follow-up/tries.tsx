import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Try } from './visit-view.ts';

/** What was tried so far, the newest first. */
export function Tries({ tries }: { tries: Try[] }) {
  const { t, day } = useReader();
  if (tries.length === 0) return null;
  return (
    <Card title={t.visits.tries}>
      <ul class="lines">
        {tries.map(({ outcome, madeOn }) => (
          <li>
            {day(madeOn)} · {t.codes.visitOutcome[outcome]}
          </li>
        ))}
      </ul>
    </Card>
  );
}
