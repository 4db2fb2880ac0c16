import { HOLDERS, REJECT_REASONS } from '../../src/pipeline/documents/paper.ts';
import type { PaperKind, PaperState } from '../../src/pipeline/documents/paper.ts';
import type { Placement, Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { paths } from '../../src/paths.ts';
import { Action, Choice, Field, FormKey, options } from '../components/form.tsx';
import { Card, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

export const lookOfPaper = (state: PaperState) =>
  state === 'verified' || state === 'not_needed' ? 'ok' : state === 'submitted' ? 'wait' : 'bad';

/** One paper of one person with its next tap. Also the fragment that a tap on the papers page replaces. */
export const PaperLine = ({ p, kind, label }: { p: Placement; kind: PaperKind; label: string }) => {
  const { t } = useReader();
  const state = p.papers[kind] ?? 'missing';
  const held = state === 'verified' || state === 'not_needed';
  return (
    <li class="line">
      <span class="name">{label}</span>
      {held ? (
        <span class="btn done">{t.documents.ok}</span>
      ) : (
        <Action
          to={paths.paper(p.id)}
          label={state === 'submitted' ? t.documents.verify : t.documents.received}
          look="primary"
          fields={{ kind, state: state === 'submitted' ? 'verified' : 'submitted' }}
          swap="li"
        />
      )}
      <span class="tags">
        <Tag look={lookOfPaper(state)}>{t.codes.paperState[state]}</Tag>
      </span>
    </li>
  );
};

/** A person's papers: each with its state and next tap; originals lent; sending back with a reason. */
export const PersonPapers = ({ s, p }: { s: Snapshot; p: Placement }) => {
  const { t, day } = useReader();
  const w = t.documents;
  return (
    <Card title={t.codes.stage.documents}>
      <ul class="people">
        {s.requirements.map((kind) => (
          <PaperLine p={p} kind={kind} label={t.codes.paper[kind]} />
        ))}
      </ul>
      {p.custody.map((loan) => (
        <div class="line">
          <span>
            {w.lentTo(t.codes.paper[loan.kind], t.codes.holder[loan.holder])}
            <span class="sub"> {t.dueBy(day(loan.returnBy))}</span>
          </span>
          <Action to={paths.custodyReturn(p.id, loan.id)} label={w.returned} look="primary" />
        </div>
      ))}
      <details>
        <summary>{w.moreSteps}</summary>
        <form method="post" action={paths.paper(p.id)}>
          <FormKey />
          <Choice name="kind" label={w.paper} options={options(t.codes.paper, s.requirements)} />
          <Choice
            name="state"
            label={w.state}
            options={options(t.codes.paperState, ['verified', 'rejected', 'expired', 'not_needed', 'missing'])}
          />
          <Choice
            name="reason"
            label={w.rejectReason}
            options={options(t.codes.rejectReason, REJECT_REASONS)}
            empty={w.noReason}
          />
          <Field name="expiresOn" label={t.workers.expiresOn} type="date" required={false} />
          <button class="btn wide">{t.save}</button>
        </form>
      </details>
      <details>
        <summary>{w.lend}</summary>
        <p class="sub">{w.lendWhy}</p>
        <form method="post" action={paths.custody(p.id)}>
          <FormKey />
          <Choice name="kind" label={w.paper} options={options(t.codes.paper, s.requirements)} />
          <Choice name="holder" label={w.holder} options={options(t.codes.holder, HOLDERS)} />
          <button class="btn wide">{w.lendButton}</button>
        </form>
      </details>
    </Card>
  );
};
