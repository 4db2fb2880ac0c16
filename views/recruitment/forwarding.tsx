import { paths } from '../../src/paths.ts';
import { Card, Empty, ForwardText, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';

type Line = {
  id: string;
  name: string;
  village: string;
  url: string | null;
  opened: number | null;
};
type Props = { batchId: string; town: string; lines: Line[] };

/**
 * Everybody who has to answer, with the text for each; whoever has opened theirs is marked and
 * comes last.
 */
export function ForwardingBody({ batchId, town, lines }: Props) {
  const { t, time } = useReader();
  const w = t.recruitment;
  const missing = lines.filter(({ url }) => url === null).length;
  const ready = lines
    .filter(({ url }) => url !== null)
    .sort((a, b) => (a.opened ?? 0) - (b.opened ?? 0));
  return (
    <>
      <p class="sub">{w.forwardingWhy}</p>
      {lines.length === 0 && (
        <Card>
          <Empty>{w.nobodyWaits}</Empty>
        </Card>
      )}
      {missing > 0 && (
        <Action to={paths.workerLinks(batchId)} label={w.issueAll(missing)} look="primary" wide />
      )}
      {ready.map((line) => (
        <section class="card">
          <h2>
            <a href={paths.placement(line.id)}>{line.name}</a> <Tag>{line.village}</Tag>{' '}
            {line.opened !== null && <Tag look="ok">{t.link.openedAt(time(line.opened))}</Tag>}
          </h2>
          <ForwardText text={t.link.forward.worker(town, line.name, line.url ?? '')} />
        </section>
      ))}
    </>
  );
}
