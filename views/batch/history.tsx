import type { ToldLine } from '../../src/pipeline/batch/change.ts';
import { type Sentence, sentenceOf } from '../i18n/detail.ts';
import { type Reader, useReader } from '../i18n/reader.ts';

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

/** What a line tells, as a sentence; null where only a later version has words for it. */
export function sentenceFor(
  { t, day, time }: Reader,
  { kind, detail }: Pick<ToldLine, 'kind' | 'detail'>,
  name: string,
): string | null {
  const sentences: Partial<Record<string, Sentence>> = t.history;
  const say = sentences[kind];
  return say === undefined ? null : sentenceOf(say, { ...detail, name }, { day, time });
}

type Props = { lines: ToldLine[]; nameOf: (placementId: string) => string; seesHealth: boolean };

/** The batch's history, newest first, as sentences with the person's name. */
export function History({ lines, nameOf, seesHealth }: Props) {
  const reader = useReader();
  const { t, time } = reader;
  return (
    <ol class="history">
      {lines.map((told) => {
        const line = seesHealth ? told : discreet(told);
        if (!line) return null;
        const name = line.placementId ? nameOf(line.placementId) : '';
        return (
          <li>
            <time>
              {time(line.occurredAt)}
              {line.detail['isDoubtful'] === true && ` ${t.doubtfulTime}`}
            </time>
            <span>{sentenceFor(reader, line, name) ?? line.kind}</span>
          </li>
        );
      })}
    </ol>
  );
}
