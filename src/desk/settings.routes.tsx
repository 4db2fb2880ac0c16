import { FieldProblem, own, saves, show } from './settings-page.tsx';
import { and, eq, sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { villages } from '../registry/registry.queries.ts';
import { z } from 'zod';
import { accountForm, resetForm } from '../access/access.forms.ts';
import * as accounts from '../access/account.queries.ts';
import { encryptField } from '../access/field-encryption.ts';
import { hashPassword, passwordError } from '../access/password.ts';
import { may as roleMay } from '../access/permissions.ts';
import { may, read, prove } from '../access/session.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { Failure, notFound } from '../http/failures.ts';
import { page, wordsOf } from '../http/page.tsx';
import { newId } from '../ids.ts';
import { postToRobot } from '../notices/deliver.queries.ts';
import { robot } from '../notices/notices.tables.ts';
import { isRobotUrl } from '../notices/robot.ts';
import { paths } from '../paths.ts';
import { agencyForm, areaForm, clinicForm, distancesForm } from '../registry/registry.forms.ts';
import { agency, area, clinic } from '../registry/registry.tables.ts';
import { SettingsBody } from '../../views/settings/settings.tsx';
import { DEFAULT_FIGURES } from '../settings/figures.ts';
import { saveFigures } from '../settings/figures.queries.ts';
import { figuresForm, robotForm, stationForm } from '../settings/settings.forms.ts';
import { saveStation } from '../settings/station.queries.ts';

export const settingsRoutes = new Hono<AppEnv>();

/** Throws where a clinic or an agency of this name is there already. */
async function refuseKnownName(
  c: C,
  table: typeof clinic | typeof agency,
  name: string,
): Promise<void> {
  const { db } = c.var;
  const [known] = await db.batch([
    db.orm.select({ id: table.id }).from(table).where(eq(table.name, name)).limit(1),
  ]);
  if (known.length > 0) throw new FieldProblem('name', 'name_known');
}

function anAccount(c: C, id: string) {
  return accounts.accountById(c.var.db.orm, id);
}

settingsRoutes.get(paths.settings, may('own.account'), async (c) => {
  const role = c.var.claims?.role ?? 'leader';
  if (roleMay(role, 'settings.read')) return show(c);
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
      mayAudit={roleMay(role, 'audit.read')}
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

settingsRoutes.post(
  paths.areas,
  may('settings.write'),
  saves(
    'areas',
    areaForm,
    'area.add',
    async (c, value, now) => {
      const { db } = c.var;
      const same = and(eq(area.kind, 'village'), eq(area.name, value.name));
      const [known] = await db.batch([
        db.orm.select({ id: area.id }).from(area).where(same).limit(1),
      ]);
      if (known.length > 0) throw new FieldProblem('name', 'village_known');
      return [
        db.orm
          .insert(area)
          .values({ id: newId(now), kind: 'village', name: value.name, parentId: null }),
      ];
    },
    { detail: ({ name }) => ({ name }) },
  ),
);

settingsRoutes.post(
  paths.areaDistances,
  may('settings.write'),
  saves('areas', distancesForm, 'area.distances', (c, value) =>
    // Only what differs is written: every batch shows its villages, and is read anew when one of
    // them changes.
    value.map(({ id, minutes }) =>
      c.var.db.orm
        .update(area)
        .set({ minutesToBus: minutes })
        .where(and(eq(area.id, id), sql`${area.minutesToBus} is not ${minutes}`)),
    ),
  ),
);

settingsRoutes.post(
  paths.agencies,
  may('settings.write'),
  saves(
    'agencies',
    agencyForm,
    'agency.add',
    async (c, value, now) => {
      const { db } = c.var;
      await refuseKnownName(c, agency, value.name);
      return [db.orm.insert(agency).values({ id: newId(now), ...value })];
    },
    { detail: ({ name }) => ({ name }) },
  ),
);

settingsRoutes.post(
  paths.clinics,
  may('settings.write'),
  saves(
    'clinics',
    clinicForm,
    'clinic.add',
    async (c, value, now) => {
      const { db } = c.var;
      await refuseKnownName(c, clinic, value.name);
      const { name, phone, address, price } = value;
      return [
        db.orm
          .insert(clinic)
          .values({ id: newId(now), name, phone, address, priceFen: price ?? 0 }),
      ];
    },
    { detail: ({ name }) => ({ name }) },
  ),
);

settingsRoutes.post(
  paths.robots,
  may('settings.write'),
  saves(
    'robots',
    robotForm,
    'robot.add',
    async (c, value, now) => {
      if (!isRobotUrl(value.kind, value.url, c.env.ROBOT_HOSTS))
        throw new FieldProblem('url', 'robot_url');
      const secretCipher = value.secret ? await encryptField(c.env.SECRET, value.secret) : null;
      const urlCipher = await encryptField(c.env.SECRET, value.url);
      const { kind, name } = value;
      return [
        c.var.db.orm.insert(robot).values({
          id: newId(now),
          kind,
          name,
          urlCipher,
          secretCipher,
          enabled: false,
          createdAt: now,
        }),
      ];
    },
    { detail: ({ name }) => ({ name }) },
  ),
);

settingsRoutes.post(
  '/settings/robots/:id/state',
  may('settings.write'),
  saves(
    'robots',
    z.object({ enabled: z.string().optional() }),
    'robot.on',
    (c, value) => [
      c.var.db.orm
        .update(robot)
        .set({ enabled: value.enabled === 'yes' })
        .where(eq(robot.id, own(c))),
    ],
    {
      exists: (c, id) => c.var.db.orm.select({ id: robot.id }).from(robot).where(eq(robot.id, id)),
      action: ({ enabled }) => (enabled === 'yes' ? 'robot.on' : 'robot.off'),
    },
  ),
);

settingsRoutes.post('/settings/robots/:id/test', may('settings.write'), async (c) => {
  const {
    row: [row],
  } = await read(c, {
    row: c.var.db.orm
      .select()
      .from(robot)
      .where(eq(robot.id, c.req.param('id'))),
  });
  if (!row) throw notFound();
  const t = wordsOf(c);
  const error = await postToRobot(c.env, row, t.settings.robotHello, Date.now());
  return show(c, {
    told: error === null ? t.settings.robotReached : t.settings.robotFailed(error),
  });
});
