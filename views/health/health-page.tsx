import { passesFor } from '../../src/pipeline/health/restriction.ts';
import { paths } from '../../src/paths.ts';
import { Card, Empty, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Booking } from './booking.tsx';
import type { HealthProps } from './health-view.ts';
import { ExamDays } from './exam-days.tsx';

/**
 * Examination days with the clinic's link, and how each person stands. Conclusions for station
 * staff only.
 */
export function HealthBody(props: HealthProps) {
  const { s, people, days, costs, seesHealth, mayWrite, villageOf } = props;
  const { t, day } = useReader();
  const passed = (p: Placement) => passesFor(s.order.trade, p);
  const alive = mayWrite && s.status === 'open' && s.departedAt === null;
  const examined = people.filter((p) => p.exit === null && (p.heldPlace || p.health !== 'none'));
  return (
    <>
      <section>
        <h1>{t.health.title}</h1>
        <p class="sub">{t.health.onlyConclusion}</p>
      </section>
      <ExamDays days={days} mayWrite={mayWrite} s={s} costs={costs} />
      {alive && (
        <Card title={t.health.bookTitle}>
          <Booking {...props} />
        </Card>
      )}
      <Card title={t.batch.people}>
        {examined.length === 0 ? (
          <Empty>{t.batch.nobody}</Empty>
        ) : (
          <ul class="people">
            {examined.map((p) => (
              <li>
                <a href={paths.placement(p.id)}>
                  <span class="name">{p.name}</span>
                  <span class="tags">
                    <Tag>{villageOf(p.workerId)}</Tag>
                    {seesHealth ? (
                      <Tag look={passed(p) ? 'ok' : 'wait'}>{t.codes.health[p.health]}</Tag>
                    ) : (
                      <Tag look={passed(p) ? 'ok' : 'wait'}>
                        {passed(p) ? t.batch.ready : t.batch.notReady}
                      </Tag>
                    )}
                    {seesHealth && p.restriction && (
                      <Tag look="wait">{t.codes.restriction[p.restriction]}</Tag>
                    )}
                    {seesHealth && p.recheckBy && <Tag look="bad">{t.dueBy(day(p.recheckBy))}</Tag>}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
