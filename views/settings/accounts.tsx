import { type Role, ROLES } from '../../src/access/permissions.ts';
import { paths } from '../../src/paths.ts';
import {
  Choice,
  Field,
  Form,
  FormKey,
  options,
  type Typed,
  useIsRefused,
} from '../components/form.tsx';
import { Card, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';

export type AccountLine = {
  id: string;
  name: string;
  phone: string;
  role: Role;
  suspendedAt: number | null;
};
type Props = { accounts: AccountLine[]; villages: { id: string; name: string }[]; typed: Typed };

function AddAccount({ typed, villages }: Pick<Props, 'typed' | 'villages'>) {
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

/** The station's accounts: reset a password, suspend, add. */
export function Accounts({ accounts, villages, typed }: Props) {
  const { t } = useReader();
  const w = t.settings;
  return (
    <Card title={w.accounts} id="accounts">
      <ul class="lines">
        {accounts.map((a) => (
          <li>
            <details open={useIsRefused(paths.accountPassword(a.id))}>
              <summary>
                <b>{a.name}</b> {t.codes.role[a.role]}{' '}
                {a.suspendedAt && <Tag look="bad">{w.suspended}</Tag>}
              </summary>
              <Form to={paths.accountPassword(a.id)}>
                <div class="field">
                  <label for={`password-${a.id}`}>{w.newPassword}</label>
                  <input
                    id={`password-${a.id}`}
                    name="password"
                    type="password"
                    minlength={8}
                    required
                    autocomplete="new-password"
                  />
                </div>
                <button class="btn wide">{w.resetPassword}</button>
              </Form>
              <Action
                to={paths.accountSuspension(a.id)}
                label={a.suspendedAt ? w.restore : w.suspend}
                fields={{ suspend: a.suspendedAt ? '' : 'yes' }}
                wide
              />
            </details>
          </li>
        ))}
      </ul>
      <AddAccount typed={typed} villages={villages} />
    </Card>
  );
}
