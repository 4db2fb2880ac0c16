import type { RollWords } from './roll-line-view.ts';
import { fill } from './tap.tsx';

export type SignalView = {
  waiting: number;
  held: number;
  isFull: boolean;
  /** Why nothing is sent now, where that is so. */
  line: 'good' | 'none' | 'trouble' | 'lost' | 'over' | 'done';
  cannotReopen: boolean;
  refusals: { no: number; text: string }[];
};

function lineWord(w: RollWords, line: SignalView['line']): string {
  if (line === 'none') return w.noLine;
  return line === 'trouble' || line === 'lost' ? w.notSent : '';
}

/** Why the station may be out of reach: under the list, which does not move for it. */
export function OutOfReach({ w, line }: { w: RollWords; line: SignalView['line'] }) {
  const why = line === 'lost' ? w.lostWhy : line === 'trouble' && w.troubleWhy;
  return why ? <p class="hint">{why}</p> : null;
}

/** What is only on the phone, what is sent, what was refused and why. */
export function Signal({ w, v }: { w: RollWords; v: SignalView }) {
  return (
    <section
      class={
        v.waiting + v.held + v.refusals.length > 0 || v.isFull || v.line !== 'good'
          ? 'queue'
          : 'queue calm'
      }
      role="status"
    >
      {v.isFull && <p class="late">{w.full}</p>}
      <p>
        {[
          v.waiting > 0 ? fill(w.waiting, { n: v.waiting }) : w.sent,
          v.held > 0 && fill(w.held, { n: v.held }),
          lineWord(w, v.line),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {(v.waiting > 0 || v.line !== 'good') && (
        <button type="button" class="btn" data-send>
          {w.sendNow}
        </button>
      )}
      {v.refusals.length > 0 && (
        <>
          <p class="late">{fill(w.refused, { n: v.refusals.length })}</p>
          <ul class="lines">
            {v.refusals.map(({ no, text }) => (
              <li>
                {text}{' '}
                <button type="button" class="btn" data-seen={no}>
                  {w.seen}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {v.cannotReopen && <p class="hint">{w.cannotReopen}</p>}
    </section>
  );
}
