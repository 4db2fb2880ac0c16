import { addMonths } from '../../src/clock.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { validityOf } from '../../src/pipeline/documents/validity.ts';
import { paths } from '../../src/paths.ts';
import { FormKey } from '../components/form.tsx';
import { Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { PaperState } from '../../src/pipeline/documents/paper-state.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { paperHolds } from '../../src/pipeline/readiness.ts';
import { Action } from '../components/action.tsx';
import type { PaperKind } from '../../src/pipeline/documents/paper-kind.ts';

export function lookOfPaper(state: PaperState) {
  if (state === 'verified' || state === 'not_needed') return 'ok';
  return state === 'submitted' ? 'wait' : 'bad';
}

type LineProps = { s: Snapshot; p: Placement; kind: PaperKind; label: string };

/** The last day of a paper, and whether it ends before the contract does. */
function Until({ s, p, kind }: Omit<LineProps, 'label'>) {
  const { t, day } = useReader();
  const until = p.paperUntil[kind];
  if (!until) return null;
  const early = until < addMonths(s.departsOn, s.order.contractMonths);
  return (
    <Tag look={early ? 'wait' : undefined}>
      {early ? t.documents.endsEarly(day(until)) : t.workers.validUntil(day(until))}
    </Tag>
  );
}

/**
 * One paper of one person with its next tap. Also the fragment that a tap on the papers page
 * replaces.
 */
export function PaperLine({ s, p, kind, label }: LineProps) {
  const { t } = useReader();
  const state = p.papers[kind] ?? 'missing';
  const held = paperHolds(s, p, kind);
  // Verified, but not for the day of departure: it is to be dated anew.
  const handedIn = state === 'submitted' || (state === 'verified' && !held);
  // What the law dates cannot be verified by a bare tap: the day stands on the paper.
  const asksDate =
    handedIn &&
    (state === 'verified' || (validityOf(kind, s.order.trade) !== null && !p.paperUntil[kind]));
  const verify =
    kind === 'contract' && p.contract === null ? t.documents.signedAsAgreed : t.documents.verify;
  return (
    <li class="line">
      <span class="name">{label}</span>
      {held ? (
        <span class="btn done">{t.documents.ok}</span>
      ) : (
        !asksDate && (
          <Action
            to={paths.paper(p.id)}
            label={handedIn ? verify : t.documents.received}
            look="primary"
            fields={{ kind, state: handedIn ? 'verified' : 'submitted' }}
            swap="li"
          />
        )
      )}
      <span class="tags">
        <Tag look={lookOfPaper(state)}>{t.codes.paperState[state]}</Tag>
        {state === 'rejected' && p.paperWhy[kind] && (
          <Tag look="bad">{t.documents.rejectedWhy(t.codes.rejectReason[p.paperWhy[kind]])}</Tag>
        )}
        <Until s={s} p={p} kind={kind} />
      </span>
      {asksDate && (
        <form
          class="tags"
          method="post"
          action={paths.paper(p.id)}
          hx-post={paths.paper(p.id)}
          hx-target="closest li"
          hx-swap="outerHTML"
        >
          <FormKey />
          <input type="hidden" name="kind" value={kind} />
          <label>
            {t.documents.expiresOn} <input type="date" name="expiresOn" required />
          </label>
          <button class="btn primary" name="state" value="verified">
            {t.documents.verify}
          </button>
        </form>
      )}
    </li>
  );
}
