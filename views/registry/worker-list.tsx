import type { Child } from 'hono/jsx';
import { ageOn, dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import type { Availability } from '../../src/registry/worker.ts';
import { Card, Empty, More, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

type Listed = {
  id: string;
  name: string;
  bornOn: string;
  villageId: string;
  groupName: string;
  trade: TradeCode;
  skilled: boolean;
  availability: Availability;
};
type RowsProps = { workers: Listed[]; villages: { id: string; name: string }[]; more: string | null };

/** One page of people; also the fragment that a search replaces. */
export const WorkerRows = ({ workers, villages, more }: RowsProps) => {
  const { t, now } = useReader();
  if (workers.length === 0) return <Empty>{t.workers.nobodyFound}</Empty>;
  const villageName = new Map(villages.map((v) => [v.id, v.name]));
  const today = dayOf(now);
  return (
    <>
      <ul class="people">
        {workers.map((w) => (
          <li>
            <a href={paths.worker(w.id)}>
              <span class="name">{w.name}</span>
              <span class="tags">
                <Tag>{villageName.get(w.villageId)}</Tag>
                <Tag>{t.age(ageOn(w.bornOn, today))}</Tag>
                {w.skilled && <Tag look="ok">{t.codes.trade[w.trade]}</Tag>}
                <Tag look={w.availability === 'wants' ? 'wait' : undefined}>{t.codes.availability[w.availability]}</Tag>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <More href={more} />
    </>
  );
};

type Props = { typed: string; mayWrite: boolean; mayImport: boolean; children?: Child };

export const WorkerListBody = ({ typed, mayWrite, mayImport, children }: Props) => {
  const { t } = useReader();
  return (
    <>
      <form method="get" action={paths.workers} class="search" role="search">
        <label for="q" class="visually-hidden">
          {t.workers.search}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          value={typed}
          placeholder={t.workers.search}
          autocomplete="off"
          hx-get={paths.workers}
          hx-trigger="input changed delay:250ms"
          hx-target="#found"
        />
        <button class="btn primary">{t.workers.find}</button>
      </form>
      {mayWrite && (
        <div class="row">
          <a class="btn" href={paths.newWorker}>
            {t.workers.add}
          </a>
          {mayImport && (
            <a class="btn" href={paths.workerImport}>
              {t.import.title}
            </a>
          )}
        </div>
      )}
      <Card id="found">{children}</Card>
    </>
  );
};
