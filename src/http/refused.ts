import type { ErrorCode } from '../error-code.ts';
import type { C } from './app-context.ts';
import type { FormErrors, FormValues } from './forms.ts';

/**
 * A form that was refused, as it is shown once more on the page where it stands, with what was
 * typed.
 */
export type Refused = {
  /** Where it was sent: the action of the form. */
  to: string;
  /** Why, as one sentence: a code of the errors. */
  code: ErrorCode;
  /** Names that belong to the reason. */
  detail: string[];
  values: FormValues;
  errors: FormErrors;
};

const shownAgain = new WeakMap<Request, Refused>();

/** The refused form that the page of this request is shown again for; null on every other page. */
export function refusedIn(request: Request): Refused | null {
  return shownAgain.get(request) ?? null;
}

/** What marks the form on the page, for the page that has it to be told from one that has not. */
export const REFUSED = 'refused';
const MARK = `id="${REFUSED}"`;

function ownPath(c: C, address: string | undefined): string | null {
  return address && URL.canParse(address) && new URL(address).host === new URL(c.req.url).host
    ? new URL(address).pathname
    : null;
}

/**
 * The page on which a refused form stands, with what was typed in it; null where none of the pages
 * it may be on has it. Asked of the app itself, as the same visitor would ask.
 * @param back the page to which the form would have led
 */
export async function pageAgain(
  c: C,
  back: string,
  refused: Refused,
  status: number,
): Promise<Response | null> {
  const places = new Set([back.split('#')[0] ?? back, ownPath(c, c.req.header('referer'))]);
  for (const place of places) {
    if (place === null) continue;
    const headers = new Headers(c.req.raw.headers);
    for (const name of ['content-type', 'content-length', 'accept-encoding']) headers.delete(name);
    const request = new Request(new URL(place, c.req.url), { headers });
    shownAgain.set(request, refused);
    const page = await c.var.ask(request);
    const html = page.status === 200 ? await page.text() : '';
    if (!html.includes(MARK)) continue;
    c.set('verified', true);
    c.header('vary', 'hx-request-type, accept-encoding, cookie');
    return c.html(html, status as 409 | 422);
  }
  return null;
}
