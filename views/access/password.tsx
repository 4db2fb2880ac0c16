import { paths } from '../../src/paths.ts';
import { Field, FormKey, type Typed } from '../components/form.tsx';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

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
