/**
 * Keeps the pages of a link on the device, so that they open without a signal: an escort's on a
 * train, a clinic's behind thick walls. Nothing else is kept. The newest page always goes first;
 * what is kept serves only where the line is dead.
 */
import { ENDED } from '../answer-mark.ts';
import { KEPT_PAGES, PAGES } from './kept-pages.ts';
import { ask, codeOf, isOurs } from './own-answer.ts';

declare const self: ServiceWorkerGlobalScope;

/** How long a slow line may keep somebody waiting before they see the page as it was. */
const PATIENCE_MS = 6000;
/** Whoever has nothing kept has to wait. */
const LONG_MS = 60_000;

async function page(request: Request): Promise<Response> {
  const cache = await caches.open(KEPT_PAGES);
  const { pathname } = new URL(request.url);
  const kept = await cache.match(pathname, { ignoreVary: true });
  try {
    const answer = await ask(request, kept ? PATIENCE_MS : LONG_MS);
    if (isOurs(answer)) {
      await cache.put(pathname, answer.clone());
      return answer;
    }
    const code = codeOf(answer);
    // A clinic's page that is over has nothing left to say; an escort's drains and empties itself.
    if (code !== null && ENDED.has(code) && pathname.startsWith('/c/'))
      await cache.delete(pathname);
    if (code !== null && ENDED.has(code)) return answer;
    // Somebody else answered, or the station could not: what is kept says more.
    return kept ?? answer;
  } catch {
    return kept ?? Response.error();
  }
}

/** Files whose name changes with their content: what was fetched once need not be fetched again. */
async function asset(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const kept = await caches.match(pathname, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (isOurs(answer)) await (await caches.open(KEPT_PAGES)).put(pathname, answer.clone());
  return answer;
}

self.addEventListener('install', (event) => {
  event.waitUntil(self.skipWaiting());
});
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && PAGES.test(pathname)) event.respondWith(page(request));
  if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
});
