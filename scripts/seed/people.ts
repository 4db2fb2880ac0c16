/** 8,283 people, 2,989 of them skilled: the size of the town's register. */
import { addDays, dayOf } from '../../src/clock.ts';
import { type TradeCode, TRADES } from '../../src/registry/trade.ts';
import type { Province } from '../../src/registry/province.ts';
import type { Availability, Wish } from '../../src/registry/worker.ts';
import {
  type NewWorker,
  type WorkerRow,
  workerRowOf,
} from '../../src/registry/worker-rows.queries.ts';
import { newId } from '../../src/ids.ts';
import { randomFrom, type Random } from './random.ts';
import { idNumber, personName, SKILLED_TRADES } from './town.ts';

export const PEOPLE = 8283;
export const SKILLED = 2989;

export type CertificateRow = {
  id: string;
  workerId: string;
  trade: TradeCode;
  level: string;
  expiresOn: string | null;
};

type LikenessRow = {
  oneId: string;
  otherId: string;
  reason: 'name_and_phone';
  foundAt: number;
  state: 'open';
};

function bornOn(random: Random, today: string): string {
  const age = random.weighted([
    [random.int(16, 17), 1],
    [random.int(18, 25), 17],
    [random.int(26, 35), 26],
    [random.int(36, 45), 27],
    [random.int(46, 55), 21],
    [random.int(56, 63), 8],
  ]);
  return addDays(today, -Math.floor(age * 365.25) - random.int(1, 360));
}

function phone(serial: number): string {
  return `1370${String(1_000_000 + serial * 97).slice(-7)}`;
}

const PLACES: Province[] = ['jiangsu', 'guangdong', 'zhejiang', 'shanghai', 'fujian', 'xinjiang'];

/**
 * What somebody said of going, and when: most of those who want to go said it lately, some added
 * conditions.
 */
function wishOf(
  random: Random,
  availability: Availability,
  companion: string | undefined,
  now: number,
) {
  const days = random.int(3, availability === 'wants' ? 100 : 400);
  const isPrecise = availability === 'wants' && random.next() < 0.45;
  const wish: Wish = {
    from: random.next() < 0.2 ? addDays(dayOf(now), random.int(-20, 60)) : null,
    provinces: random.next() < 0.6 ? [random.pick(PLACES), random.pick(PLACES)] : [],
    trades: [],
    leastFen: random.next() < 0.4 ? random.int(30, 60) * 10_000 : null,
    companions: companion && random.next() < 0.4 ? [companion] : [],
  };
  return {
    availabilityAt: availability === 'away' ? null : now - days * 86_400_000,
    wish: isPrecise ? wish : null,
  };
}

/**
 * The register of the town. `count` scales it for the benches; the share of skilled people stays.
 */
export async function townspeople(
  random: Random,
  secret: string,
  villageIds: string[],
  now: number,
  count = PEOPLE,
): Promise<{ workers: WorkerRow[]; certificates: CertificateRow[]; likenesses: LikenessRow[] }> {
  const today = dayOf(now);
  const skilled = Math.round((count * SKILLED) / PEOPLE);
  const workers: WorkerRow[] = [];
  const certificates: CertificateRow[] = [];
  const seen = new Set<string>();
  // Drawn apart, so that what people wish changes nobody's name or age.
  const wishes = randomFrom(20_270_307);
  let lastWho: { id: string; village: string } | null = null;
  for (let serial = 0; serial < count; serial++) {
    const female = random.next() < 0.44;
    let born = bornOn(random, today);
    let number = idNumber(serial, born, female);
    while (seen.has(number)) {
      born = addDays(born, -1);
      number = idNumber(serial, born, female);
    }
    seen.add(number);
    const isSkilled = serial < skilled;
    const unskilled = (): TradeCode => (random.next() < 0.8 ? 'general' : 'farming');
    const trade: TradeCode = isSkilled ? random.weighted(SKILLED_TRADES) : unskilled();
    const availability: Availability = random.weighted([
      ['wants', 14],
      ['home', 38],
      ['away', 40],
      ['unwilling', 8],
    ]);
    const person: NewWorker = {
      name: personName(random, female),
      idNumber: number,
      bornOn: born,
      sex: female ? 'female' : 'male',
      phone: phone(serial),
      villageId: random.pick(villageIds),
      groupName: `${random.pick(['一', '二', '三', '四', '五', '六'])}社`,
      trade,
      skilled: isSkilled,
      availability,
      availabilityAt: null,
      kin: { name: personName(random, !female), relation: '配偶', phone: phone(serial + 9000) },
      dataConsentAt: now - random.int(10, 400) * 86_400_000,
    };
    const row = await workerRowOf(secret, person, now - 400 * 86_400_000);
    const neighbour = lastWho?.village === row.villageId ? lastWho.id : undefined;
    workers.push({ ...row, ...wishOf(wishes, availability, neighbour, now) });
    if (availability === 'wants') lastWho = { id: row.id, village: row.villageId };
    if (isSkilled && (TRADES[trade].licensed || random.next() < 0.35))
      certificates.push({
        id: newId(now),
        workerId: row.id,
        trade,
        level: random.pick(['初级', '中级', '中级', '高级']),
        expiresOn: random.next() < 0.2 ? null : addDays(today, random.int(-60, 1200)),
      });
  }
  // Two who were entered twice, with a wrong ID number each: the same name and the same phone.
  const likenesses = [
    [40, 240],
    [41, 341],
  ].flatMap(([one = 0, other = 0]): LikenessRow[] => {
    const [first, second] = [workers[one], workers[other]];
    if (!first || !second) return [];
    const { name, pinyin, initials, phone: same, phoneLast4 } = first;
    workers[other] = {
      ...second,
      name,
      pinyin,
      initials,
      phone: same,
      phoneLast4,
      villageId: first.villageId,
    };
    const [oneId = '', otherId = ''] = [first.id, second.id].sort();
    return [{ oneId, otherId, reason: 'name_and_phone', foundAt: now, state: 'open' }];
  });
  return { workers, certificates, likenesses };
}
