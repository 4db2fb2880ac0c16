import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { DAY } from '../clock.ts';
import type { C, Claims } from '../http/app-context.ts';
import { mac, macKey, sameHash } from './keys.ts';
import { type Role, ROLES } from './permissions.ts';

export const SESSION_DAYS = 14;
const COOKIE = 'session';

/** Signed with a key that is derived once an isolate; hono's signed cookies import theirs anew for each request. */
const sign = async (c: C, value: string): Promise<string> => mac(await macKey(c.env.SECRET, 'session cookie'), value);

/** What the visitor's cookie claims; null unless this station signed it. Only the session's row proves it. */
export const readClaims = async (c: C): Promise<Claims | null> => {
  const [token = '', accountId = '', role = '', villageId = '', signature = ''] =
    getCookie(c, COOKIE, 'host')?.split('~') ?? [];
  if (!ROLES.includes(role as Role)) return null;
  if (!sameHash(signature, await sign(c, [token, accountId, role, villageId].join('~')))) return null;
  return { token, accountId, role: role as Role, villageId: villageId || null };
};

export const setSessionCookie = async (c: C, claims: Claims): Promise<void> => {
  const value = [claims.token, claims.accountId, claims.role, claims.villageId ?? ''].join('~');
  setCookie(c, COOKIE, `${value}~${await sign(c, value)}`, {
    prefix: 'host',
    secure: true,
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: (SESSION_DAYS * DAY) / 1000,
  });
};

export const clearSessionCookie = (c: C): void => {
  deleteCookie(c, COOKIE, { prefix: 'host', secure: true, path: '/' });
};
