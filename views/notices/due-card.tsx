import { paths } from '../../src/paths.ts';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { TodayProps } from './today-view.ts';

/** What falls due, and the orders that wait for an answer. */
export function DueCard({ deadlines, orders }: Pick<TodayProps, 'deadlines' | 'orders'>) {
  const { t, now, time } = useReader();
  return (
    <Card title={t.today.due}>
      {deadlines.length + orders.length === 0 ? (
        <Empty>{t.today.nothingDue}</Empty>
      ) : (
        <ul class="todo-list">
          {orders.map((order, i) => (
            <li>
              <div>
                <p>
                  <b>{order.terms.employer} </b>
                  {t.codes.orderState[order.state]}
                </p>
              </div>
              <a class={i === 0 ? 'btn primary' : 'btn'} href={paths.order(order.id)}>
                {t.today.see}
              </a>
            </li>
          ))}
          {deadlines.map((d, i) => (
            <li>
              <div>
                <p>
                  {d.person && <b>{d.person.name} </b>}
                  {t.codes.deadline[d.kind]}
                </p>
                <p class={d.dueAt <= now ? 'why late' : 'why'}>
                  {`${t.batch.code(d.code)} · ` +
                    (d.dueAt <= now ? t.overdueSince(time(d.dueAt)) : t.dueBy(time(d.dueAt)))}
                </p>
              </div>
              <a
                class={i + orders.length === 0 ? 'btn primary' : 'btn'}
                href={d.placementId ? paths.placement(d.placementId) : paths.batch(d.batchId)}
              >
                {t.today.see}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
