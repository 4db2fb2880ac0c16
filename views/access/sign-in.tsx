import { paths } from '../../src/paths.ts';
import { Field, FormKey, FormProblem, type Typed } from '../components/form.tsx';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

export function SignInBody({ typed, next }: { typed: Typed; next: string }) {
  const { t } = useReader();
  return (
    <>
      <section class="hello">
        <h1>{t.appName}</h1>
        <p class="sub">{t.signIn.welcome}</p>
      </section>
      <form method="post" action={paths.signIn} class="card">
        <FormProblem typed={typed} />
        <input type="hidden" name="next" value={next} />
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
          typed={typed}
          type="password"
          autocomplete="current-password"
        />
        <button class="btn primary wide">{t.signIn.button}</button>
        <p class="sub">{t.signIn.forgotten}</p>
      </form>
    </>
  );
}

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

export function PasswordBody({ typed }: { typed: Typed }) {
  const { t } = useReader();
  return (
    <Card title={t.password.title}>
      <form method="post" action={paths.password}>
        <FormKey />
        <Field
          name="current"
          label={t.password.current}
          typed={typed}
          type="password"
          autocomplete="current-password"
        />
        <Field
          name="password"
          label={t.password.fresh}
          hint={t.password.hint}
          typed={typed}
          type="password"
          autocomplete="new-password"
        />
        <button class="btn primary wide">{t.password.button}</button>
      </form>
    </Card>
  );
}
