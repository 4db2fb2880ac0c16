type Detector = { detect(source: CanvasImageSource): Promise<{ rawValue: string }[]> };
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector } | undefined;

const LOOK_MS = 250;
const WIDTH = 640;

type Reader = (canvas: HTMLCanvasElement) => Promise<string[]>;

/** The phone's own reader, which needs nothing loaded; where it has none, ours. */
const readerOf = async (scanner: string, wasm: string): Promise<Reader> => {
  if (typeof BarcodeDetector !== 'undefined') {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (canvas) => (await detector.detect(canvas)).map(({ rawValue }) => rawValue);
  }
  const { readerFrom } = (await import(scanner)) as typeof import('./scanner.ts');
  return readerFrom(wasm);
};

type Sources = { scanner: string; wasm: string };

/** Looks through the camera until it is told to stop. Throws where there is no camera or reader, or it may not be used. */
export const watch = async (
  video: HTMLVideoElement,
  { scanner, wasm }: Sources,
  onText: (text: string) => void,
): Promise<() => void> => {
  const read = await readerOf(scanner, wasm);
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: WIDTH } });
  video.srcObject = stream;
  await video.play();
  const canvas = document.createElement('canvas');
  let isOn = true;
  const look = async (): Promise<void> => {
    if (!isOn) return;
    if (video.videoWidth > 0) {
      canvas.width = WIDTH;
      canvas.height = Math.round((video.videoHeight / video.videoWidth) * WIDTH);
      canvas.getContext('2d', { willReadFrequently: true })?.drawImage(video, 0, 0, canvas.width, canvas.height);
      for (const text of await read(canvas).catch(() => [])) onText(text);
    }
    setTimeout(() => void look(), LOOK_MS);
  };
  void look();
  return () => {
    isOn = false;
    for (const track of stream.getTracks()) track.stop();
  };
};
