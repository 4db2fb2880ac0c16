import type { Snapshot } from '../../../src/pipeline/batch/snapshot.ts';
import { type Bearer, BEARERS } from '../../../src/pipeline/ledger/budget.ts';
import { isOnTheirOwn, isStranded } from '../../../src/pipeline/travel/handover/onward.ts';
import { paths } from '../../../src/paths.ts';
import { Field, Form, useIsRefused } from '../../components/form.tsx';
import { Card, Notice } from '../../components/parts.tsx';
import { useReader } from '../../i18n/reader.ts';
import type { Placement } from '../../../src/pipeline/batch/placement.ts';
import { Choice, options } from '../../components/choice.tsx';
import { ONWARD } from '../../../src/pipeline/travel/handover/handover-state.ts';

export type OnwardView = { bearer: Bearer; costFen: number; note: string } | null;

/**
 * Somebody without a post is far from home: where they go from there, and who pays. Nobody asks
 * them why they left.
 */
export function Onward({ s, p, last }: { s: Snapshot; p: Placement; last: OnwardView }) {
  const { t } = useReader();
  const w = t.travel.onward;
  if (!isOnTheirOwn(p) || s.status !== 'open') return null;
  return (
    <Card title={p.travel === 'rejected' ? w.rejected : w.left} id="onward">
      {p.onward !== null && <Notice>{t.codes.onward[p.onward]}</Notice>}
      <details open={useIsRefused(paths.onwardWay(p.id)) || isStranded(p)}>
        <summary>{isStranded(p) ? w.settle : w.again}</summary>
        <p class="sub">{p.travel === 'rejected' ? w.why : w.whyLeft}</p>
        <Form to={paths.onwardWay(p.id)}>
          <Choice
            name="next"
            label={w.next}
            options={options(t.codes.onward, ONWARD)}
            value={p.onward ?? undefined}
          />
          <Choice
            name="bearer"
            label={w.bearer}
            options={options(t.codes.bearer, BEARERS)}
            value={last?.bearer ?? (p.travel === 'rejected' ? 'employer' : 'station')}
          />
          <Field
            name="cost"
            label={t.travel.costOf}
            inputmode="decimal"
            required={false}
            value={last && last.costFen > 0 ? last.costFen / 100 : undefined}
          />
          <Field
            name="note"
            label={w.note}
            required={false}
            autocomplete="off"
            value={last?.note}
          />
          <button class="btn primary wide">{t.save}</button>
        </Form>
      </details>
      <a class="btn wide" href={paths.worker(p.workerId)}>
        {w.otherPost}
      </a>
    </Card>
  );
}
