import { getCookie, setCookie } from 'hono/cookie';
import type { C } from '../http/app-context.ts';
import { mac, macKey, newToken, sameHash } from './keys.ts';

/**
 * A browser in which an account was signed in before (a "device cookie", OWASP Authentication Cheat
 * Sheet). Its tries are counted apart from everybody else's, so that nobody who only knows a phone
 * number can lock its owner out.
 */
const COOKIE = 'known';
const DAYS = 400;

async function signed(c: C, name: string, accountId: string): Promise<string> {
  return mac(await macKey(c.env.SECRET, 'known browser'), `${name}~${accountId}`);
}

/** Notes that this account was signed in here. */
export async function knowBrowser(c: C, accountId: string): Promise<void> {
  const name = newToken().slice(0, 16);
  setCookie(c, COOKIE, `${name}~${await signed(c, name, accountId)}`, {
    prefix: 'host',
    secure: true,
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: DAYS * 86_400,
  });
}

/**
 * By what name this browser is known for an account; null where the account was never signed in
 * here.
 */
export async function knownBrowser(c: C, accountId: string): Promise<string | null> {
  const [name = '', signature = ''] = (getCookie(c, COOKIE, 'host') ?? '').split('~');
  return name !== '' && sameHash(signature, await signed(c, name, accountId)) ? name : null;
}
