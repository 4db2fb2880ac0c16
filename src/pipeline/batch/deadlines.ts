import { atHour, DAY, HOUR } from '../../clock.ts';
import type { PaperKind } from '../documents/paper.ts';
import { expiriesOf } from '../documents/expiry.ts';
import { once } from './once.ts';
import { isSelected, type Snapshot } from './snapshot.ts';

export const DEADLINE_KINDS = [
  'reply',
  'offer',
  'place_offer',
  'recheck',
  'custody',
  'medical_expiry',
  'paper_expiry',
  'contract',
  'departure',
  'arrival',
  'handover',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

/** Something that falls due. `reminders` are instants; the last of them is told to the leaders as well. */
export type Deadline = {
  id: string;
  kind: DeadlineKind;
  placementId: string | null;
  dueAt: number;
  reminders: number[];
  /** Which paper it is about, where it is about one. */
  paper?: PaperKind;
};

/** Told in time to send somebody: three days and one day ahead, and when it is over. */
const inTime = (dueAt: number): number[] => [dueAt - 3 * DAY, dueAt - DAY, dueAt];

/** All that falls due in a batch as it stands: a projection of its facts, so that no deadline can be lost. */
export const deadlinesOf = once((s: Snapshot): Deadline[] => {
  const of = (
    kind: DeadlineKind,
    subject: string,
    dueAt: number,
    placementId: string | null,
    reminders?: number[],
  ) => ({
    id: `${s.id}:${kind}:${subject}`,
    kind,
    placementId,
    dueAt,
    reminders: reminders ?? [dueAt, dueAt + DAY],
  });
  const { sentAt } = s.order;
  const list: Deadline[] = [];
  // An original is chased until it is back with its owner, whatever became of the batch.
  for (const p of s.placements)
    for (const loan of p.custody)
      list.push({ ...of('custody', loan.id, atHour(loan.returnBy, 18), p.id), paper: loan.kind });
  if (s.status !== 'open') return list;
  for (const { kind, subject, placementId, dueAt, reminders, paper } of expiriesOf(s))
    list.push({ ...of(kind, subject, dueAt, placementId, reminders), ...(paper ? { paper } : {}) });
  if (s.order.state === 'sent' && sentAt !== null) {
    const { firstReminder, secondReminder, orderExpires } = s.figures;
    // What the employer was told when it was sent holds, whatever the station sets later.
    const dueAt = s.order.replyBy ?? sentAt + orderExpires * DAY;
    const asked = [firstReminder, secondReminder].map((hours) => sentAt + hours * HOUR).filter((at) => at < dueAt);
    list.push(of('reply', `v${s.order.version}:${sentAt}`, dueAt, null, [...asked.toSorted((a, b) => a - b), dueAt]));
  }
  for (const p of s.placements) {
    if (p.exit === null && p.recruitment === 'offered' && p.offerUntil !== null)
      list.push(of('offer', `${p.id}:${p.offerUntil}`, p.offerUntil, p.id, [p.offerUntil]));
    // The workflow ends the offer at that time and asks the next; nobody need be reminded.
    if (p.exit === null && p.recruitment === 'reserve' && p.placeOffer === 'open' && p.placeOfferUntil !== null)
      list.push(of('place_offer', `${p.id}:${p.placeOfferUntil}`, p.placeOfferUntil, p.id, [p.placeOfferUntil]));
    if (p.exit === null && p.health === 'recheck' && p.recheckBy !== null)
      list.push(
        of('recheck', `${p.id}:${p.recheckBy}`, atHour(p.recheckBy, 18), p.id, inTime(atHour(p.recheckBy, 18))),
      );
  }
  if (s.headcount > 0 && s.departedAt === null && s.placements.some(isSelected))
    list.push(
      of('departure', s.departsOn, atHour(s.departsOn, 8), null, [
        atHour(s.departsOn, 8) - 3 * DAY,
        atHour(s.departsOn, 8),
      ]),
    );
  if (s.departedAt !== null && s.arrivedAt === null)
    list.push(of('arrival', `${s.departedAt}`, s.departedAt + 36 * HOUR, null));
  if (s.arrivedAt !== null && s.handedOverAt === null)
    list.push(of('handover', `${s.arrivedAt}`, s.arrivedAt + 12 * HOUR, null));
  return list;
});
