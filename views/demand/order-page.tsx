import type { Terms } from '../../src/pipeline/recruitment/terms.ts';
import { paths } from '../../src/paths.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import type { Typed } from '../components/form.tsx';
import { Call, Card, Empty, Facts, LinkButton, Notice, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { OrderReply } from './order-reply.tsx';
import { TermsFacts } from './terms.tsx';
import type {
  DeclineReason,
  OrderState,
  ReplyKind,
} from '../../src/pipeline/demand/order-state.ts';
import { Action } from '../components/action.tsx';

export type Order = {
  id: string;
  trade: TradeCode;
  headcount: number;
  startsOn: string;
  state: OrderState;
  version: number;
  terms: Terms;
  contactName: string;
  contactPhone: string;
  employerId: string;
};

export function lookOf(state: OrderState) {
  if (state === 'confirmed') return 'ok';
  if (state === 'sent') return 'wait';
  const isStuck = state === 'countered' || state === 'expired' || state === 'declined';
  return isStuck ? 'bad' : undefined;
}

type Props = {
  order: Order;
  employer: { id: string; name: string };
  replies: {
    kind: ReplyKind;
    headcount: number;
    startsOn: string;
    reason: DeclineReason | null;
    note: string;
    name: string;
    phone: string;
    at: number;
    orderVersion: number;
  }[];
  batch: {
    id: string;
    code: string;
    departedAt: number | null;
    handedOverAt: number | null;
    status: string;
  } | null;
  link: { id: string } | null;
  mayWrite: boolean;
  typed: Typed;
};

function ReplyByPhone({ order, typed }: Pick<Props, 'order' | 'typed'>) {
  const { t } = useReader();
  return (
    <details class="card" open={Object.keys(typed.errors).length > 0}>
      <summary>{t.orders.answeredByPhone}</summary>
      <OrderReply to={paths.orderReply(order.id)} order={order} typed={typed} by="station" />
    </details>
  );
}

const SENDABLE: OrderState[] = ['draft', 'amended', 'expired', 'declined'];

/** What can be done with an order while it is alive. */
function OrderSteps({ alive, order, batch }: Pick<Props, 'order' | 'batch'> & { alive: boolean }) {
  const { t } = useReader();
  if (!alive) return null;
  return (
    <div class="stack">
      {SENDABLE.includes(order.state) && (
        <Action
          to={paths.sending(order.id)}
          label={batch ? t.orders.sendAgain : t.orders.openAndSend}
          look="primary"
          wide
        />
      )}
      <a
        class={order.state === 'countered' ? 'btn primary wide' : 'btn wide'}
        href={paths.amendment(order.id)}
      >
        {order.state === 'countered' ? t.orders.acceptCounter : t.orders.amend}
      </a>
    </div>
  );
}

function Replies({ replies }: Pick<Props, 'replies'>) {
  const { t, time, day } = useReader();
  return (
    <Card title={t.orders.replies}>
      {replies.length === 0 ? (
        <Empty>{t.orders.noReply}</Empty>
      ) : (
        <ol class="history">
          {replies.map((r) => (
            <li>
              <time>{time(r.at)}</time>
              <span>
                {t.orders.reply[r.kind](r.headcount, day(r.startsOn))}
                {r.reason && <> ({t.codes.declineReason[r.reason]})</>} · {r.name} {r.phone}
                {r.note && <q>{r.note}</q>}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function OrderContact({ order, employer }: Pick<Props, 'order' | 'employer'>) {
  const { t } = useReader();
  return (
    <Card title={t.employers.contact}>
      <Facts
        rows={[
          [t.employers.contactName, order.contactName],
          [t.employers.contactPhone, order.contactPhone],
        ]}
      />
      <div class="row">
        <Call phone={order.contactPhone} name={order.contactName} />
        <a class="btn" href={paths.employer(employer.id)}>
          {t.employers.one}
        </a>
      </div>
    </Card>
  );
}

/**
 * A job order: what is asked, what the employer answered, and the next step of the demand stage.
 */
export function OrderBody({ order, employer, replies, batch, link, mayWrite, typed }: Props) {
  const { t, day } = useReader();
  // A batch that was redirected on the way still has to be confirmed.
  const isOpen = (each: NonNullable<Props['batch']>): boolean =>
    each.status === 'open' &&
    (each.departedAt === null || (order.state !== 'confirmed' && each.handedOverAt === null));
  const alive = mayWrite && order.state !== 'cancelled' && (!batch || isOpen(batch));
  return (
    <>
      <section>
        <h1>{t.batch.title(employer.name, t.codes.trade[order.trade], order.headcount)}</h1>
        <p class="sub">
          <Tag look={lookOf(order.state)}>{t.codes.orderState[order.state]}</Tag>{' '}
          {t.orders.version(order.version)}
        </p>
      </section>
      {order.state === 'countered' && replies[0] && (
        <Notice look="wait">
          {t.orders.countered(replies[0].headcount, day(replies[0].startsOn))}
        </Notice>
      )}
      <OrderSteps alive={alive} order={order} batch={batch} />
      {mayWrite && batch && order.state !== 'draft' && (
        <LinkButton
          linkId={link?.id ?? null}
          purpose="employer"
          subjectId={order.id}
          batchId={batch.id}
          look={order.state === 'sent' ? 'primary' : 'plain'}
          wide
        />
      )}
      {batch && (
        <a class="btn wide" href={paths.batch(batch.id)}>
          {t.orders.toBatch(batch.code)}
        </a>
      )}
      {alive && (order.state === 'sent' || order.state === 'countered') && (
        <ReplyByPhone order={order} typed={typed} />
      )}
      <Card title={t.orders.terms}>
        <TermsFacts terms={order.terms} />
      </Card>
      <Replies replies={replies} />
      <OrderContact order={order} employer={employer} />
    </>
  );
}
