import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { ANSWER_MARK } from '../answer-mark.ts';
import { clearSessionCookie } from '../access/session-cookie.ts';
import type { C } from '../http/app-context.ts';
import { Failure, SignedOut } from '../http/failures.ts';
import type { FormValues } from '../http/forms.ts';
import { failureOf, log, requestId } from '../http/log.ts';
import { fragment, page, visitorPage, wordsOf } from '../http/page.tsx';
import { goTo, wantsFragment } from '../http/show.ts';
import { paths } from '../paths.ts';
import { stationOf, stationQuery } from '../settings/station.queries.ts';
import { ProblemBody } from '../../views/problem.tsx';
import { namesNothing } from '../db/errors.ts';

/**
 * What was typed and is not kept, where it may be sent once more as a form of its own. A password
 * is never shown again.
 */
function againOf(c: C, code: string): { to: string; values: FormValues } | undefined {
  const { sent } = c.var;
  if (code !== 'other_form' || !sent || 'password' in sent.values) return undefined;
  const { key: _k, ...values } = sent.values;
  return { to: c.req.path, values };
}

export async function tell(
  c: C,
  code: string,
  status: Failure['status'] | 401 | 500,
  wait: number | null = null,
) {
  const body = (contact?: string) => (
    <ProblemBody
      code={code}
      wait={wait}
      again={againOf(c, code)}
      back={c.var.claims ? paths.today : undefined}
      {...(contact ? { contact } : {})}
    />
  );
  c.header(ANSWER_MARK, code);
  if (wait !== null) c.header('retry-after', String(wait));
  const title = wordsOf(c).problem.title;
  if (wantsFragment(c)) return fragment(c, body(), status);
  if (c.var.claims) return page(c, { title }, body(), status);
  // Behind a link somebody has to be told whom to call; where even that cannot be read, the page
  // still says what happened.
  const isLink = /^\/[lecgwt]\//.test(c.req.path);
  const rows = isLink ? await c.var.db.batch([stationQuery(c.var.db.orm)]).catch(() => [[]]) : [[]];
  const { town, contact } = stationOf(rows[0]);
  return visitorPage(
    c,
    { title, town: town || wordsOf(c).appName, contact },
    body(contact),
    status,
  );
}

/** Answers a failure: its status, its sentence, and nothing of what went wrong inside. */
export function tellError(error: Error, c: C): Response | Promise<Response> {
  if (c.get('lang') === undefined) c.set('lang', 'zh');
  if (error instanceof SignedOut) {
    if (c.var.claims) clearSessionCookie(c);
    c.set('claims', null);
    if (c.req.method !== 'GET' || wantsFragment(c)) return tell(c, 'signed_out', 401);
    return goTo(c, `${paths.signIn}?next=${encodeURIComponent(c.req.path)}`);
  }
  if (error instanceof Failure) return tell(c, error.code, error.status, error.retryAfterSeconds);
  // Something was named that is not there, or not any more: another form's page, or a made-up one.
  if (namesNothing(error)) return tell(c, 'unknown_reference', 422);
  if (error instanceof HTTPException)
    return tell(
      c,
      error.status === 403 ? 'cross_site' : 'bad_form',
      error.status === 403 ? 403 : 400,
    );
  log({ id: requestId(c.req.raw), route: routePath(c, -1), ...failureOf(error) });
  return tell(c, 'server', 500);
}
