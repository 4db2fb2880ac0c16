import type { RollLineProps, RollWords } from './roll-line-view.ts';
import { fill, RollForm, Tap } from './tap.tsx';
import type { RollCallOutcome } from '../../../src/pipeline/travel/roll-call/roll-state.ts';

export function Otherwise({
  isDone,
  v,
  w,
  others,
  target,
}: Pick<RollLineProps, 'v' | 'w' | 'target'> & { isDone: boolean; others: RollCallOutcome[] }) {
  if (!(!isDone || v.mayCorrect)) return null;
  return (
    <details class="tags" open={v.shown === 'disputed'}>
      <summary>{isDone ? w.correct : w.notHere}</summary>
      <div class="row">
        {v.phone && (
          <a class="btn" href={`tel:${v.phone}`}>
            {w.call}
          </a>
        )}
        {v.kin?.phone && (
          <a class="btn" href={`tel:${v.kin.phone}`}>
            {fill(w.callKin, { name: v.kin.name })}
          </a>
        )}
        {others.length > 0 && (
          <RollForm target={target}>
            {others.map((outcome) => (
              <Tap outcome={outcome} look="plain">
                {stateWord(w, outcome)}
              </Tap>
            ))}
          </RollForm>
        )}
      </div>
    </details>
  );
}

export function stateWord(w: RollWords, state: string): string {
  return state === 'present' ? w.present : (w.states[state as keyof RollWords['states']] ?? state);
}
