import { Field, type Typed } from '../components/form.tsx';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

/** An empty station, and nobody who holds its link. */
export function SetupWaitsBody() {
  const { t } = useReader();
  return (
    <Card title={t.setup.title}>
      <p>{t.setup.waits}</p>
      <p class="sub">{t.setup.waitsWhy}</p>
    </Card>
  );
}

export function SetupBody({ to, typed }: { to: string; typed: Typed }) {
  const { t } = useReader();
  return (
    <form method="post" action={to} class="card">
      <h1>{t.setup.title}</h1>
      <p class="sub">{t.setup.why}</p>
      <Field name="name" label={t.setup.name} typed={typed} autocomplete="name" />
      <Field
        name="phone"
        label={t.signIn.phone}
        typed={typed}
        inputmode="tel"
        autocomplete="username"
      />
      <Field
        name="password"
        label={t.signIn.password}
        hint={t.password.hint}
        typed={typed}
        type="password"
        autocomplete="new-password"
      />
      <button class="btn primary wide">{t.setup.button}</button>
    </form>
  );
}
