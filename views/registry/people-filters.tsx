import { paths } from '../../src/paths.ts';
import { OUTINGS } from '../../src/registry/search.ts';
import { TRADE_CODES } from '../../src/registry/trade.ts';
import { AVAILABILITY } from '../../src/registry/worker.ts';
import { Field } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { Choice, options } from '../components/choice.tsx';

export type Filters = Record<string, string>;

type Props = {
  filters: Filters;
  villages: { id: string; name: string }[];
};

function MoreFilters({ typed }: { typed: { values: Filters; errors: {} } }) {
  const { t } = useReader();
  const w = t.workers;
  return (
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
      <Choice
        name="outing"
        label={w.outing}
        typed={typed}
        options={options(w.outings, OUTINGS)}
        empty={w.any}
      />
      <Field name="from" label={w.ageFrom} typed={typed} inputmode="numeric" required={false} />
      <Field name="to" label={w.ageTo} typed={typed} inputmode="numeric" required={false} />
    </div>
  );
}

export function FilterForm({ filters, villages }: Props) {
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
        <MoreFilters typed={typed} />
        <div class="row">
          <button class="btn primary">{w.find}</button>
          <a class="btn quiet" href={paths.workers}>
            {w.clear}
          </a>
        </div>
      </form>
    </details>
  );
}
