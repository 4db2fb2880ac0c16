import type { Child } from 'hono/jsx';
import { ageOn, dayOf } from '../../src/clock.ts';
import { paths } from '../../src/paths.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import { type Availability, isStaleWish } from '../../src/registry/worker.ts';
import { Card, Empty, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { FilterForm, type Filters } from './people-filters.tsx';
import { type Saved, SavedSearches } from './saved-searches.tsx';
import { Export } from './people-export.tsx';

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
  /**
   * The words of the box, those that were understood as nothing, and where the list is for other
   * words.
   */
  box?: SearchBox;
};
/**
 * What was typed into the box of a search, and the address of the same list with other words in it.
 */
export type SearchBox = { words: string[]; unknown: string[]; hrefOf: (typed: string) => string };

/** Why nobody is found, and where to go from there. */
function NobodyFound({ words, unknown, hrefOf }: SearchBox) {
  const { t } = useReader();
  const w = t.workers;
  const understood = words.filter((word) => !unknown.includes(word));
  const ways = unknown.length > 0 ? [understood.join(' ')].filter(Boolean) : words;
  return (
    <>
      <Empty>
        {unknown.length > 0
          ? w.notUnderstood(unknown.join(t.nameComma))
          : w.nobodyWithAll(words.join(t.nameComma))}
      </Empty>
      <div class="row">
        {ways.map((way) => (
          <a class="btn" href={hrefOf(way)}>
            {w.onlyFind(way)}
          </a>
        ))}
        <a class="btn quiet" href={hrefOf('')}>
          {w.clearBox}
        </a>
      </div>
    </>
  );
}

/** One page of people; also the fragment that a search replaces. */
export function WorkerRows({ workers, villages, wishHolds, more, box }: RowsProps) {
  const { t, now } = useReader();
  const villageName = new Map(villages.map((v) => [v.id, v.name]));
  const today = dayOf(now);
  const isNobody = workers.length === 0;
  const isExplained = isNobody && !more && box && box.words.length + box.unknown.length > 1;
  return (
    <>
      {isExplained && <NobodyFound {...box} />}
      {isNobody && !isExplained && (
        <Empty>{more ? t.workers.nobodyYet : t.workers.nobodyFound}</Empty>
      )}
      {!isNobody && (
        <ul class="people">
          {workers.map((w) => (
            <li>
              <a href={paths.worker(w.id)}>
                <span class="name">{w.name}</span>
                <span class="tags">
                  <Tag>{villageName.get(w.villageId)}</Tag>
                  <Tag>{t.age(ageOn(w.bornOn, today))}</Tag>
                  {w.skilled && <Tag look="ok">{t.codes.trade[w.trade]}</Tag>}
                  <Tag
                    look={
                      w.availability === 'wants' && !isStaleWish(w, now, wishHolds)
                        ? 'wait'
                        : undefined
                    }
                  >
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
}

type Rights = {
  write: boolean;
  bringIn: boolean;
  merge: boolean;
  export: boolean;
  reveal: boolean;
};
type Props = {
  filters: Filters;
  villages: { id: string; name: string }[];
  saved: Saved[];
  rights: Rights;
  children?: Child;
};

export function WorkerListBody({ filters, villages, saved, rights, children }: Props) {
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
}
