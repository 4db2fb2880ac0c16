/** From the confirmed order to those who have a place. */
import { DAY } from '../../../src/clock.ts';
import { newId } from '../../../src/ids.ts';
import { each } from '../../../src/pipeline/batch/change.ts';
import { consent } from '../../../src/pipeline/recruitment/consent.ts';
import { putOnReserve, selectAll } from '../../../src/pipeline/recruitment/placement.ts';
import { insertConsent } from '../../../src/pipeline/recruitment/recruitment.queries.ts';
import { offer, register } from '../../../src/pipeline/recruitment/registration.ts';
import { tell } from '../../../src/pipeline/recruitment/told.ts';
import type { Cast } from '../batches/cast.ts';
import type { Play } from '../play/play.ts';
import { confirmed } from './demand.ts';

/** Everybody has consented and has a place, or stands on the reserve list. */
export function recruited(play: Play, cast: Cast, extra: number): Play {
  const wanted = play.plan.headcount + extra;
  registered(play, cast, wanted);
  consented(offered(play).later(0, 6), wanted);
  play.step('placement.select', (s) =>
    selectAll(
      s,
      s.placements.filter((p) => p.recruitment === 'consented').map((p) => p.id),
    ),
  );
  const waiting = play.people((p) => p.recruitment === 'consented').map((p) => p.id);
  if (waiting.length > 0) play.step('placement.reserve', (s) => each(s, waiting, putOnReserve));
  return play.settle();
}

/** The order is confirmed; some have consented, and of these the first few have a place. */
export function halfRecruited(
  play: Play,
  cast: Cast,
  count: { registered: number; consented: number; selected: number },
): Play {
  registered(play, cast, count.registered);
  return consented(offered(play).later(0, 3), count.consented).step('placement.select', (s) =>
    selectAll(
      s,
      s.placements
        .filter((p) => p.recruitment === 'consented')
        .slice(0, count.selected)
        .map((p) => p.id),
    ),
  );
}

function registered(play: Play, cast: Cast, count: number): Play {
  confirmed(play).later(1);
  const people = cast.take(count, play.plan.trade);
  return play.step('placement.register', (s) =>
    register(
      s,
      people.map((w) => ({ id: newId(play.at), workerId: w.id, name: w.name })),
    ),
  );
}

/** All are asked; two have not opened their link yet. */
function offered(play: Play): Play {
  play.step('placement.offer', (s, at) =>
    offer(
      s,
      s.placements.map((p) => p.id),
      at + 2 * DAY,
    ),
  );
  const asked = play.people((p) => p.recruitment === 'offered').map(({ id }) => id);
  return play.step(
    'terms.see',
    (s, at) => tell(s, asked.slice(0, -2), 'link', at),
    () => [],
    'link:demo',
  );
}

function consented(play: Play, count: number): Play {
  for (const { id: placementId } of play.people((p) => p.recruitment === 'offered').slice(0, count))
    giveConsent(play, placementId);
  return play;
}

function giveConsent(play: Play, placementId: string): void {
  const { termsHash } = play.s.order;
  play.step(
    'consent.give',
    (s) => consent(s, placementId, termsHash),
    () => [
      insertConsent(play.orm, {
        id: newId(play.at),
        placementId,
        termsHash,
        language: 'zh',
        witnessId: null,
        at: play.at,
      }),
    ],
    'link:demo',
  );
}
