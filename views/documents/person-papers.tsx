import { addMonths } from '../../src/clock.ts';
import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { NOT_PHOTOGRAPHED } from '../../src/pipeline/documents/photo.ts';
import { validityOf } from '../../src/pipeline/documents/validity.ts';
import { paths } from '../../src/paths.ts';
import {
  Action,
  Choice,
  Field,
  Form,
  FormKey,
  options,
  useIsRefused,
} from '../components/form.tsx';
import { Card, Tag } from '../components/parts.tsx';
import { QueueBar } from '../components/queue-bar.tsx';
import { useReader } from '../i18n/reader.ts';
import {
  type PaperKind,
  type PaperState,
  REJECT_REASONS,
  HOLDERS,
} from '../../src/pipeline/documents/paper-state.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { paperHolds } from '../../src/pipeline/readiness.ts';

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

type Photo = { id: string; kind: PaperKind; at: number };

/**
 * Takes a photo with the phone's camera; without a line it stays on the phone and goes by itself.
 */
function Camera({ s, p, photos }: { s: Snapshot; p: Placement; photos: Photo[] }) {
  const { t, time } = useReader();
  const w = t.photos;
  const kinds = s.requirements.filter((kind) => !NOT_PHOTOGRAPHED.includes(kind));
  return (
    <>
      <QueueBar />
      <details open={photos.length > 0}>
        <summary>{w.title(photos.length)}</summary>
        <ul class="lines">
          {photos.map((photo) => (
            <li>
              <a
                href={paths.photo(photo.id)}
              >{`${t.codes.paper[photo.kind]} · ${time(photo.at)}`}</a>
            </li>
          ))}
        </ul>
        <form
          method="post"
          action={paths.photos(p.id)}
          enctype="multipart/form-data"
          data-queue
          data-label={`${p.name} ${w.one}`}
        >
          <FormKey />
          <Choice
            name="kind"
            scope="photo"
            label={t.documents.paper}
            options={options(t.codes.paper, kinds)}
          />
          <div class="field">
            <label for="photo">{w.take}</label>
            <input
              id="photo"
              name="photo"
              type="file"
              accept="image/jpeg,image/png"
              capture="environment"
              required
              data-shrink
            />
            <span class="hint">{w.hint}</span>
          </div>
          <button class="btn wide">{w.send}</button>
        </form>
      </details>
    </>
  );
}

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

/**
 * A person's papers: each with its state and next tap; photos; originals lent; sending back with a
 * reason.
 */
export function PersonPapers({ s, p, photos }: { s: Snapshot; p: Placement; photos: Photo[] }) {
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
      <Lend s={s} p={p} />
    </Card>
  );
}
