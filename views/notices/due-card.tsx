import { paths } from '../../src/paths.ts';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { TodayProps } from './today-view.ts';

/** What falls due for the people of a village. */
export function DueCard({ deadlines }: Pick<TodayProps, 'deadlines'>) {
  const { t, now, time } = useReader();
  return (
    <Card title={t.today.due}>
      {deadlines.length === 0 ? (
        <Empty>{t.today.nothingDue}</Empty>
      ) : (
        <ul class="todo-list">
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
                class={i === 0 ? 'btn primary' : 'btn'}
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
