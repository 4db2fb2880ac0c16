import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { C } from './app-context.ts';

type Status =
  | 200
  | 201
  | 400
  | 401
  | 403
  | 404
  | 408
  | 409
  | 410
  | 413
  | 415
  | 422
  | 429
  | 500
  | 503;
export type Markup = Child | HtmlEscapedString | Promise<HtmlEscapedString>;

/** Whether htmx asked, so that a fragment suffices. */
export function wantsFragment(c: C): boolean {
  return c.req.header('hx-request-type') === 'partial';
}

/**
 * Answers with markup. Compression is declared, and then done once by the runtime, where no edge
 * does it.
 */
export async function show(c: C, page: Markup, status: Status = 200): Promise<Response> {
  const whole = !wantsFragment(c);
  const body = whole ? html`<!DOCTYPE html>${page}` : (page as HtmlEscapedString);
  c.header('vary', 'hx-request-type, accept-encoding, cookie');
  compress(c);
  return c.html(await body, status);
}

export function compress(c: C): void {
  if (c.env.ENVIRONMENT === 'local' && /\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    c.header('content-encoding', 'gzip');
}

/**
 * After a write: back to a page. htmx is told to go there itself, so that the address and the
 * history stay right.
 */
export function goTo(c: C, address: string): Response {
  if (c.req.header('hx-request')) {
    c.header('hx-redirect', address);
    return c.body(null, 204);
  }
  return c.redirect(address, 303);
}

/**
 * Sends a file to be saved. Its name may be Chinese (RFC 6266, RFC 8187); the plain one is for old
 * WebViews.
 */
export function sendFile(
  c: C,
  name: string,
  type: string,
  contents: Uint8Array | string,
): Response {
  c.header('content-type', type);
  c.header(
    'content-disposition',
    `attachment; ` +
      `filename="list.${name.split('.').at(-1)}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  );
  return c.body(contents as Uint8Array<ArrayBuffer>);
}
