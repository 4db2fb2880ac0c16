import type { Hono } from 'hono';
import type { Permission } from '../../src/access/permissions.ts';
import type { AppEnv } from '../../src/http/app-context.ts';

export type DeclaredRoute = {
  method: string;
  path: string;
  permission: Permission | 'open' | null;
};

/**
 * Every route of an app with the permission that is declared beside it; null where there is none.
 */
export function declaredRoutes(app: Hono<AppEnv>): DeclaredRoute[] {
  const routes = new Map<string, DeclaredRoute>();
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue;
    const name = `${method} ${path}`;
    const { permission } = handler as { permission?: Permission | 'open' };
    const known = routes.get(name);
    if (!known) routes.set(name, { method, path, permission: permission ?? null });
    else if (permission) known.permission = permission;
  }
  return [...routes.values()];
}
