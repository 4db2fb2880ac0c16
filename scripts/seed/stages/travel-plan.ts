/** Who leads the way, by coach and by train. */
import { DAY } from '../../../src/clock.ts';
import { newId } from '../../../src/ids.ts';
import { lacks } from '../../../src/pipeline/gates.ts';
import { insertFare } from '../../../src/pipeline/ledger/ledger.queries.ts';
import { lockManifest } from '../../../src/pipeline/travel/manifest.ts';
import { addLeg, planChange } from '../../../src/pipeline/travel/plan/plan-change.ts';
import { insertEscort, insertLeg } from '../../../src/pipeline/travel/travel.queries.ts';
import type { Play } from '../play/play.ts';

/** An escort and two legs; then it is fixed who travels. */
export async function planned(play: Play): Promise<Play> {
  await escorted(play);
  const seats = play.s.headcount + 3;
  for (const leg of legsOf(play, seats)) withLeg(play, leg, seats);
  return play.step('manifest.lock', (s, at) => lockManifest(s, at, lacks(s, 'documents')));
}

async function escorted(play: Play): Promise<void> {
  const escort = {
    id: newId(play.at),
    batchId: play.s.id,
    name: '马建成',
    phone: '13800000301',
    role: 'cadre' as const,
  };
  play.step(
    'escort.add',
    (s) => planChange(s, { kind: 'escort_added', detail: { escort: escort.name } }),
    () => [insertEscort(play.orm, escort)],
  );
  await play.link('escort', escort.id);
  // How many escorts there are, a batch knows from their rows only.
  await play.readAnew();
}

type PlannedLeg = ReturnType<typeof legsOf>[number];

function legsOf(play: Play, seats: number) {
  const at = (time: string, days = 0): number =>
    Date.parse(`${play.s.departsOn}T${time}:00+08:00`) + days * DAY;
  return [
    {
      mode: 'coach' as const,
      vehicle: '甘G·00088',
      fromPlace: '河湾镇',
      toPlace: '兰州站',
      departsAt: at('08:00'),
      arrivesAt: at('11:30'),
      driver: '康师傅',
      driverPhone: '13800000401',
      costFen: 180_000,
    },
    {
      mode: 'train' as const,
      vehicle: 'K1352',
      fromPlace: '兰州站',
      toPlace: play.plan.employer.city,
      departsAt: at('13:20'),
      arrivesAt: at('14:00', 1),
      ticketed: true,
      costFen: 19_850 * seats,
    },
  ];
}

function withLeg(play: Play, leg: PlannedLeg, seats: number): void {
  play.step(
    'leg.add',
    (s) => addLeg(s, leg),
    (s) => {
      const id = newId(play.at);
      const actor = `account:${s.coordinatorId}`;
      const fare = { batchId: s.id, legId: id, amountFen: leg.costFen, at: play.at, actor };
      return [
        insertLeg(play.orm, { id, batchId: s.id, position: s.seq, seats, ...leg }),
        ...insertFare(play.orm, fare),
      ];
    },
  );
}
