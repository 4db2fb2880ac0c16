import { type Stage, stageIndex, STAGES } from '../../src/pipeline/stages.ts';
import { useReader } from '../i18n/reader.ts';
import type { Lack } from '../../src/pipeline/lack.ts';

export type RailProps = {
  stage: Stage;
  ended: boolean;
  lacking: Partial<Record<Stage, Lack[]>>;
  hrefs: Record<Stage, string>;
};

/**
 * The six stages: where the batch stands, and what the gate of each lacks. Each leads to its page.
 */
export function Rail({ stage, ended, lacking, hrefs }: RailProps) {
  const { t } = useReader();
  const here = stageIndex(stage);
  return (
    <nav aria-label={t.batch.rail}>
      <ol class="rail">
        {STAGES.map((each, i) => {
          const past = ended || i < here;
          // How many visits are due, the steps say: most of those that are left have their time.
          const count = (lacking[each] ?? [])
            .filter(({ code }) => code !== 'visits')
            .reduce((sum, lack) => sum + lack.count, 0);
          const state = ended ? 'past' : placeInTime(each, stage);
          return (
            <li
              class={state}
              {...(i === here && !ended ? { 'aria-current': 'step' as const } : {})}
            >
              <a href={hrefs[each]}>
                <i aria-hidden="true">{past ? '✓' : i + 1}</i>
                {t.codes.stage[each]}
                {count > 0 && i <= here && <small>{t.batch.lacksCount(count)}</small>}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Whether a stage lies behind a batch that stands in another, or is where it stands. */
export function placeInTime(each: Stage, here: Stage): 'past' | 'now' | '' {
  if (stageIndex(each) < stageIndex(here)) return 'past';
  return each === here ? 'now' : '';
}
