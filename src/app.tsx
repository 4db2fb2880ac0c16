import { ANSWER_MARK } from './answer-mark.ts';
import { bounded } from './http/body.middleware.ts';
import { context } from './http/context.middleware.ts';
import { tell, tellError } from './http/tell.tsx';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { setCookie } from 'hono/cookie';
import { secureHeaders } from 'hono/secure-headers';
import { z } from 'zod';
import { auditRoutes } from './access/audit.routes.tsx';
import { keyFits } from './access/key-fingerprint.ts';
import { linkRoutes } from './access/link.routes.tsx';
import { open } from './access/session.ts';
import { signInRoutes } from './access/sign-in.routes.tsx';
import { demoRoutes } from './demo.routes.ts';
import type { AppEnv, C } from './http/app-context.ts';
import { Failure } from './http/failures.ts';
import { readForm } from './http/forms.ts';
import { healthOf } from './health.queries.ts';
import { compress, goTo } from './http/show.ts';
import { todayRoutes } from './notices/today.routes.tsx';
import { paths } from './paths.ts';
import { ASSETS } from '../views/asset-names.ts';
import { entriesRoutes } from './pipeline/travel/roll-call/entries.routes.tsx';
import { happeningRoutes } from './pipeline/travel/happenings.routes.tsx';
import { planRoutes } from './pipeline/travel/plan/plan.routes.tsx';
import { seatsRoutes } from './pipeline/travel/plan/seats.routes.tsx';
import { sheetsRoutes } from './pipeline/travel/sheets.routes.tsx';
import { takeoverRoutes } from './pipeline/travel/roll-call/takeover.routes.tsx';
import { batchRoutes } from './pipeline/batch/batch.routes.tsx';
import { placementRoutes } from './pipeline/batch/placement.routes.tsx';
import { employerLinkRoutes } from './pipeline/demand/employer-link.routes.tsx';
import { confirmationRoutes } from './pipeline/demand/confirmation.routes.tsx';
import { redirectionRoutes } from './pipeline/demand/redirection.routes.tsx';
import { orderRoutes } from './pipeline/demand/order.routes.tsx';
import { contractRoutes } from './pipeline/documents/contract.routes.tsx';
import { custodyRoutes } from './pipeline/documents/custody.routes.tsx';
import { documentsRoutes } from './pipeline/documents/documents.routes.tsx';
import { lackingRoutes } from './pipeline/documents/lacking.routes.tsx';
import { ownPapersRoutes } from './pipeline/documents/own-papers.routes.tsx';
import { photoRoutes } from './pipeline/documents/photo.routes.tsx';
import { caseRoutes } from './pipeline/follow-up/case.routes.tsx';
import { visitRoutes } from './pipeline/follow-up/visit.routes.tsx';
import { clinicLinkRoutes } from './pipeline/health/clinic-link.routes.tsx';
import { examDayRoutes } from './pipeline/health/exam-day.routes.tsx';
import { healthRoutes } from './pipeline/health/health.routes.tsx';
import { ownFitnessRoutes } from './pipeline/health/own-fitness.routes.tsx';
import { consentRoutes } from './pipeline/recruitment/consent.routes.tsx';
import { forwardingRoutes } from './pipeline/recruitment/forwarding.routes.tsx';
import { recruitmentRoutes } from './pipeline/recruitment/recruitment.routes.tsx';
import { reserveRoutes } from './pipeline/recruitment/reserve.routes.tsx';
import { selectionRoutes } from './pipeline/recruitment/selection.routes.tsx';
import { workerAnswerRoutes } from './pipeline/recruitment/worker-answer.routes.tsx';
import { workerLinkRoutes } from './pipeline/recruitment/worker-link.routes.tsx';
import { ledgerRoutes } from './pipeline/ledger/ledger.routes.tsx';
import { journeyReportRoutes } from './pipeline/travel/journey-report.routes.tsx';
import { handoverRoutes } from './pipeline/travel/handover/handover.routes.tsx';
import { escortLinkRoutes } from './pipeline/travel/roll-call/escort-link.routes.tsx';
import { rollCallRoutes } from './pipeline/travel/roll-call/roll-call.routes.tsx';
import { rosterFileRoutes } from './pipeline/travel/roster-file.routes.tsx';
import { travelRoutes } from './pipeline/travel/travel.routes.tsx';
import { employerRoutes } from './registry/employer.routes.tsx';
import { refusedRoutes } from './registry/roster/refused.routes.tsx';
import { answersRoutes } from './registry/roster/answers.routes.tsx';
import { importRoutes } from './registry/roster/import.routes.tsx';
import { likenessRoutes } from './registry/likeness.routes.tsx';
import { peopleListRoutes } from './registry/people-list.routes.tsx';
import { correctionRoutes } from './registry/correction.routes.tsx';
import { ownDataRoutes } from './registry/own-data.routes.tsx';
import { erasureRoutes } from './registry/erasure.routes.tsx';
import { wishRoutes } from './registry/wish.routes.tsx';
import { workerFormRoutes } from './registry/worker-form.routes.tsx';
import { workerRoutes } from './registry/worker.routes.tsx';
import { settingsRoutes } from './settings/settings.routes.tsx';

export const app = new Hono<AppEnv>();

const YEAR = 365 * 86_400;

/** What every answer forbids; `scans`: the page of the roll call, which may use the camera and the reader's bytecode. */
const headers = (scans: boolean) =>
  secureHeaders({
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
const plainHeaders = headers(false);
const scanHeaders = headers(true);
app.use((c, next) => (/^\/g\/\w{26}$/.test(c.req.path) ? scanHeaders : plainHeaders)(c, next));

/** Every answer says that it is ours: `tell` says what stood in the way, anything else is `ok`. */
app.use(async (c, next) => {
  await next();
  if (!c.res.headers.has(ANSWER_MARK)) c.header(ANSWER_MARK, 'ok');
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

/** The service worker has to stand above the pages that it keeps, under a name that never changes. */
app.get(paths.serviceWorker, open, async (c) => {
  const file = await c.env.ASSETS.fetch(new URL(ASSETS.serviceWorker.replace(/^\/assets/, ''), c.req.url));
  if (!file.ok) return c.body(null, 404);
  c.header('content-type', 'text/javascript; charset=utf-8');
  c.header('cache-control', 'no-cache');
  return c.body(await file.arrayBuffer());
});

/** Asked by a page that wants to know whether it is the station that answers. */
app.get(paths.here, open, (c) => {
  c.header('cache-control', 'no-store');
  return c.body(null, 204);
});

app.use(context);
app.use(async (c, next) => {
  c.set('ask', async (request) => app.fetch(request, c.env, c.executionCtx));
  await next();
});

/**
 * Whether a form comes from a page of this host. Only hosts are compared: behind a proxy that ends TLS the page was https and
 * the request is not, and browsers before 2020 say no more than their origin.
 */
const isOwnOrigin = (origin: string, c: C): boolean =>
  URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host;

/** Only forms change anything, and only from this site: `csrf` looks at form types, so every other type is refused. */
app.use(csrf({ origin: isOwnOrigin }));
app.use(async (c, next) => {
  const type = c.req.header('content-type') ?? '';
  const isForm = type === '' || /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type);
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isForm) throw new Failure(415, 'form_type');
  await next();
});
app.use(bounded);

app.get(paths.healthz, open, async (c) => {
  const { ok, ...faults } = await healthOf(c.env.DB, c.var.now);
  return c.json({ ok, ...faults }, ok ? 200 : 503);
});

/** Data that was written with another secret is not served at all: every part of it that is encrypted would fail by itself. */
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

app.route('/', signInRoutes);
app.route('/', todayRoutes);
app.route('/', batchRoutes);
app.route('/', placementRoutes);
app.route('/', orderRoutes);
app.route('/', confirmationRoutes);
app.route('/', redirectionRoutes);
app.route('/', employerLinkRoutes);
app.route('/', recruitmentRoutes);
app.route('/', selectionRoutes);
app.route('/', reserveRoutes);
app.route('/', forwardingRoutes);
app.route('/', consentRoutes);
app.route('/', workerLinkRoutes);
app.route('/', workerAnswerRoutes);
app.route('/', healthRoutes);
app.route('/', examDayRoutes);
app.route('/', clinicLinkRoutes);
app.route('/', ownFitnessRoutes);
app.route('/', documentsRoutes);
app.route('/', custodyRoutes);
app.route('/', contractRoutes);
app.route('/', photoRoutes);
app.route('/', lackingRoutes);
app.route('/', ownPapersRoutes);
app.route('/', travelRoutes);
app.route('/', planRoutes);
app.route('/', happeningRoutes);
app.route('/', seatsRoutes);
app.route('/', sheetsRoutes);
app.route('/', rosterFileRoutes);
app.route('/', rollCallRoutes);
app.route('/', escortLinkRoutes);
app.route('/', entriesRoutes);
app.route('/', takeoverRoutes);
app.route('/', handoverRoutes);
app.route('/', journeyReportRoutes);
app.route('/', ledgerRoutes);
app.route('/', visitRoutes);
app.route('/', caseRoutes);
app.route('/', importRoutes);
app.route('/', refusedRoutes);
app.route('/', answersRoutes);
app.route('/', likenessRoutes);
app.route('/', peopleListRoutes);
app.route('/', wishRoutes);
app.route('/', erasureRoutes);
app.route('/', ownDataRoutes);
app.route('/', correctionRoutes);
app.route('/', workerRoutes);
app.route('/', workerFormRoutes);
app.route('/', employerRoutes);
app.route('/', settingsRoutes);
app.route('/', auditRoutes);
app.route('/', linkRoutes);
app.route('/', demoRoutes);

app.notFound((c) => tell(c, 'not_found', 404));

app.onError(tellError);
