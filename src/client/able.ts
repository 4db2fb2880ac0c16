/**
 * Whether this browser has what a script needs before it takes a page's forms over. Where it has
 * not, the forms are sent plainly, as without script. Looked at, and not only named: a part may be
 * there and broken.
 */
const PARTS: Record<string, () => boolean> = {
  fetch: () => typeof fetch === 'function' && typeof Response === 'function',
  abort: () => typeof AbortController === 'function' && 'signal' in new AbortController(),
  forms: () => typeof FormData === 'function' && typeof FormData.prototype.entries === 'function',
  query: () => [...new URLSearchParams('a=b')].length === 1,
  random: () => crypto.getRandomValues(new Uint8Array(1)).length === 1,
  markup: () => typeof document.createElement('p').replaceChildren === 'function',
  parser: () =>
    new DOMParser().parseFromString('<p>1</p>', 'text/html').querySelector('p') !== null,
  text: () => 'aa'.replaceAll('a', 'b') === 'bb',
  clock: () => typeof performance.now() === 'number',
};

export function isAble(): boolean {
  try {
    return Object.values(PARTS).every((works) => works());
  } catch {
    return false;
  }
}
