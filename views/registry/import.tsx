import { paths } from '../../src/paths.ts';
import { FormKey } from '../components/form.tsx';
import { Card, Notice } from '../components/parts.tsx';
import { named, useReader } from '../i18n/reader.ts';

export type ImportReport = { added: number; known: number; refused: { row: number; name: string; code: string }[] };

export const ImportBody = ({ error, report }: { error?: string; report?: ImportReport }) => {
  const { t } = useReader();
  return (
    <>
      {report && (
        <Notice look={report.refused.length > 0 ? 'wait' : 'ok'}>
          {t.import.result(report.added, report.known, report.refused.length)}
        </Notice>
      )}
      {report && report.refused.length > 0 && (
        <Card title={t.import.refused}>
          <ul class="lines">
            {report.refused.map((row) => (
              <li>
                {t.import.row(row.row)} <b>{row.name}</b> {named(t.errors, row.code)}
              </li>
            ))}
          </ul>
        </Card>
      )}
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
            accept=".csv,text/csv"
            required
            aria-describedby={error ? 'file-error' : undefined}
          />
          {error && (
            <span class="error" id="file-error" role="alert">
              {named(t.errors, error)}
            </span>
          )}
        </div>
        <button class="btn primary wide">{t.import.button}</button>
      </form>
    </>
  );
};
