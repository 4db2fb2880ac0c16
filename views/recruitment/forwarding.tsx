import { paths } from '../../src/paths.ts';
import { Call, Card, Empty, ForwardText, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';

type Line = {
  id: string;
  name: string;
  village: string;
  phone: string;
  url: string | null;
  /** When they were seen to know what they are asked. */
  toldAt: number | null;
  opened: number | null;
  isOffered: boolean;
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
    .sort((a, b) => (a.toldAt ?? 0) - (b.toldAt ?? 0));
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
            {line.toldAt !== null && (
              <Tag look="ok">
                {line.opened === null
                  ? w.toldAt(time(line.toldAt))
                  : t.link.openedAt(time(line.opened))}
              </Tag>
            )}
          </h2>
          <ForwardText text={t.link.forward.worker(town, line.name, line.url ?? '')} />
          {line.isOffered && (
            <div class="row">
              <Call phone={line.phone} name={line.name} />
              {line.toldAt === null && (
                <Action to={paths.telling(line.id)} label={w.toldInPerson} />
              )}
            </div>
          )}
        </section>
      ))}
    </>
  );
}
