import type { Child } from 'hono/jsx';
import type { CallName } from '../../src/pipeline/travel/roll-call.ts';
import { REJECTION_REASONS } from '../../src/pipeline/travel/handover.ts';
import { fill, RollCount, type RollCountView, RollLine, type RollLineView, type RollWords } from './roll-line.tsx';

/** The page of the roll call as an escort's phone draws it, with or without a signal. Each part is drawn anew on its own. */
export const FILTERS = ['open', 'done', 'all'] as const;
export type Filter = (typeof FILTERS)[number];

export type SignalView = {
  waiting: number;
  held: number;
  isFull: boolean;
  /** Why nothing is sent now, where that is so. */
  line: 'good' | 'none' | 'trouble' | 'lost' | 'over' | 'done';
  cannotReopen: boolean;
  refusals: { no: number; text: string }[];
};

const lineWord = (w: RollWords, line: SignalView['line']): string =>
  line === 'none' ? w.noLine : line === 'trouble' ? w.trouble : line === 'lost' ? w.lost : '';

/** What is only on the phone, what is sent, what was refused and why. */
export const Signal = ({ w, v }: { w: RollWords; v: SignalView }) => (
  <section
    class={v.waiting + v.held + v.refusals.length > 0 || v.isFull || v.line !== 'good' ? 'queue' : 'queue calm'}
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

export type PlanView = { legs: [way: string, rest: string][]; isNew: boolean };

/** The plan as the server last told it; a new version waits to be acknowledged. */
export const PhonePlan = ({ w, v }: { w: RollWords; v: PlanView }) =>
  v.legs.length === 0 ? null : (
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

export type IncidentFormView = { kinds: [code: string, label: string][]; people: { id: string; name: string }[] };

/** What happened on the way, noted where it happened: kept on the phone like everything else. */
export const PhoneIncident = ({ w, v }: { w: RollWords; v: IncidentFormView }) => (
  <details class="card">
    <summary>{w.incident}</summary>
    <form data-incident>
      <div class="field">
        <label for="incident-what">{w.incidentWhat}</label>
        <select id="incident-what" name="what">
          {v.kinds.map(([code, label]) => (
            <option value={code}>{label}</option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="incident-note">{w.incidentNote}</label>
        <input id="incident-note" name="note" maxlength={300} autocomplete="off" />
      </div>
      <div class="field">
        <label for="incident-called">{w.incidentCalled}</label>
        <input id="incident-called" name="called" maxlength={100} autocomplete="off" />
      </div>
      <div class="field">
        <label for="incident-police">{w.incidentPolice}</label>
        <input id="incident-police" name="policeReport" maxlength={40} autocomplete="off" />
      </div>
      <details>
        <summary>{w.incidentPeople}</summary>
        {v.people.map(({ id, name }) => (
          <label class="tick">
            <input type="checkbox" name="people" value={id} />
            <span>{name}</span>
          </label>
        ))}
      </details>
      <p class="error" role="alert"></p>
      <button class="btn wide">{w.incidentSave}</button>
    </form>
  </details>
);

export type CallsView = { calls: CallName[]; current: CallName; mayCount: boolean };

export const callName = (w: RollWords, call: CallName): string =>
  call === 'boarding' ? w.boarding : call === 'arrival' ? w.arrival : fill(w.count, { n: call.slice('count-'.length) });

/** Which roll call is called, and another one on the way. */
export const Calls = ({ w, v }: { w: RollWords; v: CallsView }) =>
  v.calls.length > 1 || v.mayCount ? (
    <nav class="chips">
      {v.calls.map((call) => (
        <button
          type="button"
          class="btn"
          data-call={call}
          {...(call === v.current ? { 'aria-current': 'true' as const } : {})}
        >
          {callName(w, call)}
        </button>
      ))}
      {v.mayCount && (
        <button type="button" class="btn" data-new-count>
          + {w.newCount}
        </button>
      )}
    </nav>
  ) : null;

export type FilterView = { current: Filter; counts: Record<Filter, number> };

export const Filters = ({ w, v }: { w: RollWords; v: FilterView }) => (
  <nav class="chips">
    {FILTERS.map((each) => (
      <button
        type="button"
        class="btn"
        data-filter={each}
        {...(each === v.current ? { 'aria-current': 'true' as const } : {})}
      >
        {fill(w[each], { n: v.counts[each] })}
      </button>
    ))}
  </nav>
);

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
          <button class="btn primary wide">{w.sign}</button>
        </form>
      </details>
    );
  return null;
};

export type PhoneRollView = {
  signal: SignalView;
  calls: CallsView;
  count: RollCountView;
  filters: FilterView;
  ends: EndsView;
  lines: RollLineView[];
  plan: PlanView;
  incident: IncidentFormView;
  /** Why nothing can be called: the list is not fixed yet, or all is done. */
  notice: string | null;
};

/** The count once more, beside the thumb: the list is long. */
export const tally = (v: RollCountView): string => `${v.here} / ${v.all}`;

const Part = ({ id, children }: { id: string; children: Child }) => <div id={id}>{children}</div>;

export const PhoneRoll = ({ w, v }: { w: RollWords; v: PhoneRollView }) => (
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
    <Part id="calls">
      <Calls w={w} v={v.calls} />
    </Part>
    <section class="card" id="count" aria-live="polite">
      <RollCount w={w} v={v.count} />
    </section>
    <Part id="ends">
      <Ends w={w} v={v.ends} />
    </Part>
    <section class="card" id="camera" hidden>
      <video playsinline muted></video>
      <canvas hidden></canvas>
      <p class="sub"></p>
      <button type="button" class="btn wide" data-close>
        {w.close}
      </button>
    </section>
    <form class="field" data-code>
      <label for="code">{w.codeLabel}</label>
      <input id="code" name="code" inputmode="numeric" autocomplete="off" enterkeyhint="go" />
      <p class="error" role="alert" id="code-said"></p>
    </form>
    <Part id="filters">
      <Filters w={w} v={v.filters} />
    </Part>
    <section class="card">
      <ul class="people" id="lines">
        {v.lines.map((line) => (
          <RollLine w={w} v={line} target={null} />
        ))}
      </ul>
    </section>
    {!v.plan.isNew && (
      <Part id="plan">
        <PhonePlan w={w} v={v.plan} />
      </Part>
    )}
    <PhoneIncident w={w} v={v.incident} />
    <button type="button" class="btn wide" data-show-mine>
      {w.showMine}
    </button>
    <nav class="bar">
      <b id="tally">{tally(v.count)}</b>
      <button type="button" class="btn" data-scan>
        {w.scan}
      </button>
      <button type="button" class="btn" data-undo-last>
        {w.undoLast}
      </button>
    </nav>
  </>
);
