/** Batches whose people are at the clinic, or collect their papers. */
import { DAY } from '../../../src/clock.ts';
import { newId } from '../../../src/ids.ts';
import type { Placement } from '../../../src/pipeline/batch/placement.ts';
import { contractsAsAgreed } from '../../../src/pipeline/documents/contract.queries.ts';
import { lend } from '../../../src/pipeline/documents/custody.ts';
import { custody } from '../../../src/pipeline/documents/documents.tables.ts';
import type { PaperKind } from '../../../src/pipeline/documents/paper-kind.ts';
import { recordPaper, verifyForAll } from '../../../src/pipeline/documents/paper.ts';
import type { Play } from '../play/play.ts';
import { examined } from '../stages/health.ts';
import { recruited } from '../stages/recruitment.ts';
import { type Cast, opened } from './cast.ts';

/**
 * Papers: somebody's card is out of date, and lies with the police station for too long. Of others
 * there is no card yet, or no contract.
 */
export async function withLatePapers(cast: Cast): Promise<void> {
  const play = await opened(cast, {
    number: 4,
    employer: 0,
    trade: 'assembly',
    headcount: 40,
    openedDaysAgo: 22,
    startsInDays: 9,
  });
  recruited(play, cast, 5);
  await examined(play, cast.clinicIds[1]!, (i) => (i === 7 ? 'fit_restricted' : 'fit'));
  const holders = play.people((p) => p.heldPlace);
  play.at = cast.now - 9 * DAY;
  seen(play, holders.slice(0, 35), 'id_card');
  seen(play, holders.slice(0, 33), 'contract');
  seen(play, holders, 'insurance');
  outOfDate(play, holders[3]!);
  lent(play, holders[3]!);
  await play.write();
}

/** Health: one recheck, one unfit whose place a reserve can take, the rest still to come. */
export async function withUnfit(cast: Cast): Promise<void> {
  const play = await opened(cast, {
    number: 5,
    employer: 3,
    trade: 'bricklaying',
    headcount: 20,
    openedDaysAgo: 12,
    startsInDays: 14,
  });
  recruited(play, cast, 3);
  await examined(play, cast.clinicIds[0]!, (i) => {
    if (i === 2) return 'recheck';
    if (i === 4) return 'unfit';
    return i < 14 ? 'fit' : null;
  });
  await play.write();
}

function seen(play: Play, people: Placement[], kind: PaperKind): void {
  const ids = people.map((p) => p.id);
  play.step(
    'paper.verify_all',
    (s, at) => verifyForAll(s, ids, kind, null, at),
    (s, change) => contractsAsAgreed(play.orm, s, change, play.at, `account:${s.coordinatorId}`),
  );
}

function outOfDate(play: Play, { id }: Placement): void {
  const card = { kind: 'id_card' as const, state: 'expired' as const, reason: null, until: null };
  play.step('paper.record', (s, at) => recordPaper(s, id, card, at));
}

function lent(play: Play, { id: placementId }: Placement): void {
  const loan = {
    id: newId(play.at),
    kind: 'id_card' as const,
    holder: 'police_station' as const,
    keeper: '马建国',
    returnBy: play.inDays(play.s.figures.paperBack),
  };
  play.step(
    'custody.lend',
    (s, at) => lend(s, placementId, loan, at),
    (s) => [
      play.orm
        .insert(custody)
        .values({ ...loan, placementId, receiptNo: s.seq + 1, lentAt: play.at }),
    ],
  );
}
