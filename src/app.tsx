import { ANSWER_MARK } from './answer-mark.ts';
import { bounded } from './http/body.middleware.ts';
import { context } from './http/context.middleware.ts';
import { tell, tellError } from './desk/failure-page.tsx';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { setCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import { keyFits } from './access/key-fingerprint.ts';
import { open } from './access/session.ts';
import { accessApp } from './access/access.app.ts';
import { registryApp } from './registry/registry.app.ts';
import { batchApp } from './pipeline/batch/batch.app.ts';
import { demandApp } from './pipeline/demand/demand.app.ts';
import { recruitmentApp } from './pipeline/recruitment/recruitment.app.ts';
import { healthApp } from './pipeline/health/health.app.ts';
import { documentsApp } from './pipeline/documents/documents.app.ts';
import { travelApp } from './pipeline/travel/travel.app.ts';
import { followUpApp } from './pipeline/follow-up/follow-up.app.ts';
import { ledgerApp } from './pipeline/ledger/ledger.app.ts';
import { takingBackApp } from './pipeline/taking-back/taking-back.app.ts';
import { deskApp } from './desk/desk.app.ts';
import { demoRoutes } from './demo.routes.ts';
import type { AppEnv, C } from './http/app-context.ts';
import { Failure } from './http/failures.ts';
import { readForm } from './http/forms.ts';
import { healthOf } from './healthz.queries.ts';
import { compress, goTo } from './http/show.ts';
import { paths } from './paths.ts';
import { ASSETS } from '../views/asset-names.ts';

export const app = new Hono<AppEnv>();

const YEAR = 365 * 86_400;

/**
 * What every answer forbids; `scans`: the page of the roll call, which may use the camera and the
 * reader's bytecode.
 */
function headers(scans: boolean) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", ...(scans ? ["'wasm-unsafe-eval'"] : [])],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    permissionsPolicy: { geolocation: [], microphone: [], camera: scans ? ['self'] : [] },
  });
}
const plainHeaders = headers(false);
const scanHeaders = headers(true);
app.use((c, next) => (/^\/g\/\w{26}$/.test(c.req.path) ? scanHeaders : plainHeaders)(c, next));

/**
 * Every answer says that it is ours: `tell` says what stood in the way, anything else is `ok`; and
 * nobody keeps it, where it does not say otherwise. Said before there is an answer: a header that
 * is added to a finished one copies it.
 */
app.use(async (c, next) => {
  c.header(ANSWER_MARK, 'ok');
  c.header('cache-control', 'no-store');
  await next();
});

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

/**
 * The service worker has to stand above the pages that it keeps, under a name that never changes.
 */
app.get(paths.serviceWorker, open, async (c) => {
  const file = await c.env.ASSETS.fetch(
    new URL(ASSETS.serviceWorker.replace(/^\/assets/, ''), c.req.url),
  );
  if (!file.ok) return c.body(null, 404);
  c.header('content-type', 'text/javascript; charset=utf-8');
  c.header('cache-control', 'no-cache');
  return c.body(await file.arrayBuffer());
});

/** Asked by a page that wants to know whether it is the station that answers. */
app.get(paths.here, open, (c) => c.body(null, 204));

app.use(context);
app.use(async (c, next) => {
  c.set('ask', async (request) => app.fetch(request, c.env, c.executionCtx));
  await next();
});

/**
 * Whether a form comes from a page of this host. Only hosts are compared: behind a proxy that ends
 * TLS the page was https and the request is not, and browsers before 2020 say no more than their
 * origin.
 */
function isOwnOrigin(origin: string, c: C): boolean {
  return URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host;
}

/**
 * Only forms change anything, and only from this site: `csrf` looks at form types, so every other
 * type is refused.
 */
app.use(csrf({ origin: isOwnOrigin }));
app.use(async (c, next) => {
  const type = c.req.header('content-type') ?? '';
  const isForm =
    type === '' || /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type);
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isForm)
    throw new Failure(415, 'form_type');
  await next();
});
app.use(bounded);

app.get(paths.healthz, open, async (c) => {
  const { ok, ...faults } = await healthOf(c.env.DB, c.var.now);
  return c.json({ ok, ...faults }, ok ? 200 : 503);
});

/**
 * Data that was written with another secret is not served at all: every part of it that is
 * encrypted would fail by itself.
 */
app.use(async (c, next) => {
  if (!(await keyFits(c.env, c.var.db))) throw new Failure(503, 'key_differs');
  await next();
});

app.get(paths.home, open, (c) => goTo(c, c.var.claims ? paths.today : paths.signIn));

app.post(paths.language, open, async (c) => {
  const { values } = await readForm(c, z.object({}));
  setCookie(c, 'lang', values['lang'] === 'en' ? 'en' : 'zh', {
    path: '/',
    sameSite: 'Lax',
    maxAge: YEAR,
    secure: true,
    httpOnly: true,
  });
  const back = c.req.header('referer') ?? '';
  const from = URL.canParse(back) ? new URL(back) : null;
  // An address that begins with two slashes names a host, and leads away.
  const to = from?.pathname.replace(/^\/+/, '/') ?? paths.home;
  return goTo(c, from?.host === new URL(c.req.url).host ? to : paths.home);
});

app.route('/', accessApp);
app.route('/', registryApp);
app.route('/', batchApp);
app.route('/', demandApp);
app.route('/', recruitmentApp);
app.route('/', healthApp);
app.route('/', documentsApp);
app.route('/', travelApp);
app.route('/', followUpApp);
app.route('/', ledgerApp);
app.route('/', takingBackApp);
app.route('/', deskApp);
app.route('/', demoRoutes);

app.notFound((c) => tell(c, 'not_found', 404));

app.onError(tellError);
