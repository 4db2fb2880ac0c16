import { Hono } from 'hono';
import { open } from './access/session.ts';
import { moveClock } from './clock.queries.ts';
import { DAY } from './clock.ts';
import { runCron } from './cron.ts';
import type { AppEnv } from './http/app-context.ts';
import { Failure, notFound } from './http/failures.ts';
import { readForm } from './http/forms.ts';
import { z } from 'zod';
import { paths } from './paths.ts';

/** The movable clock of a demo. Everywhere else this route does not exist. */
export const demoRoutes = new Hono<AppEnv>();

demoRoutes.post(paths.demoClock, open, async (c) => {
  if (c.env.ENVIRONMENT !== 'local' || c.env.CLOCK !== 'movable') throw notFound();
  const { values } = await readForm(c, z.object({}));
  const ms = /^\d{1,11}$/.test(values['ms'] ?? '') ? Number(values['ms']) : -1;
  if (ms < 0 || ms > 400 * DAY) throw new Failure(422, 'out_of_range');
  const now = await moveClock(c.env, ms);
  await runCron(c.env);
  return c.text(new Date(now).toISOString());
});
