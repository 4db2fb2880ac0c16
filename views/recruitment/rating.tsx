import { paths } from '../../src/paths.ts';
import { FormKey } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { type Mark, MARKS } from '../../src/pipeline/recruitment/match-reason.ts';

/** How the employer was, in one of three words. */
export function Rating({ link, p, mark }: { link: string; p: Placement; mark: Mark | null }) {
  const { t, readsOnly } = useReader();
  const w = t.workerLink;
  if (readsOnly) return null;
  if (p.travel !== 'accepted' && p.travel !== 'rejected') return null;
  return (
    <details class="card" open={mark === null}>
      <summary>{mark === null ? w.rate : w.rated}</summary>
      <p class="sub">{w.rateWhy}</p>
      <form class="row" method="post" action={paths.workerRating(link)}>
        <FormKey />
        {MARKS.map((each) => (
          <button
            class="btn"
            name="mark"
            value={each}
            aria-pressed={each === mark ? 'true' : 'false'}
          >
            {t.codes.mark[each]}
          </button>
        ))}
      </form>
    </details>
  );
}
