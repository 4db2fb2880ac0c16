declare const SONGXING_ASSETS: { css: string; app: string; queue: string; htmx: string } | undefined;

/** Addresses of the assets with their content's hash in the name; set by the build. */
export const ASSETS =
  typeof SONGXING_ASSETS === 'undefined'
    ? { css: '/assets/app.css', app: '/assets/app.js', queue: '/assets/queue.js', htmx: '/assets/htmx.js' }
    : SONGXING_ASSETS;
