/** What an employer answers to an order. */
import type { Query } from '../../../src/db/orm.ts';
import { newId } from '../../../src/ids.ts';
import { reply, send } from '../../../src/pipeline/demand/job-order.ts';
import { insertReply } from '../../../src/pipeline/demand/order-reply.queries.ts';
import type { Play } from '../play/play.ts';

/** Sends the order; five hours later the employer confirms it as it is. */
export function confirmed(play: Play): Play {
  return play
    .step('order.send', send)
    .later(0, 5)
    .step(
      'order.confirm',
      (s) => reply(s, { kind: 'confirm', version: s.order.version }),
      (s) => [replyRow(play, 'confirm', s.order.headcount, s.order.startsOn)],
      'link:demo',
    )
    .settle();
}

/** Sends the order; nine hours later the employer asks for fewer people, from another day on. */
export function countered(play: Play, headcount: number, startsOn: string): Play {
  return play
    .step('order.send', send)
    .later(0, 9)
    .step(
      'order.counter',
      (s) => reply(s, { kind: 'counter', version: s.order.version, headcount, startsOn }),
      () => [replyRow(play, 'counter', headcount, startsOn)],
      'link:demo',
    );
}

function replyRow(
  play: Play,
  kind: 'confirm' | 'counter',
  headcount: number,
  startsOn: string,
): Query {
  const { contactName: name, contactPhone: phone } = play.plan.employer;
  const { id: orderId, version: orderVersion } = play.s.order;
  return insertReply(play.orm, {
    id: newId(play.at),
    orderId,
    orderVersion,
    kind,
    headcount,
    startsOn,
    name,
    phone,
    at: play.at,
  });
}
