import type { RollWords } from './roll-line-view.ts';
import { fill } from './tap.tsx';

/** Whom the list shows. */
export const FILTERS = ['open', 'done', 'all'] as const;
export type Filter = (typeof FILTERS)[number];

export type FilterView = { current: Filter; counts: Record<Filter, number> };

export function Filters({ w, v }: { w: RollWords; v: FilterView }) {
  return (
    <div class="chips">
      {FILTERS.map((each) => (
        <button
          type="button"
          class="btn"
          data-filter={each}
          {...(each === v.current ? { 'aria-current': 'true' as const } : {})}
        >
          {fill(w[each], { n: v.counts[each] })}
        </button>
      ))}
    </div>
  );
}
