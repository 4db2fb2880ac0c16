import type { Decision } from '../batch/change.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { activePlacement } from '../recruitment/placement.ts';
import type { PaperKind } from './paper-kind.ts';

/**
 * Papers of which no picture is kept: a bank card's number, a criminal record and a report of an
 * examination with its values are nobody's business here; that somebody has seen them is enough.
 */
export const NOT_PHOTOGRAPHED: readonly PaperKind[] = [
  'bank_account',
  'occupational_exam',
  'police_check',
];

/**
 * A photo of a paper has come. A paper that was lacking or sent back has thereby been handed in.
 */
export function receivePhoto(s: Snapshot, id: string, kind: PaperKind): Decision {
  if (NOT_PHOTOGRAPHED.includes(kind)) return { error: 'photo_not_kept' };
  const found = activePlacement(s, id);
  if ('error' in found) return found;
  const { papers } = found.p;
  const state = papers[kind] ?? 'missing';
  const isNews = state === 'missing' || state === 'rejected' || state === 'expired';
  return {
    ...(isNews
      ? { placements: [{ id, set: { papers: { ...papers, [kind]: 'submitted' as const } } }] }
      : {}),
    entries: [{ kind: 'photo_taken', placementId: id, detail: { paper: kind } }],
  };
}
