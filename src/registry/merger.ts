/** What of two entries decides whether they may become one. */
export type Entry = {
  id: string;
  mergedInto: string | null;
  erasedAt: number | null;
  active: boolean;
};

export type MergerError = 'merger_same' | 'merger_gone' | 'merger_both_active';

/**
 * Why two entries cannot be made one; null where they can. A person is in one active batch at a
 * time, so only one of the two may be.
 */
export function mergerError(kept: Entry | undefined, gone: Entry | undefined): MergerError | null {
  if (!kept || !gone || kept.mergedInto !== null || gone.mergedInto !== null) return 'merger_gone';
  if (kept.erasedAt !== null || gone.erasedAt !== null) return 'merger_gone';
  if (kept.id === gone.id) return 'merger_same';
  return kept.active && gone.active ? 'merger_both_active' : null;
}
