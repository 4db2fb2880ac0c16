import { isCount, type Stop } from '../../../src/pipeline/travel/roll-call/stops.ts';
import type { RollWords } from './roll-line-view.ts';
import { fill } from './tap.tsx';
import type { CallName } from '../../../src/pipeline/travel/roll-call/roll-state.ts';

export type CallsView = { calls: CallName[]; current: CallName; stops: Stop[]; mayCount: boolean };

/** A roll call as it is named: a count by its stop, or by its number among those that have none. */
export function callName(
  w: RollWords,
  call: CallName,
  stops: readonly Stop[],
  calls: readonly CallName[],
): string {
  if (call === 'boarding') return w.boarding;
  if (call === 'arrival') return w.arrival;
  const placeOf = (each: CallName) => stops.find((stop) => stop.call === each);
  const stop = placeOf(call);
  if (stop) return fill(w.countAt, { place: stop.name });
  return fill(w.count, {
    n: calls.filter((each) => isCount(each) && !placeOf(each)).indexOf(call) + 1,
  });
}

/** Which roll call is called, and another one on the way. */
export function Calls({ w, v }: { w: RollWords; v: CallsView }) {
  return v.calls.length > 1 || v.mayCount ? (
    <div class="chips">
      {v.calls.map((call) => (
        <button
          type="button"
          class="btn"
          data-call={call}
          {...(call === v.current ? { 'aria-current': 'true' as const } : {})}
        >
          {callName(w, call, v.stops, v.calls)}
        </button>
      ))}
      {v.mayCount && (
        <details class="tags">
          <summary>+ {w.newCount}</summary>
          <span class="row">
            {v.stops
              .filter(({ call }) => !v.calls.includes(call))
              .map(({ call, name }) => (
                <button type="button" class="btn" data-call={call}>
                  {name}
                </button>
              ))}
            <button type="button" class="btn" data-new-count>
              {w.elsewhere}
            </button>
          </span>
        </details>
      )}
    </div>
  ) : null;
}
