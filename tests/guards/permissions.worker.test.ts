import { exports } from 'cloudflare:workers';
import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { app } from '../../src/app.tsx';
import { account, session } from '../../src/access/access.tables.ts';
import { may, PERMISSIONS, type Role, ROLES } from '../../src/access/permissions.ts';
import { may as mayRoute, open } from '../../src/access/session.ts';
import type { AppEnv } from '../../src/http/app-context.ts';
import { newId } from '../../src/ids.ts';
import { batch } from '../../src/pipeline/batch/batch.tables.ts';
import { jobOrder } from '../../src/pipeline/demand/demand.tables.ts';
import { rightsCase, visit } from '../../src/pipeline/follow-up/follow-up.tables.ts';
import { employer, worker } from '../../src/registry/registry.tables.ts';
import { cookieOf, placementsFrom, placementsFromOutside } from '../support/registry-rows.ts';
import { not } from '../support/rows.ts';
import { accountOf, officersVillage, rows, thePerson } from '../support/town-rows.ts';
import { dump, seedTown, signedIn } from '../support/town.ts';
import { declaredRoutes } from './routes.ts';

const BASE = 'https://songxing.test';
const routes = declaredRoutes(app);
const own = new Map<string, string>();
const other = new Map<string, string>();
const cookies = new Map<Role, string>();

function send(method: string, path: string, cookie: string) {
  return exports.default.fetch(
    new Request(`${BASE}${path}`, {
      method,
      redirect: 'manual',
      headers: { cookie, origin: BASE, 'sec-fetch-site': 'same-origin' },
      ...(method === 'POST' ? { body: new URLSearchParams({ key: newId() }) } : {}),
    }),
  );
}

function idOfOneStillIn(placements: Awaited<ReturnType<typeof placementsFrom>>): string {
  return placements.find(({ exit }) => exit === null)!.id;
}

beforeAll(async () => {
  await seedTown();
  const village = await officersVillage();
  own.set('/workers', (await rows.first(worker, { villageId: village })).id);
  other.set('/workers', (await rows.first(worker, { villageId: not(village) })).id);
  own.set('/placements', idOfOneStillIn(await placementsFrom(village)));
  other.set('/placements', idOfOneStillIn(await placementsFromOutside(village)));
  own.set('/visits', (await rows.first(visit, { villageId: village, open: 1 })).id);
  other.set('/visits', (await rows.first(visit, { villageId: not(village), open: 1 })).id);
  own.set('/batches', (await rows.first(batch)).id);
  own.set('/orders', (await rows.first(jobOrder)).id);
  own.set('/employers', (await rows.first(employer)).id);
  own.set('/cases', (await rows.first(rightsCase)).id);
  own.set('/settings/accounts', (await accountOf('officer')).id);
  for (const role of ROLES) cookies.set(role, cookieOf(await signedIn(role)));
});

function addressOf(path: string, ids: Map<string, string>): string {
  const kind =
    [...own.keys()]
      .sort((a, b) => b.length - a.length)
      .find((prefix) => path.startsWith(`${prefix}/`)) ?? '';
  const id = ids.get(kind) ?? own.get(kind) ?? newId();
  return path.replace(/:id(\{\[0-9A-Z\]\{26\}\})?/, id).replace(/:\w+/g, newId());
}

/** Signing out or suspending would end the very sessions that the matrix needs. */
const ENDS_SESSIONS = new Set([
  '/sign-out',
  '/settings/accounts/:id/password',
  '/settings/accounts/:id/suspension',
]);
const guarded = routes.filter(
  (route) => route.permission !== 'open' && !ENDS_SESSIONS.has(route.path),
);

describe('every route declares who may use it', () => {
  it('has a permission beside each', () => {
    expect(routes.length).toBeGreaterThan(70);
    expect(routes.filter((route) => route.permission === null)).toEqual([]);
    for (const { permission } of routes)
      if (permission !== 'open') expect(Object.keys(PERMISSIONS)).toContain(permission);
  });

  it('would notice a route without one', () => {
    const planted = new Hono<AppEnv>();
    planted.get('/guarded', mayRoute('batch.read'), (c) => c.text('ok'));
    planted.get('/public', open, (c) => c.text('ok'));
    planted.get('/forgotten', (c) => c.text('oops'));
    expect(
      declaredRoutes(planted)
        .filter((route) => route.permission === null)
        .map((route) => route.path),
    ).toEqual(['/forgotten']);
  });

  it('opens to anybody only what is meant to be open', () => {
    const publicPaths = routes
      .filter((route) => route.permission === 'open')
      .map((route) => `${route.method} ${route.path}`);
    for (const path of publicPaths)
      expect(path).toMatch(
        /^(GET|POST) \/($|assets|healthz$|here$|sw\.js$|language$|sign-in$|sign-out$|set-up(\/|$)|demo\/clock$|l\/|e\/|c\/|g\/|t\/|w\/)/,
      );
  });
});

describe('routes x roles', () => {
  it('turns away whoever is not signed in', async () => {
    for (const { method, path } of guarded) {
      const response = await send(method, addressOf(path, own), '');
      if (method === 'GET')
        expect(
          [response.status, response.headers.get('location')?.startsWith('/sign-in')],
          path,
        ).toEqual([303, true]);
      else expect(response.status, path).toBe(401);
    }
  });

  it.each(ROLES)('lets a %s do what the role may, and nothing else', async (role) => {
    for (const { method, path, permission } of guarded) {
      if (permission === null || permission === 'open') continue;
      const response = await send(method, addressOf(path, own), cookies.get(role)!);
      if (may(role, permission))
        expect([401, 403, 500], `${role} ${method} ${path} ${response.status}`).not.toContain(
          response.status,
        );
      else expect(response.status, `${role} ${method} ${path}`).toBe(403);
    }
  });

  it('shows an officer nobody of another village', async () => {
    const stranger = (await thePerson(other.get('/workers')!)).name;
    const before = await dump();
    for (const { method, path, permission } of guarded) {
      if (permission === null || permission === 'open' || !may('officer', permission)) continue;
      if (!/^\/(workers|placements|visits)\/:id/.test(path)) continue;
      const response = await send(method, addressOf(path, other), cookies.get('officer')!);
      expect(response.status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
      if (method === 'GET') expect(response.status, path).toBe(404);
      expect(await response.text(), `${method} ${path}`).not.toContain(stranger);
    }
    expect(await dump()).toBe(before);
  });

  it('does not take a session that has ended, a role that has changed, or a forged cookie', async () => {
    const cookie = cookieOf(await signedIn('coordinator'));
    const { id } = await accountOf('coordinator');
    await rows.change(account, { id }, { role: 'leader' });
    const demoted = await send('GET', '/today', cookie);
    await rows.change(account, { id }, { role: 'coordinator' });
    expect(demoted.status).toBe(303);
    expect((await send('GET', '/today', cookie)).status).toBe(200);
    await rows.remove(session, { accountId: id });
    for (const { method, path, permission } of guarded) {
      if (permission === null || permission === 'open' || !may('coordinator', permission)) continue;
      const response = await send(method, addressOf(path, own), cookie);
      expect([303, 401], `${method} ${path}`).toContain(response.status);
    }
    const forged = cookie.replace('coordinator', 'admin');
    expect((await send('GET', '/audit', forged)).status).toBe(303);
  });
});
