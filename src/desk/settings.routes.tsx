import { FieldProblem, own, saves, show } from './settings-page.tsx';
import { Hono } from 'hono';
import { villages } from '../registry/registry.queries.ts';
import { z } from 'zod';
import { accountForm, resetForm } from '../access/access.forms.ts';
import * as accounts from '../access/account.queries.ts';
import { hashPassword, passwordError } from '../access/password.ts';
import { allows, may, prove } from '../access/session.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { Failure } from '../http/failures.ts';
import { page, wordsOf } from '../http/page.tsx';
import { newId } from '../ids.ts';
import { paths } from '../paths.ts';
import { SettingsBody } from '../../views/settings/settings.tsx';
import { DEFAULT_FIGURES } from '../settings/figures.ts';
import { saveFigures } from '../settings/figures.queries.ts';
import { figuresForm, stationForm } from '../settings/settings.forms.ts';
import { saveStation } from '../settings/station.queries.ts';

export const settingsRoutes = new Hono<AppEnv>();

function anAccount(c: C, id: string) {
  return accounts.accountById(c.var.db.orm, id);
}

settingsRoutes.get(paths.settings, may('own.account'), async (c) => {
  if (allows(c, 'settings.read')) return show(c);
  await prove(c);
  return page(
    c,
    { title: wordsOf(c).settings.title, at: 'more', headed: true },
    <SettingsBody
      station={null}
      figures={DEFAULT_FIGURES}
      accounts={[]}
      villages={[]}
      agencies={[]}
      clinics={[]}
      robots={[]}
      deliveries={[]}
      mayWrite={false}
      mayAudit={allows(c, 'audit.read')}
    />,
  );
});

settingsRoutes.post(
  paths.station,
  may('settings.write'),
  saves('station', stationForm, 'settings.station', (c, value) => saveStation(c.var.db.orm, value)),
);

settingsRoutes.post(
  paths.figures,
  may('settings.write'),
  saves('figures', figuresForm, 'settings.figures', (c, value) => saveFigures(c.var.db.orm, value)),
);

settingsRoutes.post(
  paths.accounts,
  may('account.write'),
  saves(
    'accounts',
    accountForm,
    'account.add',
    async (c, value, now) => {
      const { db } = c.var;
      const [areas] = await db.batch([villages(db.orm)]);
      if (value.role === 'officer' && !areas.some(({ id }) => id === value.villageId))
        throw new FieldProblem('villageId', 'village_required');
      return [
        accounts.insertAccount(c.var.db.orm, {
          id: newId(now),
          name: value.name,
          phone: value.phone,
          role: value.role,
          villageId: value.role === 'officer' ? (value.villageId ?? null) : null,
          passwordHash: await hashPassword(value.password),
          createdAt: now,
        }),
      ];
    },
    { detail: ({ name, role }) => ({ name, role }) },
  ),
);

settingsRoutes.post(
  '/settings/accounts/:id/password',
  may('account.write'),
  saves(
    'accounts',
    resetForm,
    'account.reset_password',
    async (c, value) => {
      const [[account]] = await c.var.db.batch([anAccount(c, own(c))]);
      const weak = passwordError(value.password, account?.phone ?? '');
      if (weak) throw new FieldProblem('password', weak);
      return [
        accounts.setPassword(c.var.db.orm, own(c), await hashPassword(value.password)),
        accounts.endSessionsOf(c.var.db.orm, own(c)),
      ];
    },
    { exists: anAccount },
  ),
);

settingsRoutes.post(
  '/settings/accounts/:id/suspension',
  may('account.write'),
  saves(
    'accounts',
    z.object({ suspend: z.string().optional() }),
    'account.suspend',
    (c, value, now) => {
      if (own(c) === c.var.claims?.accountId) throw new Failure(409, 'own_account');
      return [
        accounts.setSuspension(c.var.db.orm, own(c), value.suspend === 'yes' ? now : null),
        accounts.endSessionsOf(c.var.db.orm, own(c)),
      ];
    },
    {
      exists: anAccount,
      action: ({ suspend }) => (suspend === 'yes' ? 'account.suspend' : 'account.lift'),
    },
  ),
);
