import type { Child } from 'hono/jsx';
import type { Words } from '../../i18n/words.ts';
import type { RollCallOutcome } from '../../../src/pipeline/travel/travel-state.ts';
import type { Shown } from '../../../src/pipeline/travel/roll-call/on-the-phone.ts';

/**
 * The words of a roll call. Everything in this file is drawn by the server and, from the same
 * functions, by the escort's phone without a signal: it takes its words with it and knows no
 * reader.
 */
export type RollWords = Words['rollCall'] & { states: Words['codes']['travel'] };

export function fill(text: string, values: Record<string, string | number>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/**
 * Where a tap goes: to the server, which knows it again by its key; on a phone it is kept first.
 */
export type RollTarget = { to: string; key: string; htmx: boolean } | null;

function RollForm({ target, children }: { target: RollTarget; children: Child }) {
  return target ? (
    <form
      class="row"
      method="post"
      action={target.to}
      {...(target.htmx
        ? { 'hx-post': target.to, 'hx-target': 'closest li', 'hx-swap': 'outerHTML' }
        : {})}
    >
      <input type="hidden" name="key" value={target.key} />
      {children}
    </form>
  ) : (
    <form class="row">{children}</form>
  );
}

function Tap({
  outcome,
  look,
  children,
}: {
  outcome: RollCallOutcome;
  look: string;
  children: Child;
}) {
  return (
    <button class={`btn ${look}`} name="outcome" value={outcome}>
      {children}
    </button>
  );
}

export type RollLineView = {
  id: string;
  name: string;
  /** Village and seat, beside the name. */
  sub: string;
  phone: string;
  kin: { name: string; phone: string } | null;
  /** As a data address that the phone keeps. */
  portrait: string | null;
  askFirst: boolean;
  shown: Shown;
  /** What phones that disagree say. */
  said: RollCallOutcome[];
  /** What one tap says here, and the rest in the fold. */
  here: 'boarded' | 'arrived' | 'present';
  otherwise: readonly RollCallOutcome[];
  mayUndo: boolean;
  /**
   * Said on what a departure or arrival was decided: another word puts it right, and none takes it
   * back.
   */
  mayCorrect: boolean;
  isUnsent: boolean;
  error: string | null;
};

const HERE = { boarded: 'board', arrived: 'arrive', present: 'isPresent' } as const;

function stateWord(w: RollWords, state: string): string {
  return state === 'present' ? w.present : (w.states[state as keyof RollWords['states']] ?? state);
}

type Props = { w: RollWords; v: RollLineView; target: RollTarget };

function Otherwise({
  isDone,
  v,
  w,
  others,
  target,
}: Pick<Props, 'v' | 'w' | 'target'> & { isDone: boolean; others: RollCallOutcome[] }) {
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

/** One person of the roll: one tap when here; why not, in a fold; and undo. */
export function RollLine({ w, v, target }: Props) {
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
