import { awaitedOf, toDo } from '../../src/pipeline/what-to-do.ts';
import { paths } from '../../src/paths.ts';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { place } from '../batch/todo-place.ts';
import { WaitList } from '../batch/wait-list.tsx';
import type { BatchStep } from './today-view.ts';

const TO_DO = 10;
const WAITS = 8;

/** What the batches need next: what is ours, the most urgent first, and what is waited for. */
export function StepsCard({ steps, batches }: { steps: BatchStep[]; batches: number }) {
  const { t, now } = useReader();
  const ours = toDo(steps, now);
  const waits = awaitedOf(steps, now);
  return (
    <>
      <Card title={t.today.toDo}>
        {ours.length === 0 ? (
          <Empty>{batches === 0 ? t.today.noBatches : t.today.nothingToDo}</Empty>
        ) : (
          <ul class="todo-list">
            {ours.slice(0, TO_DO).map((step, i) => (
              <StepLine step={step} isFirst={i === 0} />
            ))}
          </ul>
        )}
        {ours.length > TO_DO && (
          <a class="btn wide" href={paths.batches}>
            {t.today.moreToDo(ours.length - TO_DO)}
          </a>
        )}
      </Card>
      {waits.length > 0 && (
        <Card title={t.today.waits}>
          <WaitList
            steps={waits.slice(0, WAITS).map((step) => ({ ...step, about: aboutOf(step) }))}
            to={(step) => paths.batch((step as BatchStep).batchId)}
          />
        </Card>
      )}
    </>
  );
}

function aboutOf({ code, employer }: BatchStep): string {
  return [code, employer].filter(Boolean).join(' · ');
}

function StepLine({ step, isFirst }: { step: BatchStep; isFirst: boolean }) {
  const { t, now, time } = useReader();
  const { dueAt } = step;
  const words = t.todo[step.kind];
  return (
    <li>
      <div>
        <p>
          {step.name && <b>{step.name} </b>}
          {words.text(step.count)}
        </p>
        <p class={dueAt !== null && dueAt <= now ? 'why late' : 'why'}>
          {[
            aboutOf(step),
            dueAt !== null && (dueAt <= now ? t.overdueSince(time(dueAt)) : t.dueBy(time(dueAt))),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <a class={isFirst ? 'btn primary' : 'btn'} href={place(step, step.batchId, step.orderId)}>
        {t.today.see}
      </a>
    </li>
  );
}
