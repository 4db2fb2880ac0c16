/** The way there: departure, a tyre that burst, arrival, and the employer's signature. */
import { newId } from '../../../src/ids.ts';
import { insertEntry } from '../../../src/pipeline/ledger/ledger.queries.ts';
import { insertHandover } from '../../../src/pipeline/travel/handover/handover.queries.ts';
import { handOver } from '../../../src/pipeline/travel/handover/handover.ts';
import { insertIncident } from '../../../src/pipeline/travel/happenings.queries.ts';
import { recordIncident } from '../../../src/pipeline/travel/incident.ts';
import { depart } from '../../../src/pipeline/travel/manifest.ts';
import { arrive } from '../../../src/pipeline/travel/roll-call/arrival.ts';
import type { Play } from '../play/play.ts';
import { called } from './roll-call.ts';

/** Everybody boards in the morning, arrives a day later, and is handed over. */
export function travelled(play: Play): Play {
  play.at = Date.parse(`${play.s.departsOn}T07:00:00+08:00`);
  called(play, 'expected', () => 'boarded')
    .step('batch.depart', depart)
    .later(0, 3);
  brokeDown(play).later(1, 3);
  called(play, 'boarded', () => 'arrived')
    .step('batch.arrive', arrive)
    .later(0, 1);
  return handedOver(play).settle();
}

/** What the incident says to the rules; its note and its cost are its rows' own. */
const TROUBLE = {
  kind: 'breakdown' as const,
  people: [],
  note: '',
  called: '',
  policeReport: '',
};
const COST_FEN = 60_000;

function brokeDown(play: Play): Play {
  const { id: batchId } = play.s;
  const id = newId(play.at);
  const happenedAt = play.at;
  return play.step(
    'incident.record',
    (s) => recordIncident(s, TROUBLE),
    () => [
      insertIncident(play.orm, {
        ...TROUBLE,
        id,
        batchId,
        note: '爆胎,换车用了四十分钟,赶上了火车',
        occurredAt: play.at,
        recordedAt: play.at,
        actor: 'link:demo',
        costFen: COST_FEN,
        answerable: 'carrier',
      }),
      ...insertEntry(play.orm, {
        id: `incident:${id}`,
        batchId,
        line: 'escort',
        kind: 'spent',
        amountFen: COST_FEN,
        bearer: 'carrier',
        origin: 'incident',
        originId: id,
        at: happenedAt,
        actor: 'link:demo',
      }),
    ],
    'link:demo',
  );
}

function handedOver(play: Play): Play {
  const people = play.people((p) => p.travel === 'arrived').map((p) => p.id);
  const signature = { count: people.length, people, rejected: [] };
  return play.step(
    'handover.sign',
    (s, at) => handOver(s, signature, at),
    (s) => [
      insertHandover(play.orm, {
        id: newId(play.at),
        batchId: s.id,
        ...signature,
        name: play.plan.employer.contactName,
        at: play.at,
      }),
    ],
    'link:demo',
  );
}
