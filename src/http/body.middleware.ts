import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-context.ts';
import { inTime } from './body-time.ts';
import { Failure } from './failures.ts';

/** A roster of 5 MB and the form around it. */
const MAX_BODY = 6 * 1024 * 1024;

const limit = bodyLimit({
  maxSize: MAX_BODY,
  onError: () => {
    throw new Failure(413, 'too_large');
  },
});

/**
 * Refuses what is too large, by what it says of its size; what says nothing of it is read here, and
 * has to arrive in time. Everything else is read where its form is (`readForm`), behind the
 * permission.
 */
export const bounded = createMiddleware<AppEnv>(async (c, next) => {
  const { headers } = c.req.raw;
  const saysItsSize = headers.has('content-length') && !headers.has('transfer-encoding');
  const bounds = Promise.resolve(limit(c, async () => undefined));
  await (saysItsSize ? bounds : inTime(c, bounds));
  await next();
});
