import { awaitedOf, toDo } from '../../src/pipeline/what-to-do.ts';
import { paths } from '../../src/paths.ts';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { whoseStep } from '../batch/todo-text.ts';
import { place } from '../batch/todo-place.ts';
import { WaitList } from '../batch/wait-list.tsx';
import type { BatchStep } from './today-view.ts';

const TO_DO = 10;
const WAITS = 8;

type StepsProps = { steps: BatchStep[]; batches: number; mayAct: boolean };

/** What the batches need next: what is ours, the most urgent first, and what is waited for. */
export function StepsCard({ steps, batches, mayAct }: StepsProps) {
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
              <StepLine step={step} isFirst={i === 0 && mayAct} mayAct={mayAct} />
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

type LineProps = { step: BatchStep; isFirst: boolean; mayAct: boolean };

function StepLine({ step, isFirst, mayAct }: LineProps) {
  const { t, now, time } = useReader();
  const { dueAt } = step;
  const words = t.todo[step.kind];
  const who = whoseStep(step, t);
  return (
    <li>
      <div>
        <p>
          {who && <b>{who} </b>}
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
      <a
        class={isFirst ? 'btn primary' : 'btn'}
        href={mayAct ? place(step, step.batchId, step.orderId) : paths.batch(step.batchId)}
      >
        {mayAct ? t.today.see : t.today.look}
      </a>
    </li>
  );
}
