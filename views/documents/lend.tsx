import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { paths } from '../../src/paths.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Choice, options } from '../components/choice.tsx';
import { HOLDERS } from '../../src/pipeline/documents/custody-state.ts';

export function Lend({ s, p }: { s: Snapshot; p: Placement }) {
  const { t } = useReader();
  const w = t.documents;
  return (
    <details open={useIsRefused(paths.custody(p.id))}>
      <summary>{w.lend}</summary>
      <p class="sub">{w.lendWhy(s.figures.paperBack)}</p>
      <Form to={paths.custody(p.id)}>
        <Choice
          name="kind"
          scope="lend"
          label={w.paper}
          options={options(t.codes.paper, s.requirements)}
        />
        <Choice name="holder" label={w.holder} options={options(t.codes.holder, HOLDERS)} />
        <Field name="keeper" label={w.keeper} autocomplete="off" />
        <Field
          name="returnBy"
          label={w.returnBy}
          type="date"
          required={false}
          hint={w.returnByHint(s.figures.paperBack)}
        />
        <button class="btn wide">{w.lendButton}</button>
      </Form>
    </details>
  );
}
