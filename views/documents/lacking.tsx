import { paths } from '../../src/paths.ts';
import { Card, Empty, ForwardText, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import type { PaperKind } from '../../src/pipeline/documents/paper-kind.ts';

type Line = { id: string; name: string; village: string; kinds: PaperKind[]; url: string | null };
type Props = { batchId: string; town: string; contact: string; lines: Line[] };

/** What each person still lacks, as a text to forward: copy, paste, next. */
export function LackingBody({ batchId, town, contact, lines }: Props) {
  const { t } = useReader();
  const w = t.documents;
  return (
    <>
      <p class="sub">{w.remindWhy}</p>
      {lines.length === 0 && (
        <Card>
          <Empty>{w.complete}</Empty>
        </Card>
      )}
      {lines.map((line) => (
        <section class="card">
          <h2>
            <a href={paths.placement(line.id)}>{line.name}</a> <Tag>{line.village}</Tag>
          </h2>
          <ForwardText
            text={w.remindText(
              town,
              line.name,
              line.kinds.map((kind) => t.codes.paper[kind]).join(t.nameComma),
              contact,
              line.url ?? '',
            )}
          />
        </section>
      ))}
      <a class="btn wide" href={paths.documents(batchId)}>
        {t.back}
      </a>
    </>
  );
}
