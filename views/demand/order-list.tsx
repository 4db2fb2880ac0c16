import { lookOf } from './order-page.tsx';
import { paths } from '../../src/paths.ts';
import { Card, Empty, More, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Order } from './order-view.ts';

type ListProps = {
  orders: Order[];
  employers: { id: string; name: string }[];
  more: string | null;
  mayWrite: boolean;
};

export function OrderListBody({ orders, employers, more, mayWrite }: ListProps) {
  const { t, day } = useReader();
  return (
    <>
      {mayWrite && (
        <a class="btn primary wide" href={paths.newOrder}>
          {t.orders.add}
        </a>
      )}
      <a class="btn wide" href={paths.employers}>
        {t.employers.title}
      </a>
      <Card>
        {orders.length === 0 ? (
          <Empty>{t.orders.none}</Empty>
        ) : (
          <ul class="people">
            {orders.map((o) => (
              <li>
                <a href={paths.order(o.id)}>
                  <span class="name">{employers.find((e) => e.id === o.employerId)?.name}</span>
                  <span class="tags">
                    <Tag>{t.orders.line(t.codes.trade[o.trade], o.headcount)}</Tag>
                    <Tag>{day(o.startsOn)}</Tag>
                    <Tag look={lookOf(o.state)}>{t.codes.orderState[o.state]}</Tag>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
        <More href={more} />
      </Card>
    </>
  );
}
