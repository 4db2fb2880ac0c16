import { promised } from '../../src/pipeline/demand/promise.ts';
import { paths, withQuery } from '../../src/paths.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import { Call, Card, Empty, Facts, Tag } from '../components/parts.tsx';
import { named, useReader } from '../i18n/reader.ts';
import type { OrderState, ReplyKind } from '../../src/pipeline/demand/order-state.ts';
import type { Employer } from './employer-list.tsx';

type LedgerProps = {
  employer: Employer;
  orders: {
    id: string;
    trade: TradeCode;
    headcount: number;
    state: OrderState;
    startsOn: string;
  }[];
  replies: { orderId: string; kind: ReplyKind; headcount: number; at: number }[];
  mayOrder: boolean;
  handovers: { escortCount: number; employerCount: number }[];
};

/** An employer with what they promised and what they kept. */
export function EmployerBody({ employer: e, orders, replies, handovers, mayOrder }: LedgerProps) {
  const { t, day } = useReader();
  const accepted = handovers.reduce((sum, h) => sum + h.employerCount, 0);
  return (
    <>
      <section>
        <h1>{e.name}</h1>
        <p class="sub">{`${named(t.codes.province, e.province)} ${e.city}`}</p>
      </section>
      {mayOrder && (
        <a class="btn primary wide" href={withQuery(paths.newOrder, { employer: e.id })}>
          {t.orders.add}
        </a>
      )}
      <Card title={t.employers.ledger}>
        <Facts
          rows={[
            [t.employers.promised, t.people(promised(replies))],
            [t.employers.kept, t.people(accepted)],
            [t.employers.countered, t.times(replies.filter((r) => r.kind === 'counter').length)],
            [t.employers.declined, t.times(replies.filter((r) => r.kind === 'decline').length)],
          ]}
        />
      </Card>
      <Card title={t.orders.title}>
        {orders.length === 0 ? (
          <Empty>{t.orders.none}</Empty>
        ) : (
          <ul class="people">
            {orders.map((o) => (
              <li>
                <a href={paths.order(o.id)}>
                  <span class="name">{t.orders.line(t.codes.trade[o.trade], o.headcount)}</span>
                  <span class="tags">
                    <Tag>{day(o.startsOn)}</Tag>
                    <Tag>{t.codes.orderState[o.state]}</Tag>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={t.employers.contact}>
        <Facts
          rows={[
            [t.employers.contactName, e.contactName],
            [t.employers.contactPhone, e.contactPhone],
            [t.employers.creditCode, e.creditCode],
          ]}
        />
        <Call phone={e.contactPhone} name={e.contactName} />
      </Card>
    </>
  );
}
