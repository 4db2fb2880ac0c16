import type { WorkerRow } from '../../../src/registry/worker-rows.queries.ts';

/** Two entries that may be one person, the smaller id first. */
export type LikenessRow = {
  oneId: string;
  otherId: string;
  reason: 'name_and_phone';
  foundAt: number;
  state: 'open';
};

const ENTERED_TWICE: [one: number, other: number][] = [
  [40, 240],
  [41, 341],
];

/**
 * Two who were entered twice, with a wrong ID number each: the same name and the same phone.
 * Changes the other entry of each; leaves out whom a small register does not have.
 */
export function makeLikenesses(workers: WorkerRow[], now: number): LikenessRow[] {
  return ENTERED_TWICE.flatMap(([one, other]): LikenessRow[] => {
    const [first, second] = [workers[one], workers[other]];
    if (!first || !second) return [];
    const { name, pinyin, initials, phone, phoneLast4, villageId } = first;
    workers[other] = { ...second, name, pinyin, initials, phone, phoneLast4, villageId };
    const [oneId = '', otherId = ''] = [first.id, second.id].sort();
    return [{ oneId, otherId, reason: 'name_and_phone', foundAt: now, state: 'open' }];
  });
}
