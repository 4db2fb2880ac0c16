import { paths } from '../../src/paths.ts';
import { Choice, Field, FormKey, options } from '../components/form.tsx';
import { FormatButtons } from '../components/format-buttons.tsx';
import { useReader } from '../i18n/reader.ts';

/** The people as a file, in the shape of whoever asks for it. */
export const RosterFiles = ({ id }: { id: string }) => {
  const { t } = useReader();
  const w = t.travel;
  return (
    <details class="card">
      <summary>{w.files}</summary>
      <form method="post" action={paths.rosterFile(id)}>
        <FormKey />
        <Choice name="shape" label={w.shape} options={options(w.shapes, ['employer', 'railway'])} />
        <Field name="reason" label={t.workers.revealReason} hint={w.shapeHint} required={false} />
        <FormatButtons />
      </form>
    </details>
  );
};
