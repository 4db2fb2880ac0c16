import { paths } from '../../src/paths.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { FormatButtons } from '../components/format-buttons.tsx';
import { useReader } from '../i18n/reader.ts';
import { Tick } from '../components/tick.tsx';
import type { Filters } from './people-filters.tsx';

export function Export({ filters, mayReveal }: { filters: Filters; mayReveal: boolean }) {
  const { t } = useReader();
  const w = t.workers;
  return (
    <details class="card" open={useIsRefused(paths.workerExport)}>
      <summary>{w.export}</summary>
      <Form to={paths.workerExport}>
        <input type="hidden" name="query" value={new URLSearchParams(filters).toString()} />
        {mayReveal && (
          <>
            <Tick name="idNumbers" label={w.withIdNumbers} />
            <Field
              name="reason"
              label={w.revealReason}
              hint={w.exportReasonHint}
              required={false}
            />
          </>
        )}
        <FormatButtons />
        <p class="hint">{w.exportHint}</p>
      </Form>
    </details>
  );
}
