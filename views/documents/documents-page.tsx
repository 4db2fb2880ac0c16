import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { isInRound } from '../../src/pipeline/documents/paper.ts';
import { REQUIREMENT_TEMPLATES } from '../../src/pipeline/documents/requirement.ts';
import { validityOf } from '../../src/pipeline/documents/validity.ts';
import { paths } from '../../src/paths.ts';
import { Field, Form, useIsRefused } from '../components/form.tsx';
import { Card, Empty } from '../components/parts.tsx';
import { QueueBar } from '../components/queue-bar.tsx';
import { useReader } from '../i18n/reader.ts';
import { PAPER_KINDS, type PaperKind } from '../../src/pipeline/documents/paper-state.ts';
import { holdsPlace, type Placement } from '../../src/pipeline/batch/placement.ts';
import { paperHolds } from '../../src/pipeline/readiness.ts';
import { PaperLine } from './paper-line.tsx';
import { Tick } from '../components/tick.tsx';

type Props = {
  s: Snapshot;
  people: Placement[];
  /** How many of them hold a certificate of the trade that is valid on the day of departure. */
  certified: number;
  kind: PaperKind;
  mayWrite: boolean;
  mayPlan: boolean;
};

function Round({ s, kind, lacking }: { s: Snapshot; kind: PaperKind; lacking: number }) {
  const { t } = useReader();
  const rule = validityOf(kind, s.order.trade);
  return (
    <Form to={paths.paperRound(s.id)} class="card">
      <input type="hidden" name="kind" value={kind} />
      {rule && (
        <Field
          name="issuedOn"
          label={t.documents.issuedOn}
          hint={t.documents.holdsMonths(rule.months)}
          type="date"
        />
      )}
      <button class="btn wide">
        {kind === 'contract'
          ? t.documents.allSignedAsAgreed(lacking)
          : t.documents.allReceived(lacking, t.codes.paper[kind])}
      </button>
    </Form>
  );
}

function Requirements({ s }: { s: Snapshot }) {
  const { t } = useReader();
  return (
    <details class="card" open={useIsRefused(paths.requirements(s.id))}>
      <summary>{t.documents.requirements}</summary>
      <Form to={paths.requirements(s.id)}>
        {PAPER_KINDS.map((each) => (
          <Tick
            name="kinds"
            value={each}
            label={t.codes.paper[each]}
            checked={s.requirements.includes(each)}
          />
        ))}
        <button class="btn wide">{t.save}</button>
      </Form>
      <p class="sub">{t.documents.templates}</p>
      <ul class="lines">
        {REQUIREMENT_TEMPLATES.map(({ code, kinds }) => (
          <li>
            <b>{t.codes.requirement[code]}</b>{' '}
            {kinds.map((each) => t.codes.paper[each]).join(t.nameComma)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Ways({ s, mayWrite }: Pick<Props, 's' | 'mayWrite'>) {
  const { t } = useReader();
  return (
    <div class="row">
      <a class="btn" href={paths.paperGrid(s.id)}>
        {t.documents.grid}
      </a>
      {mayWrite && (
        <>
          <a class="btn" href={paths.lacking(s.id)}>
            {t.documents.remind}
          </a>
          <a class="btn" href={paths.paperSheets(s.id)}>
            {t.documents.sheets}
          </a>
        </>
      )}
    </div>
  );
}

/** Who has handed in one kind of paper, and who has not. */
function OneKind({
  kind,
  holders,
  isOpen,
  lacking,
  rest,
  s,
}: Pick<Props, 'kind' | 's'> & {
  holders: Placement[];
  isOpen: boolean;
  lacking: Placement[];
  rest: Placement[];
}) {
  const { t } = useReader();
  return (
    <Card title={t.codes.paper[kind]}>
      {holders.length === 0 && <Empty>{t.documents.nobody}</Empty>}
      {holders.length > 0 && isOpen && (
        <ul class="people">
          {[...lacking, ...rest].map((p) => (
            <PaperLine s={s} p={p} kind={kind} label={p.name} />
          ))}
        </ul>
      )}
      {holders.length > 0 && !isOpen && (
        <p>
          {lacking.length > 0
            ? t.documents.lackingNames(lacking.map((p) => p.name).join(t.nameComma))
            : t.documents.complete}
        </p>
      )}
    </Card>
  );
}

/** Papers one kind at a time, which is how they lie on the desk; whoever lacks it comes first. */
export function DocumentsBody({ s, people, certified, kind, mayWrite, mayPlan }: Props) {
  const { t } = useReader();
  const alive = s.status === 'open' && s.departedAt === null;
  const holders = people.filter(holdsPlace);
  const lacks = (p: Placement, each: PaperKind) => !paperHolds(s, p, each);
  const lacking = holders.filter((p) => lacks(p, kind));
  const rest = holders.filter((p) => !lacks(p, kind));
  const isOpen = mayWrite && alive;
  const reserves = people.filter((p) => !holdsPlace(p));
  const inRound = holders.filter((p) => isInRound(p, kind)).length;
  return (
    <>
      <section>
        <h1>{t.documents.title}</h1>
        <p class="sub">{t.documents.certified(certified, holders.length)}</p>
      </section>
      {mayWrite && <QueueBar />}
      <Ways s={s} mayWrite={mayWrite} />
      <nav class="chips" aria-label={t.documents.paper}>
        {s.requirements.map((each) => (
          <a
            class="btn"
            href={`${paths.documents(s.id)}?paper=${each}`}
            {...(each === kind ? { 'aria-current': 'true' as const } : {})}
          >
            {t.codes.paper[each]} {holders.filter((p) => lacks(p, each)).length || '✓'}
          </a>
        ))}
      </nav>
      {mayPlan && alive && inRound > 1 && <Round s={s} kind={kind} lacking={inRound} />}
      <OneKind kind={kind} holders={holders} isOpen={isOpen} lacking={lacking} rest={rest} s={s} />
      {mayWrite && alive && reserves.length > 0 && (
        <Card title={t.documents.reserves}>
          <ul class="people">
            {reserves.map((p) => (
              <PaperLine s={s} p={p} kind={kind} label={p.name} />
            ))}
          </ul>
        </Card>
      )}
      {mayPlan && alive && <Requirements s={s} />}
    </>
  );
}
