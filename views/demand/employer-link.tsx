import { FieldError } from '../components/problems.tsx';
import type { LastKnown } from '../../src/pipeline/demand/last-known.ts';
import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey, FormProblem, type Typed } from '../components/form.tsx';
import { Card, Notice } from '../components/parts.tsx';
import { named, type Reader, useReader } from '../i18n/reader.ts';
import type { Coming, SignedRecord } from '../../src/pipeline/demand/employer-record.ts';
import type { Escorts } from '../travel/own-journey.tsx';
import type { LegLine } from '../travel/plan/legs.tsx';
import { type Confirmation, EmployerRecord } from './employer-record.tsx';
import { OrderChanges } from './order-changes.tsx';
import { Confirm, OrderReply } from './order-reply.tsx';
import { Says, TermsFacts } from './terms.tsx';
import type { OrderState } from '../../src/pipeline/demand/order-state.ts';
import { WhoComes } from './who-comes.tsx';
import { options } from '../components/choice.tsx';
import { REJECTION_REASONS } from '../../src/pipeline/travel/handover/handover-state.ts';

type Counter = { headcount: number; startsOn: string; note: string };

type Props = {
  link: string;
  order: {
    version: number;
    headcount: number;
    startsOn: string;
    terms: Terms;
    contactName: string;
    contactPhone: string;
  };
  state: OrderState;
  confirmed: number;
  arrived: { id: string; name: string }[];
  awaitsHandover: boolean;
  handedOver: boolean;
  confirmation: Confirmation;
  /** What they asked for instead of this version. */
  counter: Counter | null;
  /** The earlier version that they know. */
  known: LastKnown | null;
  signed: SignedRecord[];
  /** Who is on the way to them, while that is so. */
  coming: Coming<LegLine> | null;
  escorts: Escorts;
  typed: Typed;
};

function Handover({ link, arrived, typed }: Pick<Props, 'link' | 'arrived' | 'typed'>) {
  const { t } = useReader();
  const w = t.employerLink;
  return (
    <form method="post" action={paths.employerHandover(link)} class="card" data-accepts>
      <h2>{w.handover(arrived.length)}</h2>
      <p class="sub">{w.handoverWhy}</p>
      <FormKey />
      {typed.errors['count'] && (
        <FieldError id="handover-count" label="" text={named(t.errors, typed.errors['count'])} />
      )}
      {arrived.map((p) => (
        <div class="field inline">
          <label for={`reject-${p.id}`}>{p.name}</label>
          <select id={`reject-${p.id}`} name={`reject-${p.id}`}>
            <option value="">{w.accepted}</option>
            {options(t.codes.rejection, REJECTION_REASONS).map(([code, label]) => (
              <option value={code} selected={typed.values[`reject-${p.id}`] === code}>
                {label}
              </option>
            ))}
          </select>
        </div>
      ))}
      <p class="big">
        {w.accepts} <output data-accepted={w.acceptedPeople}>{w.byTheList}</output>
      </p>
      <Field name="name" label={w.signedBy} typed={typed} autocomplete="name" />
      <button class="btn primary wide">{w.sign}</button>
    </form>
  );
}

/** What is asked of them now; and once nothing is, how far it has come. */
function heading(
  { order, state, awaitsHandover, handedOver }: Props,
  { employerLink: w }: Reader['t'],
): string {
  const { employer } = order.terms;
  if (awaitsHandover) return w.pleaseSign(employer);
  if (handedOver) return w.titleSigned(employer);
  return state === 'confirmed' ? w.titleConfirmed(employer) : w.pleaseConfirm(employer);
}

/** How many, from when, as it stands and as it stood. */
function OrderFacts({ order, known }: Pick<Props, 'order'> & { known: LastKnown | null }) {
  const { t } = useReader();
  const w = t.employerLink;
  return (
    <Card>
      <dl>
        <dt>{w.headcount}</dt>
        <dd class="big">
          <Says
            now={t.people(order.headcount)}
            before={known ? t.people(known.headcount) : undefined}
          />
        </dd>
      </dl>
      <TermsFacts terms={order.terms} before={known?.terms} />
    </Card>
  );
}

/**
 * What an employer sees: their own order, and, when people have arrived, the names to sign for.
 * Nothing about health.
 */
export function EmployerLinkBody(props: Props) {
  const { t, day } = useReader();
  const { order, state } = props;
  const w = t.employerLink;
  const asks = state === 'sent' || state === 'countered';
  // While a version is being written, and once it is agreed, there is nothing to compare.
  const known = asks ? props.known : null;
  return (
    <>
      <section>
        <h1>{heading(props, t)}</h1>
        <p class="sub">{props.awaitsHandover ? w.signSub : w.confirmSub(day(order.startsOn))}</p>
      </section>
      {!asks && <FormProblem typed={props.typed} />}
      {props.handedOver && <Notice>{w.handedOver}</Notice>}
      {state === 'confirmed' && !props.handedOver && !props.awaitsHandover && (
        <Notice>{w.confirmed(props.confirmed)}</Notice>
      )}
      {state === 'countered' && props.counter && (
        <Notice look="wait">
          {w.counterReceived(props.counter.headcount, day(props.counter.startsOn))}
          {props.counter.note && <> {w.withNote(props.counter.note)}</>}
        </Notice>
      )}
      {state === 'declined' && <Notice look="wait">{w.declined}</Notice>}
      {(state === 'amended' ||
        state === 'expired' ||
        state === 'cancelled' ||
        state === 'draft') && <Notice look="wait">{named(w.waiting, state)}</Notice>}
      {props.awaitsHandover && (
        <Handover link={props.link} arrived={props.arrived} typed={props.typed} />
      )}
      {props.coming && <WhoComes link={props.link} coming={props.coming} escorts={props.escorts} />}
      <EmployerRecord confirmation={props.confirmation} signed={props.signed} />
      {known && <OrderChanges order={order} known={known} />}
      <div class="stack">
        <OrderFacts order={order} known={known} />
        {asks && (
          <>
            <OrderReply
              to={paths.employerReply(props.link)}
              order={order}
              typed={props.typed}
              by="employer"
            />
            <div class="answers">
              <Confirm order={order} />
            </div>
          </>
        )}
      </div>
    </>
  );
}
