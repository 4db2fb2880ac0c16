import type { TapTime } from '../pipeline/batch/tap-time.ts';

/** The station's clock as it was last heard, and what this phone's own clock showed then. */
export type Heard = { station: number; wall: number };

/** Runs while the page lives and is set by nobody; a phone that sleeps may stop it. */
function steady(): number {
  return performance.now();
}

/**
 * What a phone can say of the time. Its own clock may be wrong, and is set right by the network
 * just when a signal comes back; so each tap is also told by the station's clock as it was last
 * heard, and by a clock that nobody sets.
 */
export class PhoneClock {
  private heardAt: (Heard & { steady: number }) | null = null;
  private readonly taps = new Map<string, number>();

  /**
   * Takes note of the station's clock. A time that is older than one that was heard before says
   * nothing.
   */
  hear(station: number | null, wall = Date.now()): void {
    if (station === null || station <= 0 || station < (this.heardAt?.station ?? 0)) return;
    this.heardAt = { station, wall, steady: steady() };
  }

  /** What is to be kept for the next time the page is opened. */
  get heard(): Heard | null {
    return this.heardAt && { station: this.heardAt.station, wall: this.heardAt.wall };
  }

  /** When something was tapped just now, in all the ways in which this phone can tell. */
  tap(id: string): TapTime {
    const at = Date.now();
    this.taps.set(id, steady());
    const { heardAt } = this;
    if (!heardAt) return { at };
    return {
      at,
      least: Math.round(heardAt.station + steady() - heardAt.steady),
      since: heardAt.station + at - heardAt.wall,
    };
  }

  /**
   * How long ago a tap was, in milliseconds of the clock that nobody sets; undefined where the page
   * was opened since.
   */
  age(id: string): number | undefined {
    const tapped = this.taps.get(id);
    return tapped === undefined ? undefined : Math.max(0, Math.round(steady() - tapped));
  }
}
