import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import { ANSWER_TIME } from '../answer-mark.ts';
import { holdSecret } from '../access/hidden-text.ts';
import { readClaims } from '../access/session-cookie.ts';
import { readNow } from '../clock.queries.ts';
import { openDatabase } from '../db/client.ts';
import type { AppEnv } from './app-context.ts';
import { languageOf } from './language.ts';
import { log, requestId } from './log.ts';

const SLOW_MS = 1000;

/**
 * What every request has: the database, the time, who claims to ask; and the line that is logged of
 * it.
 */
export const context = createMiddleware<AppEnv>(async (c, next) => {
  const startedAt = Date.now();
  holdSecret(c.env.SECRET);
  c.set('lang', languageOf(c));
  c.set('db', openDatabase(c.env.DB));
  c.set('now', await readNow(c.env));
  c.set('claims', await readClaims(c));
  c.set('me', null);
  c.set('verified', false);
  c.header('x-robots-tag', 'noindex');
  c.header(ANSWER_TIME, String(c.get('now')));
  await next();
  const { trips, rowsRead, rowsWritten } = c.get('db').usage;
  if (c.env.ENVIRONMENT === 'local')
    c.res.headers.set(
      'server-timing',
      `d1;desc="${trips} trips, ${rowsRead} read, ${rowsWritten} written"`,
    );
  // What went well is not worth a line: the platform counts requests, and the audit tells of every
  // write.
  const ms = Date.now() - startedAt;
  if (c.res.status < 400 && ms < SLOW_MS) return;
  log({
    id: requestId(c.req.raw),
    method: c.req.method,
    route: routePath(c, -1),
    status: c.res.status,
    ms,
    trips,
    rowsRead,
    rowsWritten,
  });
});
