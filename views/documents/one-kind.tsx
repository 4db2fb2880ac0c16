import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import { validityOf } from '../../src/pipeline/documents/validity.ts';
import { paths } from '../../src/paths.ts';
import { Field, Form } from '../components/form.tsx';
import { Card, Empty } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';
import { PaperLine } from './paper-line.tsx';
import type { DocumentsProps } from './documents-view.ts';
import type { PaperKind } from '../../src/pipeline/documents/paper-kind.ts';

export function Round({ s, kind, lacking }: { s: Snapshot; kind: PaperKind; lacking: number }) {
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

/** Who has handed in one kind of paper, and who has not. */
export function OneKind({
  kind,
  holders,
  isOpen,
  lacking,
  rest,
  s,
}: Pick<DocumentsProps, 'kind' | 's'> & {
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
