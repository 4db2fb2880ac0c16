/**
 * Keeps the pages of a link on the device, so that they open without a signal: an escort's on a train, a clinic's behind
 * thick walls. Nothing else is kept. The newest page always goes first; what is kept serves only where the line is dead.
 */
import { KEPT_PAGES, PAGES } from './kept-pages.ts';

declare const self: ServiceWorkerGlobalScope;

/** How long a slow line may keep somebody waiting before they see the page as it was. */
const PATIENCE_MS = 6000;

const page = async (request: Request): Promise<Response> => {
  const cache = await caches.open(KEPT_PAGES);
  const { pathname } = new URL(request.url);
  const kept = await cache.match(pathname, { ignoreVary: true });
  try {
    // Whoever has a page already need not wait for a slow line; whoever has none has to.
    const answer = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE_MS) } : {});
    if (answer.ok && !answer.redirected) await cache.put(pathname, answer.clone());
    // A page that is over drains and empties itself; a clinic's has nothing left to say.
    if (answer.status === 410 && pathname.startsWith('/c/')) await cache.delete(pathname);
    return answer.status >= 500 && kept ? kept : answer;
  } catch {
    return kept ?? Response.error();
  }
};

/** Files whose name changes with their content: what was fetched once need not be fetched again. */
const asset = async (request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url);
  const kept = await caches.match(pathname, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(KEPT_PAGES)).put(pathname, answer.clone());
  return answer;
};

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
