import { Field, FormKey, FormProblem, type Typed } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { DECLINE_REASONS } from '../../src/pipeline/demand/order-state.ts';
import { Choice, options } from '../components/choice.tsx';

type Props = {
  /** Where it goes: the employer's own link, or the station's page where a call is noted. */
  to: string;
  order: {
    version: number;
    headcount: number;
    startsOn: string;
    contactName: string;
    contactPhone: string;
  };
  typed: Typed;
  /** Who fills it in: the employer, or somebody of the station who has them on the phone. */
  by: 'employer' | 'station';
};

/** Who answers: known from the order, so that it is only opened to be put right. */
function WhoAnswers({ order, typed, by }: Omit<Props, 'to'>) {
  const w = useReader().t.employerLink;
  const { name = order.contactName, phone = order.contactPhone } = typed.values;
  const isOpen = name === '' || phone === '' || 'name' in typed.errors || 'phone' in typed.errors;
  const autocomplete = (field: string): string => (by === 'employer' ? field : 'off');
  return (
    <details open={isOpen}>
      <summary>{w.answersAs(`${name} ${phone}`)}</summary>
      <Field
        name="name"
        label={w[by].name}
        typed={typed}
        value={order.contactName}
        autocomplete={autocomplete('name')}
      />
      <Field
        name="phone"
        label={w.yourPhone}
        typed={typed}
        type="tel"
        inputmode="tel"
        value={order.contactPhone}
        autocomplete={autocomplete('tel')}
      />
    </details>
  );
}

const REPLY = 'reply';

/**
 * The yes to what the order says now. On the employer's own page it stays in sight, wherever the
 * form is.
 */
export function Confirm({ order }: { order: { headcount: number } }) {
  return (
    <button class="btn primary wide" form={REPLY} name="kind" value="confirm">
      {useReader().t.employerLink.confirm(order.headcount)}
    </button>
  );
}

/** An employer's answer to one version of an order. To decline asks once more, and why. */
export function OrderReply({ to, order, typed, by }: Props) {
  const { t } = useReader();
  const w = t.employerLink;
  const { errors, values } = typed;
  const isCountering =
    'headcount' in errors || 'startsOn' in errors || values['kind'] === 'counter';
  const isDeclining = 'reason' in errors || values['kind'] === 'decline';
  return (
    <form method="post" action={to} class="card" id={REPLY}>
      <FormKey />
      <FormProblem typed={typed} />
      <input type="hidden" name="version" value={String(order.version)} />
      <WhoAnswers order={order} typed={typed} by={by} />
      {by === 'station' && <Confirm order={order} />}
      <Field name="note" label={w.note} typed={typed} required={false} autocomplete="off" />
      <details open={isCountering}>
        <summary class="btn wide">{w.counter}</summary>
        <Field
          name="headcount"
          label={w.otherHeadcount}
          typed={typed}
          value={order.headcount}
          inputmode="numeric"
        />
        <Field
          name="startsOn"
          label={w.otherDate}
          typed={typed}
          type="date"
          value={order.startsOn}
        />
        <button class="btn primary wide" name="kind" value="counter">
          {w.sendCounter}
        </button>
      </details>
      <details open={isDeclining}>
        <summary class="btn wide">{w.decline}</summary>
        <Choice
          name="reason"
          label={w[by].whyDecline}
          typed={typed}
          options={options(t.codes.declineReason, DECLINE_REASONS)}
          empty={w.choose}
        />
        <button class="btn wide" name="kind" value="decline" formnovalidate>
          {w[by].declineYes}
        </button>
      </details>
    </form>
  );
}
