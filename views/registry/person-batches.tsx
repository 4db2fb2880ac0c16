import { paths } from '../../src/paths.ts';
import { Form, useIsRefused } from '../components/form.tsx';
import { Card, Empty, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Person } from './person-view.ts';
import { Choice } from '../components/choice.tsx';

/** Batches that a person was in. */
export function Placements({ person }: { person: Person }) {
  const { t, day } = useReader();
  return (
    <Card title={t.workers.placements}>
      {person.placements.length === 0 ? (
        <Empty>{t.workers.neverBeenOut}</Empty>
      ) : (
        <ul class="people">
          {person.placements.map((p) => {
            const batch = person.batches.find((b) => b.id === p.batchId);
            return (
              <li>
                <a href={paths.placement(p.id)}>
                  <span class="name">{batch?.code}</span>
                  <span class="tags">
                    {batch && <Tag>{day(batch.departsOn)}</Tag>}
                    {batch && (
                      <Tag>
                        {batch.status === 'open'
                          ? t.codes.stage[batch.stage]
                          : t.codes.batchStatus[batch.status]}
                      </Tag>
                    )}
                  </span>
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}

/** The batches that a person may join, from their own page. */
export function Join({ person }: { person: Person }) {
  const { t } = useReader();
  if (person.joinable.length === 0) return null;
  return (
    <details class="card" open={useIsRefused(paths.workerPlacements(person.worker.id))}>
      <summary>{t.workers.join}</summary>
      <Form to={paths.workerPlacements(person.worker.id)}>
        <Choice
          name="batchId"
          label={t.batches.title}
          options={person.joinable.map((b) => [b.id, b.code] as const)}
        />
        <button class="btn primary wide">{t.workers.join}</button>
      </Form>
    </details>
  );
}
