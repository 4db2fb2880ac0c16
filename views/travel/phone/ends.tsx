import { REJECTION_REASONS } from '../../../src/pipeline/travel/handover/handover.ts';
import { fill, type RollWords } from './roll-line.tsx';

export type EndsView =
  | { kind: 'none' }
  | { kind: 'depart'; open: number }
  | { kind: 'arrive' }
  | {
      kind: 'handover';
      arrived: { id: string; name: string }[];
      reasons: Record<string, string>;
    };

/** What closes a roll call when everybody is called: departure, arrival, and the employer's signature on this phone. */
export const Ends = ({ w, v }: { w: RollWords; v: EndsView }) => {
  if (v.kind === 'depart')
    return (
      <button type="button" class={v.open === 0 ? 'btn primary wide' : 'btn wide'} data-step="depart">
        {v.open === 0 ? w.depart : fill(w.departRest, { n: v.open })}
      </button>
    );
  if (v.kind === 'arrive')
    return (
      <button type="button" class="btn primary wide" data-step="arrive">
        {w.allArrived}
      </button>
    );
  if (v.kind === 'handover')
    return (
      <details class="card">
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
          <div class="field">
            <label for="handover-count">{w.handoverCount}</label>
            <input id="handover-count" name="count" inputmode="numeric" required pattern="\d{1,3}" />
          </div>
          <div class="field">
            <label for="handover-name">{w.handoverName}</label>
            <input id="handover-name" name="name" required maxlength={30} autocomplete="off" />
          </div>
          <p class="error" role="alert"></p>
          <button class="btn primary wide">{w.sign}</button>
        </form>
      </details>
    );
  return null;
};
