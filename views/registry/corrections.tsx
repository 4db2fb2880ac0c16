import { paths, withQuery } from '../../src/paths.ts';
import type { Correctable } from '../../src/registry/correction.ts';
import { Field, Form } from '../components/form.tsx';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

type Line = {
  id: string;
  workerId: string;
  name: string;
  field: Correctable;
  wanted: string;
  at: number;
};

/**
 * Requests of workers to have something put right: done, and then to the form; or refused, with the
 * reason.
 */
export function CorrectionsBody({ corrections }: { corrections: Line[] }) {
  const { t, time } = useReader();
  const w = t.corrections;
  if (corrections.length === 0)
    return (
      <Card>
        <Empty>{w.none}</Empty>
      </Card>
    );
  return (
    <>
      {corrections.map((line) => (
        <section class="card stack">
          <h2>
            <a href={paths.worker(line.workerId)}>{line.name}</a>
          </h2>
          <p>
            {t.ownData.field[line.field]}: <b>{line.wanted}</b>
          </p>
          <p class="sub">{time(line.at)}</p>
          <a
            class="btn primary wide"
            href={withQuery(paths.workerEdit(line.workerId), { correction: line.id })}
          >
            {w.mend}
          </a>
          <Form to={paths.correctionAnswer(line.id)}>
            {line.field === 'other' && (
              <button class="btn wide" name="state" value="done">
                {w.done}
              </button>
            )}
            <details>
              <summary>{w.refuse}</summary>
              <Field name="answer" label={t.batch.reason} required={false} />
              <button class="btn" name="state" value="refused">
                {w.refuse}
              </button>
            </details>
          </Form>
        </section>
      ))}
    </>
  );
}
