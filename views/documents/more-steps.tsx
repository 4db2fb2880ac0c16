import { paths } from '../../src/paths.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { REJECT_REASONS } from '../../src/pipeline/documents/paper-state.ts';
import { Choice, options } from '../components/choice.tsx';
import type { PersonPapersProps } from './person-papers-view.ts';

export function MoreSteps({ p, s }: Pick<PersonPapersProps, 'p' | 's'>) {
  const { t } = useReader();
  const w = t.documents;
  return (
    <details open={useIsRefused(paths.paper(p.id))}>
      <summary>{w.moreSteps}</summary>
      <Form to={paths.paper(p.id)}>
        <Choice
          name="kind"
          scope="paper"
          label={w.paper}
          options={options(t.codes.paper, s.requirements)}
        />
        <Choice
          name="state"
          scope="paper"
          label={w.state}
          options={options(t.codes.paperState, [
            'verified',
            'rejected',
            'expired',
            'not_needed',
            'missing',
          ])}
        />
        <Choice
          name="reason"
          scope="paper"
          label={w.rejectReason}
          options={options(t.codes.rejectReason, REJECT_REASONS)}
          empty={w.noReason}
        />
        <Field name="issuedOn" label={w.issuedOn} type="date" required={false} />
        <Field name="expiresOn" label={w.expiresOn} type="date" required={false} />
        <button class="btn wide">{t.save}</button>
      </Form>
    </details>
  );
}
