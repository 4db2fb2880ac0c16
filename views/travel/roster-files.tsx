import { paths } from '../../src/paths.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { FormatButtons } from '../components/format-buttons.tsx';
import { useReader } from '../i18n/reader.ts';
import { Choice, options } from '../components/choice.tsx';

/** The people as a file, in the shape of whoever asks for it. */
export function RosterFiles({ id }: { id: string }) {
  const { t } = useReader();
  const w = t.travel;
  return (
    <details class="card" open={useIsRefused(paths.rosterFile(id))}>
      <summary>{w.files}</summary>
      <Form to={paths.rosterFile(id)}>
        <Choice name="shape" label={w.shape} options={options(w.shapes, ['employer', 'railway'])} />
        <Field name="reason" label={t.workers.revealReason} hint={w.shapeHint} required={false} />
        <FormatButtons />
      </Form>
    </details>
  );
}
