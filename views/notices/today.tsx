import { dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { Card, Empty, Notice } from '../components/parts.tsx';
import { VisitLines } from '../follow-up/visit-list.tsx';
import { QueueBar } from '../components/queue-bar.tsx';
import { useReader } from '../i18n/reader.ts';
import { DueCard } from './due-card.tsx';
import { FirstRun } from './first-run.tsx';
import { SumsCard } from './sums-card.tsx';
import { StepsCard } from './steps-card.tsx';
import type { TodayProps } from './today-view.ts';

/**
 * The first page of the day: what is late, what is due, whom to call. The first thing is the red
 * one.
 */
export function TodayBody(props: TodayProps) {
  const { name, setUp, isAdmin, sums, corrections, cases, visits, people, mayWrite, mayPlan } =
    props;
  const { t, now, day } = useReader();
  return (
    <>
      <section>
        <h1>{t.today.hello(name)}</h1>
        <p class="sub">{day(dayOf(now))}</p>
      </section>
      {mayWrite && <QueueBar />}
      {sums && <SumsCard sums={sums} />}
      {setUp && <FirstRun setUp={setUp} isAdmin={isAdmin} />}
      <Next {...props} />
      {cases > 0 && (
        <a class="notice wait" href={paths.cases}>
          {t.today.cases(cases)}
        </a>
      )}
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

type NextProps = Pick<TodayProps, 'steps' | 'batches' | 'deadlines' | 'unmade' | 'mayPlan'>;

/** What comes next across batches; for an officer, what falls due in their village. */
function Next({ steps, batches, deadlines, unmade, mayPlan }: NextProps) {
  const { t } = useReader();
  if (steps === null) return <DueCard deadlines={deadlines} />;
  return (
    <>
      {unmade > 0 && <Notice look="wait">{t.today.unmade(unmade)}</Notice>}
      <StepsCard steps={steps} batches={batches} mayAct={mayPlan} />
    </>
  );
}
