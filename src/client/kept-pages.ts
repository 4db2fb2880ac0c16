import { ANSWER_MARK } from '../answer-mark.ts';
import { ask, isOurs } from './own-answer.ts';

/** Where pages are kept on the device, and which. */
export const KEPT_PAGES = 'songxing-pages';
export const PAGES = /^\/[gc]\/[0-9A-Z]{26}$/;

const PATIENCE_MS = 30_000;

/** Whether this browser can open the page again without a signal. WeChat's on iOS cannot. */
function canKeep(): boolean {
  return 'serviceWorker' in navigator && 'caches' in globalThis;
}

/**
 * Keeps one file, unless it is kept already. Throws where the station did not give it: what another
 * answers is not kept.
 */
async function keepFile(cache: Cache, address: string): Promise<void> {
  if ((await cache.match(address, { ignoreVary: true })) !== undefined) return;
  const answer = await ask(address, PATIENCE_MS);
  if (!isOurs(answer)) throw new Error('not ours');
  await cache.put(address, answer);
}

/**
 * Keeps this page and what it needs, from the first visit on.
 * @param more addresses of what it may load later
 * @returns whether it can be opened again without a signal
 */
export async function keepPage(more: readonly string[] = []): Promise<boolean> {
  if (!canKeep()) return false;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const cache = await caches.open(KEPT_PAGES);
    // The page first: what it needs comes from the browser's own store as well.
    const page = await ask(location.pathname, PATIENCE_MS);
    if (!isOurs(page)) throw new Error('not ours');
    await cache.put(location.pathname, page);
    const parts = [
      ...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>(
        'script[src], link[rel=stylesheet]',
      ),
    ];
    for (const address of [...parts.map((part) => ('src' in part ? part.src : part.href)), ...more])
      await keepFile(cache, address);
    return true;
  } catch {
    // Without a signal now, or with somebody else who answers, it may have been kept before.
    return (await caches.match(location.pathname).catch(() => undefined)) !== undefined;
  }
}

/** Keeps this page as the station has just told it. */
export async function keepThisPage(markup: string): Promise<void> {
  if (!canKeep() || !PAGES.test(location.pathname)) return;
  const headers = { 'content-type': 'text/html; charset=utf-8', [ANSWER_MARK]: 'ok' };
  await (await caches.open(KEPT_PAGES)).put(location.pathname, new Response(markup, { headers }));
}

/** Forgets this page; with the last of the kept pages everything else that they needed. */
export async function forgetPage(): Promise<void> {
  if (!canKeep()) return;
  const cache = await caches.open(KEPT_PAGES);
  await cache.delete(location.pathname);
  const left = await cache.keys();
  if (!left.some((request) => PAGES.test(new URL(request.url).pathname)))
    await caches.delete(KEPT_PAGES);
}
