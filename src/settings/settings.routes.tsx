import { desc, eq } from 'drizzle-orm';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { accountForm, resetForm } from '../access/access.forms.ts';
import * as accounts from '../access/account.queries.ts';
import { record } from '../access/audit.queries.ts';
import { encryptField } from '../access/field-encryption.ts';
import { hashPassword } from '../access/password.ts';
import { may as roleMay } from '../access/permissions.ts';
import { may, read } from '../access/session.ts';
import { type Query, violates } from '../db/client.ts';
import type { AppEnv, C } from '../http/app-context.ts';
import { notFound } from '../http/failures.ts';
import { type FormErrors, readForm } from '../http/forms.ts';
import { done, page, wordsOf } from '../http/page.tsx';
import { newId } from '../ids.ts';
import { postToRobot } from '../notices/deliver.queries.ts';
import { delivery, robot } from '../notices/notices.tables.ts';
import { isRobotUrl } from '../notices/robot.ts';
import { paths } from '../paths.ts';
import { agencyForm, areaForm, clinicForm } from '../registry/registry.forms.ts';
import { agency, area, clinic } from '../registry/registry.tables.ts';
import { agencies, clinics, villages } from '../registry/registry.queries.ts';
import { SettingsBody, type SettingsForm } from '../../views/settings/settings.tsx';
import { robotForm, stationForm } from './settings.forms.ts';
import { saveStation, stationOf, stationQuery } from './station.queries.ts';

export const settingsRoutes = new Hono<AppEnv>();

type Problem = { form: SettingsForm; values: Record<string, string>; errors: FormErrors };

const show = async (c: C, extra: { problem?: Problem; told?: string } = {}, status?: 422) => {
  const { orm } = c.var.db;
  const [station, people, areas, agents, doctors, robots, deliveries] = await read(c, [
    stationQuery(orm),
    accounts.allAccounts(orm),
    villages(orm),
    agencies(orm),
    clinics(orm),
    orm.select({ id: robot.id, kind: robot.kind, name: robot.name, enabled: robot.enabled }).from(robot),
    orm.select().from(delivery).orderBy(desc(delivery.id)).limit(5),
  ]);
  const role = c.var.claims?.role ?? 'leader';
  return page(
    c,
    { title: wordsOf(c).settings.title, at: 'more' },
    <SettingsBody
      station={stationOf(station)}
      accounts={people.map(({ passwordHash: _, ...rest }) => rest)}
      villages={areas}
      agencies={agents}
      clinics={doctors}
      robots={robots}
      deliveries={deliveries}
      mayWrite={roleMay(role, 'settings.write')}
      mayAudit={roleMay(role, 'audit.read')}
      {...extra}
    />,
    status,
  );
};

settingsRoutes.get(paths.settings, may('own.account'), async (c) => {
  const role = c.var.claims?.role ?? 'leader';
  if (roleMay(role, 'settings.read')) return show(c);
  await read(c, []);
  return page(
    c,
    { title: wordsOf(c).settings.title, at: 'more' },
    <SettingsBody
      station={null}
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

/** One settings form: validated, written with its audit row, shown again with its errors where it was wrong. */
const saves = <T,>(
  form: SettingsForm,
  schema: z.ZodType<T>,
  action: string,
  writes: (c: C, value: T, now: number) => Promise<Query[]> | Query[],
) => {
  return async (c: Context<AppEnv>) => {
    const read_ = await readForm(c, schema);
    const again = (errors: FormErrors) => show(c, { problem: { form, values: read_.values, errors } }, 422);
    if (!read_.ok) return again(read_.errors);
    await read(c, []);
    const { db, now, claims } = c.var;
    const line = {
      key: read_.key,
      at: now,
      actor: `account:${claims?.accountId}`,
      action,
      subject: c.req.param('id') ?? form,
    };
    try {
      await record(db, line, await writes(c, read_.value, now));
    } catch (error) {
      if (error instanceof FieldProblem) return again({ [error.field]: error.code });
      if (violates(error, 'account.phone')) return again({ phone: 'phone_known' });
      throw error;
    }
    return done(c, `${paths.settings}#${form}`);
  };
};

class FieldProblem extends Error {
  readonly field: string;
  readonly code: string;

  constructor(field: string, code: string) {
    super(code);
    this.field = field;
    this.code = code;
  }
}

const own = (c: C): string => c.req.param('id') ?? '';

settingsRoutes.post(
  paths.station,
  may('settings.write'),
  saves('station', stationForm, 'settings.station', (c, value) => saveStation(c.var.db.orm, value)),
);

settingsRoutes.post(
  paths.accounts,
  may('account.write'),
  saves('accounts', accountForm, 'account.add', async (c, value, now) => [
    accounts.insertAccount(c.var.db.orm, {
      id: newId(now),
      name: value.name,
      phone: value.phone,
      role: value.role,
      villageId: value.role === 'officer' ? (value.villageId ?? null) : null,
      passwordHash: await hashPassword(value.password),
      createdAt: now,
    }),
  ]),
);

settingsRoutes.post(
  '/settings/accounts/:id/password',
  may('account.write'),
  saves('accounts', resetForm, 'account.reset_password', async (c, value) => [
    accounts.setPassword(c.var.db.orm, own(c), await hashPassword(value.password)),
    accounts.endSessionsOf(c.var.db.orm, own(c)),
  ]),
);

settingsRoutes.post(
  '/settings/accounts/:id/suspension',
  may('account.write'),
  saves('accounts', z.object({ suspend: z.string().optional() }), 'account.suspend', (c, value, now) => [
    accounts.setSuspension(
      c.var.db.orm,
      own(c),
      value.suspend === 'yes' && own(c) !== c.var.claims?.accountId ? now : null,
    ),
    accounts.endSessionsOf(c.var.db.orm, own(c)),
  ]),
);

settingsRoutes.post(
  paths.areas,
  may('settings.write'),
  saves('areas', areaForm, 'area.add', (c, value, now) => [
    c.var.db.orm.insert(area).values({ id: newId(now), kind: 'village', name: value.name, parentId: null }),
  ]),
);

settingsRoutes.post(
  paths.agencies,
  may('settings.write'),
  saves('agencies', agencyForm, 'agency.add', (c, value, now) => [
    c.var.db.orm.insert(agency).values({ id: newId(now), ...value }),
  ]),
);

settingsRoutes.post(
  paths.clinics,
  may('settings.write'),
  saves('clinics', clinicForm, 'clinic.add', (c, value, now) => [
    c.var.db.orm.insert(clinic).values({ id: newId(now), ...value }),
  ]),
);

settingsRoutes.post(
  paths.robots,
  may('settings.write'),
  saves('robots', robotForm, 'robot.add', async (c, value, now) => {
    if (!isRobotUrl(value.kind, value.url, c.env.ENVIRONMENT === 'local')) throw new FieldProblem('url', 'robot_url');
    const secretCipher = value.secret ? await encryptField(c.env.SECRET, value.secret) : null;
    const urlCipher = await encryptField(c.env.SECRET, value.url);
    const { kind, name } = value;
    return [
      c.var.db.orm
        .insert(robot)
        .values({ id: newId(now), kind, name, urlCipher, secretCipher, enabled: false, createdAt: now }),
    ];
  }),
);

settingsRoutes.post(
  '/settings/robots/:id/state',
  may('settings.write'),
  saves('robots', z.object({ enabled: z.string().optional() }), 'robot.switch', (c, value) => [
    c.var.db.orm
      .update(robot)
      .set({ enabled: value.enabled === 'yes' })
      .where(eq(robot.id, own(c))),
  ]),
);

settingsRoutes.post('/settings/robots/:id/test', may('settings.write'), async (c) => {
  const [[row]] = await read(c, [
    c.var.db.orm
      .select()
      .from(robot)
      .where(eq(robot.id, c.req.param('id'))),
  ]);
  if (!row) throw notFound();
  const t = wordsOf(c);
  const error = await postToRobot(c.env, row, t.settings.robotHello, Date.now());
  return show(c, { told: error === null ? t.settings.robotReached : t.settings.robotFailed(error) });
});
