import type { ToldLine } from '../../src/pipeline/batch/change.ts';
import { useReader } from '../i18n/reader.ts';

const OF_HEALTH: ReadonlySet<string> = new Set([
  'examined',
  'exam_taken_back',
  'exam_day_finished',
  'fit_today',
  'not_fit_today',
]);

/**
 * What somebody who may not see conclusions is told instead: that a person left or did not board,
 * never why.
 */
export function discreet<Line extends ToldLine>(line: Line): Line | null {
  if (OF_HEALTH.has(line.kind)) return null;
  if (line.kind === 'left_after_exam') return { ...line, kind: 'withdrew' };
  return line.kind === 'roll_call' && line.detail['outcome'] === 'unfit'
    ? { ...line, detail: { outcome: 'no_show' } }
    : line;
}

type Props = { lines: ToldLine[]; nameOf: (placementId: string) => string; seesHealth: boolean };

/** The batch's history, newest first, as sentences with the person's name. */
export function History({ lines, nameOf, seesHealth }: Props) {
  const { t, time, day } = useReader();
  return (
    <ol class="history">
      {lines.map((told) => {
        const line = seesHealth ? told : discreet(told);
        if (!line) return null;
        const say = t.history[line.kind as keyof typeof t.history];
        const name = line.placementId ? nameOf(line.placementId) : '';
        return (
          <li>
            <time>
              {time(line.occurredAt)}
              {line.detail['isDoubtful'] === true && ` ${t.doubtfulTime}`}
            </time>
            <span>{say ? say({ ...line.detail, name }, day) : line.kind}</span>
          </li>
        );
      })}
    </ol>
  );
}
