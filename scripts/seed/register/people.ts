/** 8,283 people, 2,989 of them skilled: the size of the town's register. */
import { DAY, dayOf } from '../../../src/clock.ts';
import { type WorkerRow, workerRowOf } from '../../../src/registry/worker-rows.queries.ts';
import { type Random, randomFrom } from '../random.ts';
import { type CertificateRow, certificateOf } from './certificate.ts';
import { type LikenessRow, makeLikenesses } from './likeness.ts';
import { personDrawer } from './person.ts';
import { wishOf } from './wish.ts';

const PEOPLE = 8283;
const SKILLED = 2989;

/** Rows of the register, as they are inserted. */
type Register = {
  workers: WorkerRow[];
  certificates: CertificateRow[];
  likenesses: LikenessRow[];
};

/**
 * The register of the town. `count` scales it for the benches; the share of skilled people stays.
 * @param secret what their ID numbers are hidden with
 */
export async function townspeople(
  random: Random,
  secret: string,
  villageIds: string[],
  now: number,
  count = PEOPLE,
): Promise<Register> {
  const today = dayOf(now);
  const skilled = Math.round((count * SKILLED) / PEOPLE);
  const draw = personDrawer(random, villageIds, now);
  const workers: WorkerRow[] = [];
  const certificates: CertificateRow[] = [];
  // Drawn apart, so that what people wish changes nobody's name or age.
  const wishes = randomFrom(20_270_307);
  let lastWho: { id: string; village: string } | null = null;
  for (let serial = 0; serial < count; serial++) {
    const person = draw(serial, serial < skilled);
    const row = await workerRowOf(secret, person, now - 400 * DAY);
    const neighbour = lastWho?.village === row.villageId ? lastWho.id : undefined;
    workers.push({ ...row, ...wishOf(wishes, person.availability, neighbour, now) });
    if (person.availability === 'wants') lastWho = { id: row.id, village: row.villageId };
    if (person.skilled) certificates.push(...certificateOf(random, row, today, now));
  }
  const likenesses = makeLikenesses(workers, now);
  return { workers, certificates, likenesses };
}
