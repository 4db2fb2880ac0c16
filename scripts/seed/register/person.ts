/** One of the townspeople: drawn, but for the numbers that follow from their place in the list. */
import { addDays, DAY, dayOf } from '../../../src/clock.ts';
import type { TradeCode } from '../../../src/registry/trade.ts';
import type { NewWorker } from '../../../src/registry/worker-rows.queries.ts';
import type { Availability } from '../../../src/registry/worker.ts';
import type { Random } from '../random.ts';
import { idNumber, personName, SKILLED_TRADES } from '../town.ts';

const AVAILABILITIES: [Availability, number][] = [
  ['wants', 14],
  ['home', 38],
  ['away', 40],
  ['unwilling', 8],
];

/**
 * Draws people, each with an ID number of their own. What is drawn in which order says who they
 * are: a new drawing in between makes another town.
 */
export function personDrawer(
  random: Random,
  villageIds: string[],
  now: number,
): (serial: number, isSkilled: boolean) => NewWorker {
  const today = dayOf(now);
  const seen = new Set<string>();
  return (serial, isSkilled) => {
    const female = random.next() < 0.44;
    const birth = birthOf(serial, bornOn(random, today), female, seen);
    const trade = tradeOf(random, isSkilled);
    const availability = random.weighted(AVAILABILITIES);
    return {
      name: personName(random, female),
      ...birth,
      sex: female ? 'female' : 'male',
      phone: phone(serial),
      villageId: random.pick(villageIds),
      groupName: `${random.pick(['一', '二', '三', '四', '五', '六'])}社`,
      trade,
      skilled: isSkilled,
      availability,
      availabilityAt: null,
      kin: { name: personName(random, !female), relation: '配偶', phone: phone(serial + 9000) },
      dataConsentAt: now - random.int(10, 400) * DAY,
    };
  };
}

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

/** Born on that day, or as many days before it as others were who would have the same number. */
function birthOf(
  serial: number,
  day: string,
  female: boolean,
  seen: Set<string>,
): Pick<NewWorker, 'idNumber' | 'bornOn'> {
  const number = idNumber(serial, day, female);
  if (seen.has(number)) return birthOf(serial, addDays(day, -1), female, seen);
  seen.add(number);
  return { idNumber: number, bornOn: day };
}

function tradeOf(random: Random, isSkilled: boolean): TradeCode {
  if (isSkilled) return random.weighted(SKILLED_TRADES);
  return random.next() < 0.8 ? 'general' : 'farming';
}

function phone(serial: number): string {
  return `1370${String(1_000_000 + serial * 97).slice(-7)}`;
}
