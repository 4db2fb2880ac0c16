import type { RollWords } from './roll-line-view.ts';

export type PlanView = { legs: [way: string, rest: string, id: string][]; isNew: boolean };

/** The plan as the server last told it; a new version waits to be acknowledged. */
export function PhonePlan({ w, v }: { w: RollWords; v: PlanView }) {
  return v.legs.length === 0 ? null : (
    <details class="card" open={v.isNew}>
      <summary>{v.isNew ? w.planNew : w.plan}</summary>
      <ol class="legs">
        {v.legs.map(([way, rest]) => (
          <li>
            <b>{way}</b>
            <span class="sub">{rest}</span>
          </li>
        ))}
      </ol>
      {v.isNew && (
        <button type="button" class="btn primary wide" data-plan-seen>
          {w.seen}
        </button>
      )}
    </details>
  );
}
