/** Lists and searches of the register at a million people. */
import { Client } from '../client.ts';
import { medianRatio, throughput } from '../load.ts';
import { say } from '../say.ts';
import { serveTown, type Town } from '../server.ts';

/** Alone and narrowed: what somebody looks for all day. */
const LISTS: [name: string, address: string][] = [
  ['everybody', '/workers'],
  ['name', '/workers?q=%E7%8E%8B'],
  ['pinyin', '/workers?q=wang'],
  ['initials', '/workers?q=wxj'],
  ['digits', '/workers?q=0097'],
  ['trade', '/workers?trade=welding'],
  ['trade_who_wants', '/workers?trade=welding&availability=wants'],
  ['who_wants', '/workers?availability=wants'],
  ['certificate', '/workers?certificate=welding'],
  ['ages', '/workers?from=20&to=30'],
  ['been_out', '/workers?outing=been'],
  ['village', '/workers?q=%E6%9F%B3%E6%A0%91%E6%9D%91'],
  ['name_and_trade', '/workers?q=%E7%8E%8B&trade=sewing&availability=wants&from=18&to=45'],
];

/**
 * At a million people every list reads a bounded number of rows in one round trip, and answers as
 * it does at 8,283. Throws where a list is not answered.
 */
export async function million(small: Town): Promise<void> {
  const big = await serveTown(8283, 8896, 121);
  try {
    const [there, here] = [
      await new Client(big.url).signIn(),
      await new Client(small.url).signIn(),
    ];
    for (const [name, address] of LISTS) {
      const visit = await there.send('GET', address);
      if (visit.status !== 200) throw new Error(`${address} answered ${visit.status}`);
      say(`million.rows_read.${name}`, visit.read, 400, 'rows', 'lower');
      say(`million.trips.${name}`, visit.trips, 1, 'round trips', 'lower');
    }
    const ratio = await medianRatio(
      () => listsASecond(there),
      () => listsASecond(here),
    );
    say('million.ratio_of_lists_to_8283', ratio, 0.8, 'ratio', 'higher');
  } finally {
    await big.stop();
  }
}

function listsASecond({ base, cookie }: Client): Promise<number> {
  return throughput(
    base,
    240,
    4,
    (i) => ({ method: 'GET', path: LISTS[i % LISTS.length]![1], headers: { cookie } }),
    [200],
  );
}
