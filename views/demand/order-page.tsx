import { paths } from '../../src/paths.ts';
import { Card, LinkButton, Notice, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { OrderReply } from './order-reply.tsx';
import { TermsFacts } from './terms.tsx';
import type { OrderState } from '../../src/pipeline/demand/order-state.ts';
import { Action } from '../components/action.tsx';
import { Replies } from './replies.tsx';
import { OrderContact } from './order-contact.tsx';
import type { OrderProps } from './order-view.ts';

export function lookOf(state: OrderState) {
  if (state === 'confirmed') return 'ok';
  if (state === 'sent') return 'wait';
  const isStuck = state === 'countered' || state === 'expired' || state === 'declined';
  return isStuck ? 'bad' : undefined;
}

function ReplyByPhone({ order, typed }: Pick<OrderProps, 'order' | 'typed'>) {
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
function OrderSteps({
  alive,
  order,
  batch,
}: Pick<OrderProps, 'order' | 'batch'> & { alive: boolean }) {
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

/**
 * A job order: what is asked, what the employer answered, and the next step of the demand stage.
 */
export function OrderBody({ order, employer, replies, batch, link, mayWrite, typed }: OrderProps) {
  const { t, day } = useReader();
  // A batch that was redirected on the way still has to be confirmed.
  const isOpen = (each: NonNullable<OrderProps['batch']>): boolean =>
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
