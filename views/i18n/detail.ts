/** What a history line or a notice tells beside its kind: codes, numbers and names. */
export type Detail = Record<string, unknown>;

/** How a language writes days and times. */
export type Formats = { day: (iso: string) => string; time: (instant: number) => string };

/** A value of a detail as text; empty where it is missing. */
export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
