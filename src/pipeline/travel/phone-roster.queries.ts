import { printedDigits } from '../../access/printed.ts';
import type { Seen } from '../batch/seen.queries.ts';
import type { PhoneRoster } from './phone-roster.ts';

/** The roster for an escort's phone: those on the manifest and those who were on board. */
export const phoneRoster = async (
  secret: string,
  { s, workers, villages }: Seen,
  legs: PhoneRoster['plan']['legs'],
): Promise<PhoneRoster> => {
  const workerOf = new Map(workers.map((w) => [w.id, w]));
  const villageOf = new Map(villages.map((v) => [v.id, v.name]));
  const { seq, code, lockedAt, departedAt, arrivedAt, handedOverAt, phones } = s;
  const listed = s.placements.filter(
    (p) => (p.recruitment === 'selected' && p.exit === null) || p.travel !== 'expected',
  );
  return {
    seq,
    code,
    lockedAt,
    departedAt,
    arrivedAt,
    handedOverAt,
    phones,
    plan: { version: s.planVersion, legs },
    held: s.heldEntries.map(({ deed }) => deed.kind),
    people: await Promise.all(
      listed.map(async (p) => {
        const worker = workerOf.get(p.workerId);
        return {
          id: p.id,
          name: p.name,
          village: villageOf.get(worker?.villageId ?? '') ?? '',
          phone: worker?.phone ?? '',
          kin: worker?.kin ? { name: worker.kin.name, phone: worker.kin.phone } : null,
          code: await printedDigits(secret, 'card', p.id),
          captain: p.captain,
          hasLeft: p.exit !== null,
          askFirst: p.travelFit === 'no',
          travel: p.travel,
          roll: p.roll,
        };
      }),
    ),
  };
};
