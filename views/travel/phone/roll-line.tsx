import { Otherwise, stateWord } from './otherwise.tsx';
import type { RollLineProps } from './roll-line-view.ts';
import { fill, RollForm, Tap } from './tap.tsx';

const HERE = { boarded: 'board', arrived: 'arrive', present: 'isPresent' } as const;

/** One person of the roll: one tap when here; why not, in a fold; and undo. */
export function RollLine({ w, v, target }: RollLineProps) {
  const isDone = v.shown !== null && v.shown !== 'disputed';
  const others = (isDone ? [v.here, ...v.otherwise] : v.otherwise).filter(
    (outcome) => outcome !== v.shown,
  );
  return (
    <li class="line" data-id={v.id}>
      <span>
        {v.portrait !== null && <img class="portrait" src={v.portrait} alt="" />}
        <span class="name big">{v.name}</span> <span class="sub">{v.sub}</span>{' '}
        {!isDone && v.askFirst && <span class="tag bad">{w.askFirst}</span>}
        {v.isUnsent && <span class="tag wait">{w.unsentMark}</span>}
      </span>
      {isDone ? (
        <div class="row">
          <span class={v.shown === v.here || v.shown === 'accepted' ? 'tag ok' : 'tag bad'}>
            {stateWord(w, v.shown ?? '')}
          </span>
          {v.mayUndo && (
            <RollForm target={target}>
              <Tap outcome="undo" look="quiet">
                {w.undo}
              </Tap>
            </RollForm>
          )}
        </div>
      ) : (
        <RollForm target={target}>
          <Tap outcome={v.here} look="primary">
            {w[HERE[v.here]]}
          </Tap>
        </RollForm>
      )}
      {v.shown === 'disputed' && (
        <p class="error" role="alert">
          {fill(w.disputed, { said: v.said.map((each) => stateWord(w, each)).join(' / ') })}
        </p>
      )}
      {v.error && (
        <p class="error" role="alert">
          {v.error}
        </p>
      )}
      <Otherwise isDone={isDone} v={v} w={w} others={others} target={target} />
    </li>
  );
}
