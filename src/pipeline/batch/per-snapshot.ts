import type { Snapshot } from './snapshot.ts';

/**
 * A projection of a snapshot, worked out once for each: a snapshot never changes, and one write
 * asks for it four times.
 */
export function perSnapshot<T>(project: (s: Snapshot) => T): (s: Snapshot) => T {
  const known = new WeakMap<Snapshot, { value: T }>();
  return (s) => {
    const found = known.get(s) ?? { value: project(s) };
    known.set(s, found);
    return found.value;
  };
}
