import type { Child } from 'hono/jsx';
import { Filters, type FilterView } from './filters.tsx';
import { Ends } from './ends.tsx';
import { type IncidentFormView, PhoneIncident } from './incident.tsx';
import { PhonePlan, type PlanView } from './plan.tsx';
import { RollLine } from './roll-line.tsx';
import { OutOfReach, Signal, type SignalView } from './signal.tsx';
import { RollCount, type RollCountView, StillMissing } from './roll-count.tsx';
import { Calls, type CallsView } from './calls.tsx';
import { Vehicles, type VehiclesView } from './vehicles.tsx';
import type { RollLineView, RollWords } from './roll-line-view.ts';
import { fill } from './tap.tsx';
import type { EndsView } from './ends-view.ts';

/**
 * The page of the roll call as an escort's phone draws it, with or without a signal. Each part is
 * drawn anew on its own.
 */
export type PhoneRollView = {
  signal: SignalView;
  vehicles: VehiclesView;
  calls: CallsView;
  count: RollCountView;
  filters: FilterView;
  ends: EndsView;
  lines: RollLineView[];
  /** Whose last word one tap takes back; null where there is none on the screen. */
  undoes: string | null;
  plan: PlanView;
  incident: IncidentFormView;
  /** Why nothing can be called: the list is not fixed yet, or all is done. */
  notice: string | null;
};

/** The count once more, beside the thumb: the list is long. */
export function tally(v: RollCountView): string {
  return `${v.here} / ${v.all}`;
}

function Part({ id, children }: { id: string; children: Child }) {
  return <div id={id}>{children}</div>;
}

/** Takes back the last word that is on the screen, and names whom it is about. */
export function UndoLast({ w, name }: { w: RollWords; name: string | null }) {
  return name === null ? null : (
    <button type="button" class="btn" data-undo-last>
      {fill(w.undoLast, { name })}
    </button>
  );
}

/** Where the list is empty. */
export function NobodyLine({ w }: { w: RollWords }) {
  return <li class="sub">{w.nobodyHere}</li>;
}

type Props = { w: RollWords; v: PhoneRollView };

function Bar({ v, w }: Pick<Props, 'v' | 'w'>) {
  return (
    <nav class="bar">
      <b id="tally">{tally(v.count)}</b>
      <button type="button" class="btn" data-scan>
        {w.scan}
      </button>
      <span id="undo-last">
        <UndoLast w={w} name={v.undoes} />
      </span>
    </nav>
  );
}

function Lines({ v, w }: Pick<Props, 'v' | 'w'>) {
  return (
    <section class="card">
      <ul class="people" id="lines">
        {v.lines.length === 0 ? (
          <NobodyLine w={w} />
        ) : (
          v.lines.map((line) => <RollLine w={w} v={line} target={null} />)
        )}
      </ul>
    </section>
  );
}

function Camera({ w }: Pick<Props, 'w'>) {
  return (
    <section class="card" id="camera" hidden>
      <video playsinline muted></video>
      <canvas hidden></canvas>
      <p class="sub"></p>
      <button type="button" class="btn wide" data-close>
        {w.close}
      </button>
    </section>
  );
}

function CodeBox({ w }: Pick<Props, 'w'>) {
  return (
    <form class="field" data-code>
      <label for="code">{w.codeLabel}</label>
      <input id="code" name="code" autocomplete="off" autocapitalize="off" enterkeyhint="go" />
      <p role="alert" id="code-said"></p>
    </form>
  );
}

export function PhoneRoll({ w, v }: Props) {
  return (
    <>
      <Part id="signal">
        <Signal w={w} v={v.signal} />
      </Part>
      {v.notice !== null && (
        <p class="notice wait" role="status">
          {v.notice}
        </p>
      )}
      {v.plan.isNew && (
        <Part id="new-plan">
          <PhonePlan w={w} v={v.plan} />
        </Part>
      )}
      <Part id="vehicles">
        <Vehicles w={w} v={v.vehicles} />
      </Part>
      <Part id="calls">
        <Calls w={w} v={v.calls} />
      </Part>
      <section class="card" id="count" aria-live="polite">
        <RollCount v={v.count} />
      </section>
      <Camera w={w} />
      <CodeBox w={w} />
      <Part id="filters">
        <Filters w={w} v={v.filters} />
      </Part>
      <Lines v={v} w={w} />
      <Part id="why">
        <OutOfReach w={w} line={v.signal.line} />
      </Part>
      <Part id="missing">
        <StillMissing w={w} v={v.count} />
      </Part>
      <Part id="ends">
        <Ends w={w} v={v.ends} />
      </Part>
      {!v.plan.isNew && (
        <Part id="plan">
          <PhonePlan w={w} v={v.plan} />
        </Part>
      )}
      <PhoneIncident w={w} v={v.incident} />
      <button type="button" class="btn wide" data-show-mine>
        {w.showMine}
      </button>
      <Bar v={v} w={w} />
    </>
  );
}
