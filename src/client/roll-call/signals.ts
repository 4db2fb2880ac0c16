/**
 * A short buzz and tone for what went well, and another for what did not, so that eyes can stay on
 * the faces.
 */
let audio: AudioContext | undefined;

function tone(hertz: number, from: number, seconds: number): void {
  try {
    play(hertz, from, seconds);
  } catch {
    // A phone that cannot make the sound still shows what was said.
  }
}

function play(hertz: number, from: number, seconds: number): void {
  if (!audio) return;
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  volume.gain.value = 0.08;
  oscillator.frequency.value = hertz;
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(audio.currentTime + from);
  oscillator.stop(audio.currentTime + from + seconds);
}

/** Sound may only begin with a tap. */
function wake(): void {
  try {
    audio ??= new AudioContext();
  } catch {
    // A phone without sound still buzzes.
  }
}

function buzz(pattern: number | number[]): void {
  try {
    if ('vibrate' in navigator) navigator.vibrate(pattern);
  } catch {
    // Forbidden, or broken: the eyes will do.
  }
}

export function good(): void {
  wake();
  buzz(30);
  tone(880, 0, 0.08);
}

export function taken(): void {
  wake();
  buzz([20, 40, 20]);
  tone(440, 0, 0.1);
}

export function twice(): void {
  wake();
  buzz([60, 60, 120]);
  tone(330, 0, 0.12);
  tone(330, 0.18, 0.12);
}
