import { AVAILABILITY, type Availability, type Wish } from '../../src/registry/worker.ts';
import { Field, FormKey, type Typed } from '../components/form.tsx';
import { named, useReader } from '../i18n/reader.ts';
import { Provinces, Trades } from './wish-choices.tsx';
import { Choice, options } from '../components/choice.tsx';

type Props = {
  to: string;
  worker: { availability: Availability; wish: Wish | null };
  companions: string[];
  typed: Typed;
};

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
