import { newId } from '../../../src/ids.ts';
import { contractsAsAgreed } from '../../../src/pipeline/documents/contract.queries.ts';
import { paper } from '../../../src/pipeline/documents/documents.tables.ts';
import { verifyForAll } from '../../../src/pipeline/documents/paper.ts';
import { lastDay } from '../../../src/pipeline/documents/validity.ts';
import type { Play } from '../play/play.ts';

/** Every paper that the batch requires has been seen, of everybody who has a place. */
export function papersDone(play: Play): Play {
  for (const kind of play.s.requirements) {
    const ids = play.people((p) => p.heldPlace).map((p) => p.id);
    const until = lastDay(kind, play.s.order.trade, { issuedOn: play.inDays(0), expiresOn: null });
    play.step(
      'paper.verify_all',
      (s, at) => verifyForAll(s, ids, kind, until, at),
      (s, change) => [
        ...(change.placements ?? []).map((p) =>
          play.orm.insert(paper).values({
            id: newId(play.at),
            placementId: p.id,
            kind,
            state: 'verified',
            expiresOn: until,
            at: play.at,
          }),
        ),
        ...contractsAsAgreed(play.orm, s, change, play.at, 'workflow'),
      ],
    );
  }
  return play.settle();
}
