import type { PaperState } from './paper-state.ts';
import type { Placement } from '../batch/placement.ts';
import type { PaperKind } from './paper-kind.ts';

/**
 * Papers that are the person's own and go with them from batch to batch; the others belong to one
 * post and its hazards.
 */
export const CARRIED: readonly PaperKind[] = [
  'id_card',
  'photo',
  'bank_account',
  'health_certificate',
  'trade_certificate',
  'police_check',
  'residence_permit',
];

export type EarlierPaper = { kind: PaperKind; state: PaperState; until: string | null };

/**
 * What somebody brings along, as far as it still holds on the day of departure: papers verified in
 * earlier batches, and certificates of the register, which are looked at once more.
 */
export function broughtAlong(
  earlier: EarlierPaper[],
  departsOn: string,
): Pick<Placement, 'papers' | 'paperUntil'> {
  const held = earlier.filter(
    ({ kind, state, until }) =>
      (state === 'verified' || state === 'submitted') &&
      CARRIED.includes(kind) &&
      (until === null || until >= departsOn),
  );
  return {
    papers: Object.fromEntries(held.map(({ kind, state }) => [kind, state])),
    paperUntil: Object.fromEntries(
      held.flatMap(({ kind, until }) => (until === null ? [] : [[kind, until]])),
    ),
  };
}
