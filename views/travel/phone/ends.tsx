import { Handover } from './handover.tsx';
import { fill } from './tap.tsx';
import type { EndsProps } from './ends-view.ts';

/**
 * What closes a roll call when everybody is called: departure, arrival, and the employer's
 * signature on this phone.
 */
export function Ends({ w, v }: EndsProps) {
  if (v.kind === 'depart')
    return (
      <details class="ask">
        <summary class={v.open === 0 ? 'btn primary wide' : 'btn wide'}>
          {v.open === 0 ? w.depart : fill(w.departRest, { n: v.open })}
        </summary>
        <p>
          {fill(v.open === 0 ? w.departSure : w.departSureRest, { n: v.boarded, open: v.open })}
        </p>
        <button type="button" class="btn primary wide" data-step="depart">
          {w.departYes}
        </button>
      </details>
    );
  if (v.kind === 'departed')
    return (
      <details class="ask">
        <summary class="btn quiet wide">{w.departUndo}</summary>
        <p>{w.departUndoWhy}</p>
        <button type="button" class="btn wide" data-step="depart_undo">
          {w.departUndoYes}
        </button>
      </details>
    );
  if (v.kind === 'arrive')
    return (
      <button type="button" class="btn primary wide" data-step="arrive">
        {w.allArrived}
      </button>
    );
  if (v.kind === 'handover') return <Handover w={w} v={v} />;
  return null;
}
