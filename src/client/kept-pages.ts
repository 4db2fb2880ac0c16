/** Where pages are kept on the device, and which. */
export const KEPT_PAGES = 'songxing-pages';
export const PAGES = /^\/[gc]\/[0-9A-Z]{26}$/;

/** Whether this browser can open the page again without a signal. WeChat's on iOS cannot. */
const canKeep = (): boolean => 'serviceWorker' in navigator && 'caches' in globalThis;

/**
 * Keeps this page and what it needs, from the first visit on.
 * @param more addresses of what it may load later
 * @returns whether it can be opened again without a signal
 */
export const keepPage = async (more: readonly string[] = []): Promise<boolean> => {
  if (!canKeep()) return false;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const cache = await caches.open(KEPT_PAGES);
    const parts = [
      ...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[rel=stylesheet]'),
    ];
    await cache.addAll([location.pathname, ...parts.map((part) => ('src' in part ? part.src : part.href)), ...more]);
    return true;
  } catch {
    // Without a signal now, it may have been kept before.
    return (await caches.match(location.pathname).catch(() => undefined)) !== undefined;
  }
};

/** Forgets this page; with the last of the kept pages everything else that they needed. */
export const forgetPage = async (): Promise<void> => {
  if (!canKeep()) return;
  const cache = await caches.open(KEPT_PAGES);
  await cache.delete(location.pathname);
  const left = await cache.keys();
  if (!left.some((request) => PAGES.test(new URL(request.url).pathname))) await caches.delete(KEPT_PAGES);
};
