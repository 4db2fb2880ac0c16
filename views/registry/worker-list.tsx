import type { Child } from 'hono/jsx';
import { ageOn, dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { type TradeCode } from '../../src/registry/trade.ts';
import { type Availability, isStaleWish } from '../../src/registry/worker.ts';
import { Card, Empty, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Export, FilterForm, type Filters, type Saved, SavedSearches } from './people-filters.tsx';

type Listed = {
  id: string;
  name: string;
  bornOn: string;
  villageId: string;
  groupName: string;
  trade: TradeCode;
  skilled: boolean;
  availability: Availability;
  availabilityAt: number | null;
};
type RowsProps = {
  workers: Listed[];
  villages: { id: string; name: string }[];
  /** Days for which somebody's word on going counts. */
  wishHolds: number;
  more: string | null;
};

/** One page of people; also the fragment that a search replaces. */
export const WorkerRows = ({ workers, villages, wishHolds, more }: RowsProps) => {
  const { t, now } = useReader();
  const villageName = new Map(villages.map((v) => [v.id, v.name]));
  const today = dayOf(now);
  return (
    <>
      {workers.length === 0 ? (
        <Empty>{more ? t.workers.nobodyYet : t.workers.nobodyFound}</Empty>
      ) : (
        <ul class="people">
          {workers.map((w) => (
            <li>
              <a href={paths.worker(w.id)}>
                <span class="name">{w.name}</span>
                <span class="tags">
                  <Tag>{villageName.get(w.villageId)}</Tag>
                  <Tag>{t.age(ageOn(w.bornOn, today))}</Tag>
                  {w.skilled && <Tag look="ok">{t.codes.trade[w.trade]}</Tag>}
                  <Tag look={w.availability === 'wants' && !isStaleWish(w, now, wishHolds) ? 'wait' : undefined}>
                    {t.codes.availability[w.availability]}
                  </Tag>
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {more && (
        <a class="btn wide" href={more}>
          {workers.length === 0 ? t.workers.lookFurther : t.more}
        </a>
      )}
    </>
  );
};

type Rights = { write: boolean; bringIn: boolean; merge: boolean; export: boolean; reveal: boolean };
type Props = {
  filters: Filters;
  villages: { id: string; name: string }[];
  saved: Saved[];
  rights: Rights;
  children?: Child;
};

export const WorkerListBody = ({ filters, villages, saved, rights, children }: Props) => {
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
          value={filters['q'] ?? ''}
          placeholder={t.workers.search}
          autocomplete="off"
          hx-get={paths.workers}
          hx-trigger="input changed delay:250ms"
          hx-target="#found"
        />
        <button class="btn primary">{t.workers.find}</button>
      </form>
      <SavedSearches saved={saved} filters={filters} />
      {rights.write && (
        <div class="row">
          <a class="btn" href={paths.newWorker}>
            {t.workers.add}
          </a>
          {rights.bringIn && (
            <a class="btn" href={paths.workerImport}>
              {t.import.title}
            </a>
          )}
          <a class="btn quiet" href={paths.corrections}>
            {t.corrections.title}
          </a>
          {rights.merge && (
            <a class="btn quiet" href={paths.likenesses}>
              {t.likeness.find}
            </a>
          )}
        </div>
      )}
      <FilterForm filters={filters} villages={villages} />
      <Card id="found">{children}</Card>
      {rights.export && <Export filters={filters} mayReveal={rights.reveal} />}
    </>
  );
};
