import { paths } from '../../../src/paths.ts';
import type { ImportState } from '../../../src/registry/roster/import.ts';
import { FormKey } from '../../components/form.tsx';
import { Card, Tag } from '../../components/parts.tsx';
import { named, useReader } from '../../i18n/reader.ts';

/** What lists are kept as: by their ending, and by the type that browsers give them. */
const LISTS = [
  '.xlsx',
  '.xls',
  '.csv',
  'text/csv',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

type Earlier = {
  id: string;
  fileName: string;
  state: ImportState;
  rows: number;
  uploadedAt: number;
};

const LOOK = {
  naming: 'wait',
  comparing: 'wait',
  ready: 'wait',
  writing: 'wait',
  written: 'ok',
} as const;

/** Where a roster comes in: picked on a phone, dropped on the field on a PC. */
export function UploadBody({ error, earlier }: { error: string | undefined; earlier: Earlier[] }) {
  const { t, time } = useReader();
  return (
    <>
      <form method="post" action={paths.workerImport} enctype="multipart/form-data" class="card">
        <h1>{t.import.title}</h1>
        <p class="sub">{t.import.explain}</p>
        <FormKey />
        <div class="field">
          <label for="file">{t.import.file}</label>
          <input
            id="file"
            name="file"
            type="file"
            class="drop"
            accept={LISTS.join(',')}
            required
            aria-invalid={error ? 'true' : undefined}
            aria-describedby={error ? 'file-error' : 'file-hint'}
          />
          <span class="hint" id="file-hint">
            {t.import.hint}
          </span>
          {error && (
            <span class="error" id="file-error" role="alert">
              {named(t.errors, error)}
            </span>
          )}
        </div>
        <button class="btn primary wide">{t.import.read}</button>
      </form>
      {earlier.length > 0 && (
        <Card title={t.import.earlier}>
          <ul class="people">
            {earlier.map((each) => (
              <li>
                <a href={paths.import(each.id)}>
                  <span class="name">{each.fileName}</span>
                  <span class="tags">
                    <Tag look={LOOK[each.state as keyof typeof LOOK]}>
                      {t.import.state[each.state]}
                    </Tag>
                    <Tag>{t.import.rows(each.rows)}</Tag>
                    <Tag>{time(each.uploadedAt)}</Tag>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
