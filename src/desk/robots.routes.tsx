import { FieldProblem, own, saves, show } from './settings-page.tsx';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { encryptField } from '../access/field-encryption.ts';
import { may, read } from '../access/session.ts';
import { notFound } from '../http/failures.ts';
import { wordsOf } from '../http/page.tsx';
import { newId } from '../ids.ts';
import { postToRobot } from '../notices/deliver.queries.ts';
import { robot } from '../notices/notices.tables.ts';
import { isRobotUrl } from '../notices/robot.ts';
import { paths } from '../paths.ts';
import { robotForm } from '../settings/settings.forms.ts';
import { Hono } from 'hono';
import type { AppEnv } from '../http/app-context.ts';

export const robotRoutes = new Hono<AppEnv>();

robotRoutes.post(
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

robotRoutes.post(
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

robotRoutes.post('/settings/robots/:id/test', may('settings.write'), async (c) => {
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
