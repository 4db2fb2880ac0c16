import type { Child } from 'hono/jsx';
import { ageOn, dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import { OUTINGS } from '../../src/registry/search.ts';
import { TRADE_CODES, type TradeCode } from '../../src/registry/trade.ts';
import { AVAILABILITY, type Availability, isStaleWish } from '../../src/registry/worker.ts';
import { Action, Choice, Field, FormKey, options, Tick } from '../components/form.tsx';
import { Card, Empty, Tag } from '../components/parts.tsx';
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
  availabilityAt: number | null;
};
type RowsProps = { workers: Listed[]; villages: { id: string; name: string }[]; more: string | null };

/** One page of people; also the fragment that a search replaces. */
export const WorkerRows = ({ workers, villages, more }: RowsProps) => {
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
                  <Tag look={w.availability === 'wants' && !isStaleWish(w, now) ? 'wait' : undefined}>
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

type Filters = Record<string, string>;
type Saved = { id: string; name: string; query: string; href: string };

const FilterForm = ({ filters, villages }: { filters: Filters; villages: { id: string; name: string }[] }) => {
  const { t } = useReader();
  const typed = { values: filters, errors: {} };
  const w = t.workers;
  const narrowed = Object.keys(filters).filter((name) => name !== 'q').length;
  return (
    <details class="card" open={narrowed > 0}>
      <summary>{w.filters(narrowed)}</summary>
      <form method="get" action={paths.workers}>
        {filters['q'] && <input type="hidden" name="q" value={filters['q']} />}
        {villages.length > 0 && (
          <Choice
            name="village"
            label={w.village}
            typed={typed}
            options={villages.map((v) => [v.id, v.name] as const)}
            empty={w.any}
          />
        )}
        <div class="pair">
          <Choice
            name="trade"
            label={w.trade}
            typed={typed}
            options={options(t.codes.trade, TRADE_CODES)}
            empty={w.any}
          />
          <Choice
            name="certificate"
            label={w.certificates}
            typed={typed}
            options={options(t.codes.trade, TRADE_CODES)}
            empty={w.any}
          />
          <Choice
            name="availability"
            label={w.availability}
            typed={typed}
            options={options(t.codes.availability, AVAILABILITY)}
            empty={w.any}
          />
          <Choice name="outing" label={w.outing} typed={typed} options={options(w.outings, OUTINGS)} empty={w.any} />
          <Field name="from" label={w.ageFrom} typed={typed} inputmode="numeric" required={false} />
          <Field name="to" label={w.ageTo} typed={typed} inputmode="numeric" required={false} />
        </div>
        <div class="row">
          <button class="btn primary">{w.find}</button>
          <a class="btn quiet" href={paths.workers}>
            {w.clear}
          </a>
        </div>
      </form>
    </details>
  );
};

const SavedSearches = ({ saved, filters }: { saved: Saved[]; filters: Filters }) => {
  const { t } = useReader();
  const w = t.workers;
  const here = new URLSearchParams(filters).toString();
  const current = saved.find(({ query }) => query === here);
  return (
    <>
      {saved.length > 0 && (
        <nav class="chips" aria-label={w.savedSearches}>
          {saved.map(({ name, query, href }) => (
            <a class="btn" href={href} {...(query === here ? { 'aria-current': 'true' as const } : {})}>
              {name}
            </a>
          ))}
        </nav>
      )}
      {current && (
        <Action to={paths.savedSearchRemoval(current.id)} label={w.removeSearch(current.name)} look="quiet" />
      )}
      {!current && here !== '' && (
        <details>
          <summary>{w.saveSearch}</summary>
          <form method="post" action={paths.savedSearches}>
            <FormKey />
            <input type="hidden" name="query" value={here} />
            <Field name="name" label={w.searchName} />
            <button class="btn">{t.save}</button>
          </form>
        </details>
      )}
    </>
  );
};

const Export = ({ filters, mayReveal }: { filters: Filters; mayReveal: boolean }) => {
  const { t } = useReader();
  const w = t.workers;
  return (
    <details class="card">
      <summary>{w.export}</summary>
      <form method="post" action={paths.workerExport}>
        <FormKey />
        <input type="hidden" name="query" value={new URLSearchParams(filters).toString()} />
        {mayReveal && (
          <>
            <Tick name="idNumbers" label={w.withIdNumbers} />
            <Field name="reason" label={w.revealReason} hint={w.exportReasonHint} required={false} />
          </>
        )}
        <div class="row">
          <button class="btn primary" name="format" value="xlsx">
            Excel
          </button>
          <button class="btn" name="format" value="csv">
            CSV
          </button>
        </div>
        <p class="hint">{w.exportHint}</p>
      </form>
    </details>
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
