import { getCookie } from 'hono/cookie';
import { LANGS, type Lang } from '../../views/i18n/words.ts';
import type { C } from './app-context.ts';

function known(tag: string | undefined): Lang | undefined {
  return LANGS.find((lang) => tag?.toLowerCase().startsWith(lang));
}

/**
 * The reader's language: as the address asks, as was chosen here before, as the browser prefers, or
 * else Chinese.
 */
export function languageOf(c: C): Lang {
  return (
    known(c.req.query('lang')) ??
    known(getCookie(c, 'lang')) ??
    c.req
      .header('accept-language')
      ?.split(',')
      .map((tag) => known(tag.trim()))
      .find((lang) => lang !== undefined) ??
    'zh'
  );
}
