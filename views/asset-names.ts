type AssetName =
  | 'css'
  | 'print'
  | 'app'
  | 'queue'
  | 'rollCall'
  | 'square'
  | 'scanner'
  | 'scannerWasm'
  | 'serviceWorker'
  | 'icon'
  | 'htmx';
declare const SONGXING_ASSETS: Record<AssetName, string> | undefined;

/** Addresses of the assets with their content's hash in the name; set by the build. */
export const ASSETS: Record<AssetName, string> =
  typeof SONGXING_ASSETS === 'undefined'
    ? {
        css: '/assets/app.css',
        print: '/assets/print.css',
        app: '/assets/app.js',
        queue: '/assets/queue.js',
        rollCall: '/assets/roll-call.js',
        square: '/assets/square.js',
        scanner: '/assets/scanner.js',
        scannerWasm: '/assets/zxing-reader.wasm',
        serviceWorker: '/assets/service-worker.js',
        icon: '/assets/icon.svg',
        htmx: '/assets/htmx.js',
      }
    : SONGXING_ASSETS;
