import { dayOf } from '../../src/clock.ts';
import type { Todo } from '../../src/pipeline/todo.ts';
import { useReader } from '../i18n/reader.ts';
import type { Reader } from '../i18n/reader.ts';

/** Who or what a step waits for. */
function whatWaits({ kind, count }: Todo, t: Reader['t']): string {
  return kind in t.waiting
    ? t.waiting[kind as keyof typeof t.waiting](count)
    : t.todo[kind].text(count);
}

/** What is waited for, and until when; each leads to whom it is about. */
export function WaitList({
  steps,
  to,
}: {
  steps: (Todo & { about?: string })[];
  to: (step: Todo) => string;
}) {
  const { t, day, time } = useReader();
  return (
    <ul class="waits">
      {steps.map((step) => (
        <li>
          <a href={to(step)}>
            {step.about && <small>{step.about}</small>}
            <span>
              {step.name && <b>{step.name} </b>}
              {whatWaits(step, t)}
            </span>
            {step.waits && (
              <small>
                {step.waits.for === 'day'
                  ? t.onDay(day(dayOf(step.waits.until)))
                  : t.dueBy(time(step.dueAt ?? step.waits.until))}
              </small>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
