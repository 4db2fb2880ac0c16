import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { DAY } from '../clock.ts';
import type { C, Claims } from '../http/app-context.ts';
import { mac, macKey, sameHash, sha256 } from './keys.ts';
import { type Role, ROLES } from './permissions.ts';

export const SESSION_DAYS = 14;
const COOKIE = 'session';

/**
 * Signed with a key that is derived once an isolate; hono's signed cookies import theirs anew for
 * each request.
 */
async function sign(c: C, value: string): Promise<string> {
  return mac(await macKey(c.env.SECRET, 'session cookie'), value);
}

/**
 * The claims of cookies whose signature was checked lately; a session sends the same one with every
 * request.
 */
const checked = new Map<string, Claims>();
const CHECKED = 500;

/**
 * What the visitor's cookie claims; null unless this station signed it. Only the session's row
 * proves it.
 */
export async function readClaims(c: C): Promise<Claims | null> {
  const cookie = getCookie(c, COOKIE, 'host') ?? '';
  const known = checked.get(cookie);
  if (known) return known;
  const [token = '', accountId = '', role = '', villageId = '', signature = ''] = cookie.split('~');
  if (!ROLES.includes(role as Role)) return null;
  if (!sameHash(signature, await sign(c, [token, accountId, role, villageId].join('~'))))
    return null;
  const claims = {
    tokenHash: await sha256(token),
    accountId,
    role: role as Role,
    villageId: villageId || null,
  };
  if (checked.size >= CHECKED) checked.clear();
  checked.set(cookie, claims);
  return claims;
}

export async function setSessionCookie(
  c: C,
  token: string,
  claims: Omit<Claims, 'tokenHash'>,
): Promise<void> {
  const value = [token, claims.accountId, claims.role, claims.villageId ?? ''].join('~');
  setCookie(c, COOKIE, `${value}~${await sign(c, value)}`, {
    prefix: 'host',
    secure: true,
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: (SESSION_DAYS * DAY) / 1000,
  });
}

export function clearSessionCookie(c: C): void {
  deleteCookie(c, COOKIE, { prefix: 'host', secure: true, path: '/' });
}
