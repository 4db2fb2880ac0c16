import { dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { Card, Empty } from '../components/parts.tsx';
import { type VisitLine, VisitLines } from '../follow-up/visit-list.tsx';
import { QueueBar } from '../components/queue-bar.tsx';
import { useReader } from '../i18n/reader.ts';
import type { OrderState } from '../../src/pipeline/demand/order-state.ts';
import type { DeadlineKind } from '../../src/pipeline/deadline.ts';

type Due = {
  id: string;
  batchId: string;
  placementId: string | null;
  kind: DeadlineKind;
  dueAt: number;
  code: string;
  person: { name: string } | null;
};
type Props = {
  name: string;
  orders: { id: string; state: OrderState; terms: { employer: string } }[];
  deadlines: Due[];
  /** How many requests of workers to have their data put right wait. */
  corrections: number;
  visits: VisitLine[];
  people: Map<string, { name: string; phone: string }>;
  mayWrite: boolean;
  mayPlan: boolean;
};

/** What falls due, and the orders that wait for an answer. */
function DueCard({ deadlines, orders }: Pick<Props, 'deadlines' | 'orders'>) {
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

/**
 * The first page of the day: what is late, what is due, whom to call. The first thing is the red
 * one.
 */
export function TodayBody({
  name,
  orders,
  deadlines,
  corrections,
  visits,
  people,
  mayWrite,
  mayPlan,
}: Props) {
  const { t, now, day } = useReader();
  return (
    <>
      <section>
        <h1>{t.today.hello(name)}</h1>
        <p class="sub">{day(dayOf(now))}</p>
      </section>
      {mayWrite && <QueueBar />}
      <DueCard deadlines={deadlines} orders={orders} />
      {mayWrite && corrections > 0 && (
        <a class="notice wait" href={paths.corrections}>
          {t.corrections.waiting(corrections)}
        </a>
      )}
      <Card title={t.visits.dueNow}>
        {visits.length === 0 ? (
          <Empty>{t.visits.none}</Empty>
        ) : (
          <VisitLines visits={visits} people={people} mayWrite={mayWrite} />
        )}
        {visits.length > 0 && (
          <a class="btn wide" href={paths.visits}>
            {t.visits.all}
          </a>
        )}
      </Card>
      {mayPlan && (
        <a class="btn wide" href={paths.newOrder}>
          {t.orders.add}
        </a>
      )}
    </>
  );
}
