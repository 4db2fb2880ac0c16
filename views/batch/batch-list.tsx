import { type Stage, STAGES } from '../../src/pipeline/stages.ts';
import { paths } from '../../src/paths.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import { Card, Empty, More, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { useWhen } from './when.ts';
import { placeInTime } from './rail.tsx';
import type { Counts } from '../../src/pipeline/batch/counts.ts';

export type BatchLine = {
  id: string;
  code: string;
  employer: string;
  trade: TradeCode | null;
  status: 'open' | 'closed' | 'cancelled';
  stage: Stage;
  headcount: number;
  departsOn: string;
  leavesAt: number | null;
  departedAt: number | null;
  counts: Counts;
};

function Progress({ stage }: { stage: Stage }) {
  const { t } = useReader();
  return (
    <span class="dots" role="img" aria-label={t.codes.stage[stage]}>
      {STAGES.map((each) => (
        <i class={placeInTime(each, stage)} />
      ))}
    </span>
  );
}

function where(line: BatchLine, t: ReturnType<typeof useReader>['t']): string {
  const { counts: n } = line;
  if (line.stage === 'demand') return t.batches.awaitingEmployer;
  if (line.stage === 'followUp') return t.batches.atWork(n.accepted);
  if (n.boarded > 0)
    return line.departedAt === null ? t.batches.boarded(n.boarded) : t.batches.onTheWay(n.boarded);
  return t.batches.ready(n.ready, line.headcount);
}

export function BatchLines({ batches }: { batches: BatchLine[] }) {
  const { t } = useReader();
  const when = useWhen();
  return (
    <ul class="people">
      {batches.map((b) => (
        <li>
          <a href={paths.batch(b.id)}>
            <span class="name">{b.employer}</span>
            <span class="sub">
              {t.batches.line(b.code, b.trade ? t.codes.trade[b.trade] : '', when(b))}
            </span>
            <span class="tags">
              {b.status === 'open' ? (
                <>
                  <Progress stage={b.stage} />
                  <Tag look="wait">{t.codes.stage[b.stage]}</Tag>
                  <Tag>{where(b, t)}</Tag>
                  {b.headcount > 0 && b.counts.unfilled > 0 && (
                    <Tag look="bad">{t.batches.unfilled(b.counts.unfilled)}</Tag>
                  )}
                </>
              ) : (
                <Tag>{t.codes.batchStatus[b.status]}</Tag>
              )}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

type Props = { batches: BatchLine[]; open: boolean; more: string | null; mayWrite: boolean };

export function BatchListBody({ batches, open, more, mayWrite }: Props) {
  const { t } = useReader();
  return (
    <>
      <nav class="chips" aria-label={t.batches.title}>
        <a class="btn" href={paths.batches} {...(open ? { 'aria-current': 'true' as const } : {})}>
          {t.codes.batchStatus.open}
        </a>
        <a
          class="btn"
          href={`${paths.batches}?show=ended`}
          {...(open ? {} : { 'aria-current': 'true' as const })}
        >
          {t.batches.ended}
        </a>
      </nav>
      <Card>
        {batches.length === 0 ? (
          <Empty>{open ? t.batches.none : t.batches.noneEnded}</Empty>
        ) : (
          <BatchLines batches={batches} />
        )}
        <More href={more} />
      </Card>
      {mayWrite && (
        <a class="btn primary wide" href={paths.newOrder}>
          {t.orders.add}
        </a>
      )}
    </>
  );
}
