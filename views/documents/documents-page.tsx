import { isInRound } from '../../src/pipeline/documents/paper.ts';
import { paths } from '../../src/paths.ts';
import { Card } from '../components/parts.tsx';
import { QueueBar } from '../components/queue-bar.tsx';
import { useReader } from '../i18n/reader.ts';
import { holdsPlace, type Placement } from '../../src/pipeline/batch/placement.ts';
import { paperHolds } from '../../src/pipeline/readiness.ts';
import { PaperLine } from './paper-line.tsx';
import { Requirements } from './requirements.tsx';
import { Round, OneKind } from './one-kind.tsx';
import type { DocumentsProps } from './documents-view.ts';
import type { PaperKind } from '../../src/pipeline/documents/paper-kind.ts';

function Ways({ s, mayWrite }: Pick<DocumentsProps, 's' | 'mayWrite'>) {
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

/** Papers one kind at a time, which is how they lie on the desk; whoever lacks it comes first. */
export function DocumentsBody({ s, people, certified, kind, mayWrite, mayPlan }: DocumentsProps) {
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
