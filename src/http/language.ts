import { getCookie } from 'hono/cookie';
import { LANGS, type Lang } from '../../views/i18n/words.ts';
import type { C } from './app-context.ts';

const known = (tag: string | undefined): Lang | undefined => LANGS.find((lang) => tag?.toLowerCase().startsWith(lang));

/** The reader's language: as the address asks, as was chosen here before, as the browser prefers, or else Chinese. */
export const languageOf = (c: C): Lang =>
  known(c.req.query('lang')) ??
  known(getCookie(c, 'lang')) ??
  c.req
    .header('accept-language')
    ?.split(',')
    .map((tag) => known(tag.trim()))
    .find((lang) => lang !== undefined) ??
  'zh';
