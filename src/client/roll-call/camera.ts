type Detector = { detect(source: CanvasImageSource): Promise<{ rawValue: string }[]> };
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector } | undefined;

const LOOK_MS = 250;
const WIDTH = 640;

type Reader = (canvas: HTMLCanvasElement) => Promise<string[]>;

type Sources = { scanner: string; wasm: string };

/** Ours, which has to be loaded. */
async function ownReader({ scanner, wasm }: Sources): Promise<Reader> {
  const { readerFrom } = (await import(scanner)) as typeof import('./scanner.ts');
  return readerFrom(wasm);
}

/**
 * The phone's own reader, which needs nothing loaded; null where it has none, or one that does not
 * start.
 */
function builtInReader(): Reader | null {
  if (typeof BarcodeDetector === 'undefined') return null;
  try {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (canvas) => (await detector.detect(canvas)).map(({ rawValue }) => rawValue);
  } catch {
    return null;
  }
}

/**
 * A built-in reader that sees nothing for so long is not believed alone: on some phones it is there
 * and finds nothing, ever.
 */
const ALONE_LOOKS = 8;

/**
 * The built-in reader where it works; ours where there is none, where it fails, and beside it where
 * it finds nothing.
 */
async function readerOf(sources: Sources): Promise<Reader> {
  const builtIn = builtInReader();
  if (builtIn === null) return ownReader(sources);
  let own: Promise<Reader> | undefined;
  let inVain = 0;
  return async (canvas) => {
    const found = await builtIn(canvas).catch(() => null);
    if (found !== null && found.length > 0) {
      inVain = 0;
      return found;
    }
    inVain = found === null ? ALONE_LOOKS : inVain + 1;
    if (inVain < ALONE_LOOKS) return [];
    own ??= ownReader(sources);
    return (await own)(canvas);
  };
}

/**
 * Looks through the camera until it is told to stop. Throws where there is no camera or reader, or
 * it may not be used.
 */
export async function watch(
  video: HTMLVideoElement,
  sources: Sources,
  onText: (text: string) => void,
): Promise<() => void> {
  const read = await readerOf(sources);
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: 'environment', width: WIDTH },
  });
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement('canvas');
  let isOn = true;
  const look = async (): Promise<void> => {
    if (!isOn) return;
    if (video.videoWidth > 0) {
      canvas.width = WIDTH;
      canvas.height = Math.round((video.videoHeight / video.videoWidth) * WIDTH);
      canvas
        .getContext('2d', { willReadFrequently: true })
        ?.drawImage(video, 0, 0, canvas.width, canvas.height);
      for (const text of await read(canvas).catch(() => [])) onText(text);
    }
    setTimeout(() => void look(), LOOK_MS);
  };
  void look();
  return () => {
    isOn = false;
    for (const track of stream.getTracks()) track.stop();
  };
}
