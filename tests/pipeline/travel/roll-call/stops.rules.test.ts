import { describe, expect, it } from 'vitest';
import { CALL_NAME, elsewhere, stopsOf } from '../../../../src/pipeline/travel/roll-call/stops.ts';

function leg(fromPlace: string, toPlace: string, departsAt: number, arrivesAt: number) {
  return {
    fromPlace,
    toPlace,
    departsAt,
    arrivesAt,
  };
}

describe('the stops of a way', () => {
  it('are the places between its ends, each once, in the order of the way', () => {
    const legs = [
      leg('西安站', '昆山', 30, 40),
      leg('河湾镇', '兰州站', 0, 10),
      leg('兰州站', '西安站', 12, 20),
    ];
    expect(stopsOf(legs).map(({ name }) => name)).toEqual(['兰州站', '西安站']);
  });

  it('are none where nothing is planned, or coaches go side by side without a halt', () => {
    expect(stopsOf([leg('河湾镇', '昆山', 0, 10), leg('河湾镇', '昆山', 1, 12)])).toEqual([]);
    expect(stopsOf([])).toEqual([]);
  });

  it('are not where feeders set out but where they meet, since only there everybody is', () => {
    const feeders = [
      leg('一村', '镇上', 0, 5),
      leg('二村', '镇上', 3, 6),
      leg('镇上', '昆山', 8, 20),
    ];
    expect(stopsOf(feeders).map(({ name }) => name)).toEqual(['镇上']);
  });

  it('bear the same name on every phone, whatever else has changed in the plan', () => {
    const [lanzhou] = stopsOf([leg('河湾镇', '兰州站', 0, 10), leg('兰州站', '昆山', 12, 20)]);
    const later = stopsOf([
      leg('河湾镇', ' 兰州站', 5, 15),
      leg('兰州站 ', '西安站', 16, 20),
      leg('西安站', '昆山', 21, 30),
    ]);
    expect(later[0]).toEqual(lanzhou);
    expect(new Set(later.map(({ call }) => call)).size).toBe(2);
    for (const { call } of later) expect(call).toMatch(CALL_NAME);
  });
});

describe('a count elsewhere', () => {
  const one = elsewhere('aaaaaaaa', []);
  const two = elsewhere('bbbbbbbb', []);

  it('is of one phone, so that two that count at different places do not call one roll', () => {
    expect(one).not.toBe(two);
    expect(elsewhere('aaaaaaaa', [one, two])).toBe('count-2-aaaaaaaa');
  });

  it('has a name that is told from any other word', () => {
    for (const call of [one, two, 'count-3']) expect(call).toMatch(CALL_NAME);
    for (const call of ['count-', 'count-A', 'counting', 'boarding2'])
      expect(call).not.toMatch(CALL_NAME);
  });
});
