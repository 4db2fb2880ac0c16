import { watch } from './camera.ts';

/** The card stays before the camera for a while: it is read once. */
const SAME_MS = 3000;

function panel(): HTMLElement | null {
  return document.getElementById('camera');
}
let stop: (() => void) | undefined;

export function closeCamera(): void {
  stop?.();
  stop = undefined;
  panel()?.setAttribute('hidden', '');
}

function open(said: string): { video: HTMLVideoElement; canvas: HTMLCanvasElement } | null {
  closeCamera();
  const box = panel();
  const [video, canvas, words] = [
    box?.querySelector('video'),
    box?.querySelector('canvas'),
    box?.querySelector('p'),
  ];
  if (!box || !video || !canvas || !words) return null;
  box.removeAttribute('hidden');
  words.textContent = said;
  return { video, canvas };
}

/** Looks for squares until the panel is closed. Throws where this phone cannot. */
export async function lookForSquares(
  said: string,
  sources: { scanner: string; wasm: string },
  onText: (text: string) => void,
): Promise<void> {
  const parts = open(said);
  if (!parts) return;
  parts.canvas.hidden = true;
  parts.video.hidden = false;
  let last = '';
  try {
    stop = await watch(parts.video, sources, (text) => {
      if (text === last) return;
      last = text;
      setTimeout(() => {
        if (last === text) last = '';
      }, SAME_MS);
      onText(text);
    });
  } catch (error) {
    closeCamera();
    throw error;
  }
}

/** What draws squares, from its address. */
export function squares(address: string) {
  return import(address) as Promise<typeof import('./square.ts')>;
}

/**
 * Shows a text as a square, for another phone's camera. Throws where what draws it was never
 * loaded.
 */
export async function showSquare(said: string, text: string, address: string): Promise<void> {
  const { draw } = await squares(address);
  const parts = open(said);
  if (!parts) return;
  parts.video.hidden = true;
  parts.canvas.hidden = false;
  draw(parts.canvas, text);
  parts.canvas.dataset['text'] = text;
  panel()?.scrollIntoView();
}
