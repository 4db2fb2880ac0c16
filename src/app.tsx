import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { languageDetector } from 'hono/language';
import { requestId } from 'hono/request-id';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { auditRoutes } from './access/audit.routes.tsx';
import { linkRoutes } from './access/link.routes.tsx';
import { open } from './access/session.ts';
import { clearSessionCookie, readClaims } from './access/session-cookie.ts';
import { signInRoutes } from './access/sign-in.routes.tsx';
import { readNow } from './clock.queries.ts';
import { openDatabase } from './db/client.ts';
import { demoRoutes } from './demo.routes.ts';
import type { AppEnv, C } from './http/app-context.ts';
import { Failure, SignedOut } from './http/failures.ts';
import { log } from './http/log.ts';
import { fragment, page, visitorPage, wordsOf } from './http/page.tsx';
import { compress, goTo, wantsFragment } from './http/show.ts';
import { todayRoutes } from './notices/today.routes.tsx';
import { paths } from './paths.ts';
import { batchRoutes } from './pipeline/batch/batch.routes.tsx';
import { placementRoutes } from './pipeline/batch/placement.routes.tsx';
import { employerLinkRoutes } from './pipeline/demand/employer-link.routes.tsx';
import { orderRoutes } from './pipeline/demand/order.routes.tsx';
import { documentsRoutes } from './pipeline/documents/documents.routes.tsx';
import { followUpRoutes } from './pipeline/follow-up/follow-up.routes.tsx';
import { clinicLinkRoutes } from './pipeline/health/clinic-link.routes.tsx';
import { healthRoutes } from './pipeline/health/health.routes.tsx';
import { consentRoutes } from './pipeline/recruitment/consent.routes.tsx';
import { recruitmentRoutes } from './pipeline/recruitment/recruitment.routes.tsx';
import { workerLinkRoutes } from './pipeline/recruitment/worker-link.routes.tsx';
import { escortLinkRoutes } from './pipeline/travel/escort-link.routes.tsx';
import { travelRoutes } from './pipeline/travel/travel.routes.tsx';
import { employerRoutes } from './registry/employer.routes.tsx';
import { importRoutes } from './registry/import.routes.tsx';
import { workerRoutes } from './registry/worker.routes.tsx';
import { settingsRoutes } from './settings/settings.routes.tsx';
import { stationOf, stationQuery } from './settings/station.queries.ts';
import { LANGS, type Lang } from '../views/i18n/words.ts';
import { ProblemBody } from '../views/problem.tsx';

export const app = new Hono<AppEnv>();

const YEAR = 365 * 86_400;
const SLOW_MS = 1000;
const MAX_BODY = 3 * 1024 * 1024;

app.use(requestId({ headerName: '' }));

app.use(
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    permissionsPolicy: { geolocation: [], microphone: [], camera: [] },
  }),
);

/** Files whose name changes with their content: kept by the browser for a year. */
app.get('/assets/*', open, async (c) => {
  const file = await c.env.ASSETS.fetch(new URL(c.req.path.replace(/^\/assets/, ''), c.req.url));
  if (!file.ok) return c.body(null, 404);
  c.header('content-type', file.headers.get('content-type') ?? 'application/octet-stream');
  c.header('cache-control', `public, max-age=${YEAR}, immutable`);
  c.header('vary', 'accept-encoding');
  compress(c);
  return c.body(await file.arrayBuffer());
});

app.use(async (c, next) => {
  const startedAt = Date.now();
  c.set('db', openDatabase(c.env.DB));
  c.set('now', await readNow(c.env));
  c.set('claims', await readClaims(c));
  c.set('me', null);
  c.set('verified', false);
  c.header('x-robots-tag', 'noindex');
  await next();
  const { trips, rowsRead, rowsWritten } = c.var.db.usage;
  if (c.env.ENVIRONMENT === 'local')
    c.header('server-timing', `d1;desc="${trips} trips, ${rowsRead} read, ${rowsWritten} written"`);
  // Readings that went well are not worth a line; the platform counts them.
  const ms = Date.now() - startedAt;
  if (c.req.method === 'GET' && c.res.status < 400 && ms < SLOW_MS) return;
  log({
    id: c.get('requestId'),
    method: c.req.method,
    route: routePath(c, -1),
    status: c.res.status,
    ms,
    trips,
    rowsRead,
    rowsWritten,
  });
});

app.use(
  languageDetector({
    supportedLanguages: [...LANGS],
    fallbackLanguage: 'zh',
    lookupQueryString: 'lang',
    lookupCookie: 'lang',
    caches: false,
  }),
);
app.use(async (c, next) => {
  c.set('lang', c.get('language' as never) as Lang);
  await next();
});

/** Only forms change anything, and only from this site: `csrf` looks at form types, so every other type is refused. */
app.use(csrf());
app.use(async (c, next) => {
  const type = c.req.header('content-type') ?? '';
  const isForm = type === '' || /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type);
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isForm) throw new Failure(415, 'form_type');
  await next();
});
app.use(
  bodyLimit({
    maxSize: MAX_BODY,
    onError: () => {
      throw new Failure(413, 'too_large');
    },
  }),
);

app.get(paths.healthz, open, async (c) => {
  try {
    await c.env.DB.prepare('select 1').first();
    return c.json({ ok: true });
  } catch {
    return c.json({ ok: false }, 503);
  }
});

app.get(paths.home, open, (c) => goTo(c, c.var.claims ? paths.today : paths.signIn));

app.post(paths.language, open, async (c) => {
  const { lang } = await c.req.parseBody();
  setCookie(c, 'lang', lang === 'en' ? 'en' : 'zh', {
    path: '/',
    sameSite: 'Lax',
    maxAge: YEAR,
    secure: true,
    httpOnly: true,
  });
  const back = c.req.header('referer') ?? '';
  const from = URL.canParse(back) ? new URL(back) : null;
  return goTo(c, from?.host === new URL(c.req.url).host ? from.pathname : paths.home);
});

app.route('/', signInRoutes);
app.route('/', todayRoutes);
app.route('/', batchRoutes);
app.route('/', placementRoutes);
app.route('/', orderRoutes);
app.route('/', employerLinkRoutes);
app.route('/', recruitmentRoutes);
app.route('/', consentRoutes);
app.route('/', workerLinkRoutes);
app.route('/', healthRoutes);
app.route('/', clinicLinkRoutes);
app.route('/', documentsRoutes);
app.route('/', travelRoutes);
app.route('/', escortLinkRoutes);
app.route('/', followUpRoutes);
app.route('/', importRoutes);
app.route('/', workerRoutes);
app.route('/', employerRoutes);
app.route('/', settingsRoutes);
app.route('/', auditRoutes);
app.route('/', linkRoutes);
app.route('/', demoRoutes);

const tell = async (c: C, code: string, status: Failure['status'] | 401 | 500, wait: number | null = null) => {
  const body = <ProblemBody code={code} wait={wait} back={c.var.claims ? paths.today : undefined} />;
  if (wait !== null) c.header('retry-after', String(wait));
  const title = wordsOf(c).problem.title;
  if (wantsFragment(c)) return fragment(c, body, status);
  if (c.var.claims) return page(c, { title }, body, status);
  // Behind a link somebody has to be told whom to call; where even that cannot be read, the page still says what happened.
  const isLink = /^\/[lecgw]\//.test(c.req.path);
  const rows = isLink ? await c.var.db.batch([stationQuery(c.var.db.orm)]).catch(() => [[]]) : [[]];
  const { town, contact } = stationOf(rows[0]);
  return visitorPage(c, { title, town: town || wordsOf(c).appName, contact }, body, status);
};

app.notFound((c) => tell(c, 'not_found', 404));

app.onError((error, c) => {
  if (c.get('lang') === undefined) c.set('lang', 'zh');
  if (error instanceof SignedOut) {
    if (c.var.claims) clearSessionCookie(c);
    c.set('claims', null);
    if (c.req.method !== 'GET' || wantsFragment(c)) return tell(c, 'signed_out', 401);
    return goTo(c, `${paths.signIn}?next=${encodeURIComponent(c.req.path)}`);
  }
  if (error instanceof Failure) return tell(c, error.code, error.status, error.retryAfterSeconds);
  if (error instanceof HTTPException)
    return tell(c, error.status === 403 ? 'cross_site' : 'not_found', error.status === 403 ? 403 : 404);
  log({ id: c.get('requestId') ?? '', error: error.name, where: routePath(c, -1) });
  return tell(c, 'server', 500);
});
