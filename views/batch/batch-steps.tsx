import { paths } from '../../src/paths.ts';
import { Field, Form } from '../components/form.tsx';
import { Card, More, Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { ToldLine } from '../../src/pipeline/batch/change.ts';
import { History } from './history.tsx';
import type { Placement } from '../../src/pipeline/batch/placement.ts';

export function HistoryBody({
  lines,
  people,
  more,
  seesHealth,
}: {
  lines: ToldLine[];
  seesHealth: boolean;
  people: Placement[];
  more: string | null;
}) {
  const { t } = useReader();
  return (
    <Card title={t.batch.history}>
      <History
        lines={lines}
        nameOf={(id) => people.find((p) => p.id === id)?.name ?? t.somebody}
        seesHealth={seesHealth}
      />
      <More href={more} />
    </Card>
  );
}

export function CancellationBody({
  id,
  code,
  people,
}: {
  id: string;
  code: string;
  people: number;
}) {
  const { t } = useReader();
  return (
    <Form to={paths.cancellation(id)} class="card">
      <h1>{t.batch.cancelTitle(code)}</h1>
      <Notice look="bad">{t.batch.cancelWarning(people)}</Notice>
      <Field name="reason" label={t.batch.reason} />
      <button class="btn primary wide">{t.batch.cancel}</button>
    </Form>
  );
}
