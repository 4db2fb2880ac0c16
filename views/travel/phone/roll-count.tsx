import type { RollWords } from './roll-line-view.ts';

export type RollCountView = {
  here: number;
  all: number;
  label: string;
  missing: { name: string; phone: string }[];
};

/**
 * The big count: how many are here of how many. It keeps its height, so that the list under it
 * stays where the thumb is.
 */
export function RollCount({ v }: { v: RollCountView }) {
  return (
    <>
      <p class="count">
        {v.here}{' '}
        <small>
          / {v.all} {v.label}
        </small>
      </p>
      <progress max={v.all || 1} value={v.here} aria-label={v.label}></progress>
    </>
  );
}

/** How few have to be missing to be named: more fill the screen, and are the list itself. */
const FEW = 6;

/** The names still missing, each called by one tap. */
export function StillMissing({ w, v }: { w: RollWords; v: RollCountView }) {
  return v.missing.length === 0 || v.missing.length > FEW ? null : (
    <p class="late missing">
      {w.stillMissing}
      {v.missing.map(({ name, phone }) =>
        phone === '' ? (
          <span>{name}</span>
        ) : (
          <a class="btn" href={`tel:${phone}`}>
            ☎ {name}
          </a>
        ),
      )}
    </p>
  );
}
