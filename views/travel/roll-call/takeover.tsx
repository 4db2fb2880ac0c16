import { Field, FormKey } from '../../components/form.tsx';
import { useReader } from '../../i18n/reader.ts';

/**
 * Another phone takes over the roll call: what it does, who does it, and the digits on the paper.
 * Names nobody.
 */
export function TakeoverBody({ to, errors }: { to: string; errors: Record<string, string> }) {
  const { t } = useReader();
  const w = t.takeover;
  const typed = { values: {}, errors };
  return (
    <>
      <section>
        <h1>{w.title}</h1>
        <p>{w.what}</p>
      </section>
      <form method="post" action={to} class="card">
        <FormKey />
        <Field name="name" label={w.name} typed={typed} autocomplete="off" />
        <Field
          name="pin"
          label={w.pin}
          hint={w.pinHint}
          typed={typed}
          inputmode="numeric"
          autocomplete="off"
        />
        <button class="btn primary wide">{w.button}</button>
      </form>
    </>
  );
}
