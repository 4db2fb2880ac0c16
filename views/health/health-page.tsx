import { passesFor } from '../../src/pipeline/health/restriction.ts';
import { paths } from '../../src/paths.ts';
import { Card, Empty, LinkButton, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Booking } from './booking.tsx';
import type { Props } from './health-view.ts';

function ExamDays({ days, mayWrite, s, costs }: Pick<Props, 'days' | 'mayWrite' | 's' | 'costs'>) {
  const { t, day, money } = useReader();
  if (!(days.length > 0)) return null;
  return (
    <Card title={t.health.days}>
      <ul class="people">
        {days.map((d) => (
          <li class="line">
            <a href={paths.examDay(d.id)}>
              <span class="name">{day(d.heldOn)}</span>{' '}
              <span class="sub">{`${d.clinic} · ${t.people(d.booked.length)}`}</span>{' '}
              {d.cancelledAt !== null && <Tag look="bad">{t.examDay.cancelledShort}</Tag>}
            </a>
            {mayWrite && d.cancelledAt === null && (
              <LinkButton linkId={d.linkId} purpose="clinic" subjectId={d.id} batchId={s.id} />
            )}
          </li>
        ))}
      </ul>
      {mayWrite && costs.length > 0 && (
        <p class="sub">
          {costs
            .map(
              ({ bearer, spentFen }) =>
                `${t.costs.paidBy(t.codes.bearer[bearer])} ${money(spentFen)}`,
            )
            .join(' · ')}
        </p>
      )}
    </Card>
  );
}

/**
 * Examination days with the clinic's link, and how each person stands. Conclusions for station
 * staff only.
 */
export function HealthBody(props: Props) {
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
