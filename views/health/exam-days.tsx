import { paths } from '../../src/paths.ts';
import { Card, LinkButton, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { HealthProps } from './health-view.ts';

export function ExamDays({
  days,
  mayWrite,
  s,
  costs,
}: Pick<HealthProps, 'days' | 'mayWrite' | 's' | 'costs'>) {
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
