import { paths } from '../../src/paths.ts';
import { Field, FormProblem, type Typed } from '../components/form.tsx';
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
