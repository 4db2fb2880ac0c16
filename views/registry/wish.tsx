import { PROVINCES } from '../../src/registry/province.ts';
import { TRADE_CODES } from '../../src/registry/trade.ts';
import { AVAILABILITY, type Availability, type Wish } from '../../src/registry/worker.ts';
import { Choice, Field, FormKey, options, type Typed } from '../components/form.tsx';
import { named, useReader } from '../i18n/reader.ts';
import { Tick } from '../components/tick.tsx';

type Props = {
  to: string;
  worker: { availability: Availability; wish: Wish | null };
  companions: string[];
  typed: Typed;
};

function Provinces({ provinces }: { provinces: Set<string> }) {
  const { t } = useReader();
  const w = t.wish;
  return (
    <fieldset>
      <legend>{w.provinces}</legend>
      <div class="options">
        {PROVINCES.map((code) => (
          <Tick
            name="provinces"
            value={code}
            label={named(t.codes.province, code)}
            checked={provinces.has(code)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Trades({ trades }: { trades: Set<string> }) {
  const { t } = useReader();
  const w = t.wish;
  return (
    <fieldset>
      <legend>{w.trades}</legend>
      <div class="options">
        {TRADE_CODES.map((code) => (
          <Tick name="trades" value={code} label={t.codes.trade[code]} checked={trades.has(code)} />
        ))}
      </div>
    </fieldset>
  );
}

/** What somebody says of going. Everything but the first answer may be left open. */
export function WishBody({ to, worker, companions, typed }: Props) {
  const { t, readsOnly } = useReader();
  const w = t.wish;
  if (readsOnly)
    return (
      <section>
        <h1>{w.title}</h1>
        <p class="sub">{named(t.codes.availability, worker.availability)}</p>
      </section>
    );
  const { wish } = worker;
  const ticked = (name: string, kept: readonly string[]) =>
    new Set(name in typed.values ? (typed.values[name] ?? '').split(',') : kept);
  const provinces = ticked('provinces', wish?.provinces ?? []);
  const trades = ticked('trades', wish?.trades ?? []);
  return (
    <form method="post" action={to} class="card">
      <h1>{w.title}</h1>
      <p class="sub">{w.why}</p>
      <FormKey value={typed.values['key']} />
      <Choice
        name="availability"
        label={t.workers.availability}
        typed={typed}
        options={options(t.codes.availability, AVAILABILITY)}
        value={worker.availability}
      />
      <Field
        name="from"
        label={w.from}
        typed={typed}
        value={wish?.from ?? ''}
        type="date"
        required={false}
      />
      <Field
        name="least"
        label={w.least}
        typed={typed}
        value={wish?.leastFen ? wish.leastFen / 100 : ''}
        inputmode="numeric"
        required={false}
      />
      <Field
        name="companions"
        label={w.companions}
        hint={w.companionsHint}
        typed={typed}
        value={companions.join(t.nameComma)}
        required={false}
        autocomplete="off"
      />
      <Provinces provinces={provinces} />
      <Trades trades={trades} />
      <button class="btn primary wide">{t.save}</button>
    </form>
  );
}

/** A wish in one line: from when, where to, which trade, least wage, with whom. */
export function WishLine({ wish, companions }: { wish: Wish; companions: string[] }) {
  const { t, day, money } = useReader();
  const w = t.wish;
  const parts = [
    wish.from && w.fromDay(day(wish.from)),
    wish.provinces.length > 0 &&
      w.to(wish.provinces.map((code) => named(t.codes.province, code)).join(t.nameComma)),
    wish.trades.length > 0 && wish.trades.map((code) => t.codes.trade[code]).join(t.nameComma),
    wish.leastFen !== null && w.atLeast(money(wish.leastFen)),
    companions.length > 0 && w.with(companions.join(t.nameComma)),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}
