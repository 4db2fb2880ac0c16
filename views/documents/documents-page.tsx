import type { Placement, Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { PAPER_KINDS, type PaperKind } from '../../src/pipeline/documents/paper.ts';
import { paths } from '../../src/paths.ts';
import { Action, FormKey, Tick } from '../components/form.tsx';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { PaperLine } from './person-papers.tsx';

type Props = { s: Snapshot; people: Placement[]; kind: PaperKind; mayWrite: boolean; mayPlan: boolean };

const lacks = (p: Placement, kind: PaperKind) => p.papers[kind] !== 'verified' && p.papers[kind] !== 'not_needed';

/** Papers one kind at a time, which is how they lie on the desk; whoever lacks it comes first. */
export const DocumentsBody = ({ s, people, kind, mayWrite, mayPlan }: Props) => {
  const { t } = useReader();
  const alive = s.status === 'open' && s.departedAt === null;
  const lacking = people.filter((p) => lacks(p, kind));
  const rest = people.filter((p) => !lacks(p, kind));
  return (
    <>
      <section>
        <h1>{t.documents.title}</h1>
      </section>
      <nav class="chips" aria-label={t.documents.paper}>
        {s.requirements.map((each) => (
          <a
            class="btn"
            href={`${paths.documents(s.id)}?paper=${each}`}
            {...(each === kind ? { 'aria-current': 'true' as const } : {})}
          >
            {t.codes.paper[each]} {people.filter((p) => lacks(p, each)).length || '✓'}
          </a>
        ))}
      </nav>
      {mayPlan && alive && lacking.length > 1 && (
        <Action
          to={paths.paperRound(s.id)}
          label={t.documents.allReceived(lacking.length, t.codes.paper[kind])}
          fields={{ kind }}
          wide
        />
      )}
      <Card title={t.codes.paper[kind]}>
        {people.length === 0 ? (
          <Empty>{t.documents.nobody}</Empty>
        ) : mayWrite && alive ? (
          <ul class="people">
            {[...lacking, ...rest].map((p) => (
              <PaperLine p={p} kind={kind} label={p.name} />
            ))}
          </ul>
        ) : (
          <p>
            {lacking.length > 0
              ? t.documents.lackingNames(lacking.map((p) => p.name).join(t.nameComma))
              : t.documents.complete}
          </p>
        )}
      </Card>
      {mayPlan && alive && (
        <details class="card">
          <summary>{t.documents.requirements}</summary>
          <form method="post" action={paths.requirements(s.id)}>
            <FormKey />
            {PAPER_KINDS.map((each) => (
              <Tick name="kinds" value={each} label={t.codes.paper[each]} checked={s.requirements.includes(each)} />
            ))}
            <button class="btn wide">{t.save}</button>
          </form>
        </details>
      )}
    </>
  );
};
