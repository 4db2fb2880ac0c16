import { ROLES } from '../../src/access/permissions.ts';
import { paths } from '../../src/paths.ts';
import { Field, FormKey } from '../components/form.tsx';
import { useReader } from '../i18n/reader.ts';
import { Choice, options } from '../components/choice.tsx';
import type { AccountsProps } from './accounts-view.ts';

export function AddAccount({ typed, villages }: Pick<AccountsProps, 'typed' | 'villages'>) {
  const { t } = useReader();
  const w = t.settings;
  return (
    <details open={Object.keys(typed.errors).length > 0}>
      <summary>{w.addAccount}</summary>
      <form method="post" action={paths.accounts}>
        <FormKey />
        <Field name="name" label={t.workers.name} typed={typed} autocomplete="off" />
        <Field
          name="phone"
          label={t.signIn.phone}
          typed={typed}
          type="tel"
          inputmode="tel"
          autocomplete="off"
        />
        <Choice
          name="role"
          label={w.role}
          typed={typed}
          options={options(t.codes.role, ROLES)}
          value="officer"
        />
        <Choice
          name="villageId"
          label={w.village}
          typed={typed}
          options={villages.map((v) => [v.id, v.name] as const)}
          empty={w.noVillage}
        />
        <Field
          name="password"
          label={w.newPassword}
          hint={t.password.hint}
          typed={typed}
          type="password"
          autocomplete="new-password"
        />
        <button class="btn primary wide">{t.save}</button>
      </form>
    </details>
  );
}
