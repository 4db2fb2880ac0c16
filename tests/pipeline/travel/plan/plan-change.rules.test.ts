import { describe, expect, it } from 'vitest';
import { addLeg, replaceLeg } from '../../../../src/pipeline/travel/plan/plan-change.ts';
import { noteTickets } from '../../../../src/pipeline/travel/plan/tickets.ts';
import { aBatchBoarding } from '../../../support/batches.ts';

const TRAIN = { id: 'old', fromPlace: '兰州站', toPlace: '昆山', vehicle: 'K1352', departsAt: 1 };
const LATER = { ...TRAIN, id: 'new', departsAt: 2, seats: 40, hasSeatPlan: false };
const ticketed = aBatchBoarding(['王兰花', '赵小军'])
  .after((s) => addLeg(s, TRAIN))
  .after((s) => noteTickets(s, TRAIN, [{ placementId: '王兰花', seat: '8车12A' }]));
function ticketsAfter(next: typeof LATER) {
  const replaced = ticketed.after((s) => replaceLeg(s, TRAIN, next, []));
  return replaced.snapshot.placements[0]?.tickets;
}

describe('the seats on tickets', () => {
  it('are kept where the times of the train change', () => {
    expect(ticketsAfter(LATER)).toEqual({ new: '8车12A' });
  });

  it('are given up where another train goes instead', () => {
    expect(ticketsAfter({ ...LATER, vehicle: 'K1354' })).toEqual({});
  });
});
