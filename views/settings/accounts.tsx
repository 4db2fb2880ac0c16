import { paths } from '../../src/paths.ts';
import { Form, useIsRefused } from '../components/form.tsx';
import { Card, Tag } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';
import { Action } from '../components/action.tsx';
import { AddAccount } from './add-account.tsx';
import type { AccountsProps } from './accounts-view.ts';

/** The station's accounts: reset a password, suspend, add. */
export function Accounts({ accounts, villages, typed }: AccountsProps) {
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
