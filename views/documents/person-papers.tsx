import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { paths } from '../../src/paths.ts';
import { Choice, Field, Form, options, useIsRefused } from '../components/form.tsx';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { REJECT_REASONS, HOLDERS } from '../../src/pipeline/documents/paper-state.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { Action } from '../components/action.tsx';
import { type Photo, Camera } from './paper-camera.tsx';
import { PaperLine } from './paper-line.tsx';

function Lend({ s, p }: { s: Snapshot; p: Placement }) {
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

type Props = { s: Snapshot; p: Placement; photos: Photo[] };

function MoreSteps({ p, s }: Pick<Props, 'p' | 's'>) {
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

/**
 * A person's papers: each with its state and next tap; photos; originals lent; sending back with a
 * reason.
 */
export function PersonPapers({ s, p, photos }: Props) {
  const { t, day } = useReader();
  const w = t.documents;
  return (
    <Card title={t.codes.stage.documents}>
      <ul class="people">
        {s.requirements.map((kind) => (
          <PaperLine s={s} p={p} kind={kind} label={t.codes.paper[kind]} />
        ))}
      </ul>
      {p.lentElsewhere.map((kind) => (
        <p class="late">{w.lentElsewhere(t.codes.paper[kind])}</p>
      ))}
      {p.custody.map((loan) => (
        <div class="line">
          <span>
            {w.lentTo(
              t.codes.paper[loan.kind],
              [t.codes.holder[loan.holder], loan.keeper].filter(Boolean).join(' '),
            )}
            <span class="sub"> {t.dueBy(day(loan.returnBy))}</span>{' '}
            <a href={paths.custodyReceipt(p.id, loan.id)}>{t.receipt.title}</a>
          </span>
          <Action to={paths.custodyReturn(p.id, loan.id)} label={w.returned} look="primary" />
        </div>
      ))}
      {p.exit === null && <Camera s={s} p={p} photos={photos} />}
      <MoreSteps p={p} s={s} />
      <Lend s={s} p={p} />
    </Card>
  );
}
