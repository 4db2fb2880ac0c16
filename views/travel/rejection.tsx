import type { Placement, Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { BEARERS } from '../../src/pipeline/ledger/budget.ts';
import { AFTER_REJECTION, isStranded } from '../../src/pipeline/travel/rejection.ts';
import { paths } from '../../src/paths.ts';
import { Choice, Field, FormKey, options } from '../components/form.tsx';
import { Card, Notice } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

/** Somebody whom the employer did not take is far from home: where they go from there, and who pays. */
export const Rejection = ({ s, p }: { s: Snapshot; p: Placement }) => {
  const { t } = useReader();
  const w = t.travel.rejection;
  if (p.travel !== 'rejected' || s.status !== 'open') return null;
  return (
    <Card title={w.title} id="rejection">
      {p.afterRejection !== null && <Notice>{t.codes.afterRejection[p.afterRejection]}</Notice>}
      <details open={isStranded(p)}>
        <summary>{isStranded(p) ? w.settle : w.again}</summary>
        <p class="sub">{w.why}</p>
        <form method="post" action={paths.rejectionOutcome(p.id)}>
          <FormKey />
          <Choice name="next" label={w.next} options={options(t.codes.afterRejection, AFTER_REJECTION)} />
          <Choice name="bearer" label={w.bearer} options={options(t.codes.bearer, BEARERS)} value="employer" />
          <Field name="cost" label={t.travel.costOf} inputmode="decimal" required={false} />
          <Field name="note" label={w.note} required={false} autocomplete="off" />
          <button class="btn primary wide">{t.save}</button>
        </form>
      </details>
      <a class="btn wide" href={paths.worker(p.workerId)}>
        {w.otherPost}
      </a>
    </Card>
  );
};
