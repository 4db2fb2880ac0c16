import type { RollWords } from './roll-line-view.ts';
import type { EndsView } from './ends-view.ts';
import { REJECTION_REASONS } from '../../../src/pipeline/travel/handover/handover-state.ts';

export function Handover({ w, v }: { w: RollWords; v: Extract<EndsView, { kind: 'handover' }> }) {
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
