import { fill, type RollWords } from './roll-line.tsx';
import { REJECTION_REASONS } from '../../../src/pipeline/travel/travel-state.ts';

export type EndsView =
  | { kind: 'none' }
  | { kind: 'depart'; open: number; boarded: number }
  /** On the way, and nothing was reported from the road yet. */
  | { kind: 'departed' }
  | { kind: 'arrive' }
  | {
      kind: 'handover';
      arrived: { id: string; name: string }[];
      reasons: Record<string, string>;
    };

type Props = { w: RollWords; v: EndsView };

function Handover({ w, v }: { w: RollWords; v: Extract<EndsView, { kind: 'handover' }> }) {
  return (
    <details class="card" open>
      <summary>{w.handover}</summary>
      <form data-handover>
        <p class="sub">{w.handoverWhy}</p>
        <ul class="people">
          {v.arrived.map(({ id, name }) => (
            <li class="line">
              <label for={`r-${id}`} class="name">
                {name}
              </label>
              <select id={`r-${id}`} name={`reject-${id}`}>
                <option value="">{w.accept}</option>
                {REJECTION_REASONS.map((reason) => (
                  <option value={reason}>{v.reasons[reason]}</option>
                ))}
              </select>
            </li>
          ))}
        </ul>
        <p class="count" aria-live="polite">
          <output data-accepted>{v.arrived.length}</output> <small>{w.handoverAccepted}</small>
        </p>
        <div class="field">
          <label for="handover-name">{w.handoverName}</label>
          <input id="handover-name" name="name" required maxlength={30} autocomplete="off" />
        </div>
        <p class="error" role="alert"></p>
        <button class="btn primary wide">{w.sign}</button>
      </form>
    </details>
  );
}

/**
 * What closes a roll call when everybody is called: departure, arrival, and the employer's
 * signature on this phone.
 */
export function Ends({ w, v }: Props) {
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
