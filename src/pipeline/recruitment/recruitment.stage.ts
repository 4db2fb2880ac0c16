import { holdsPlace, isSelected, type Placement } from '../batch/placement.ts';
import { openPlaces } from '../batch/equation.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { type Deadline, deadlineOf } from '../deadline.ts';
import { type Lack, lack, lackOf } from '../lack.ts';
import { isReady } from '../readiness.ts';
import type { Slice } from '../slice.ts';
import { reached } from '../stages.ts';
import { type Todo, todo, todoFor } from '../todo.ts';
import { isAsked } from './consent.ts';
import type { RecruitmentState } from './recruitment-state.ts';
import { openOffers, reserveStep } from './reserve.ts';

/**
 * Closed once every confirmed place is held by somebody who agreed to the terms, or was let go by
 * name.
 */
export const recruitmentStage: Slice = {
  stage: 'recruitment',
  gate,
  deadlines,
  todos: (s) => [...toFill(s), ...toAskAnew(s), ...toSettle(s), ...toAnswer(s)],
  acts: reserveStep,
};

function gate(s: Snapshot): Lack[] {
  const asked = s.placements.filter((p) => p.recruitment === 'reoffered' && p.exit === null);
  const barred = s.placements.filter((p) => isSelected(p) && p.obstacles.length > 0);
  const isEmpty = s.unfilledReason !== null && !s.placements.some(holdsPlace);
  return [
    ...lackOf('consent', asked),
    ...lack('places', openPlaces(s) - s.unfilledAccepted),
    ...lack('too_many', -openPlaces(s)),
    // A corrected birth date, another first day, a licence that ran out: nobody can decide
    // otherwise.
    ...lackOf('legal', barred),
    // A batch of nobody goes nowhere, however good the reason.
    ...lack('places', isEmpty ? s.headcount : 0),
  ];
}

function deadlines(s: Snapshot): Deadline[] {
  return s.placements
    .filter((p) => p.exit === null)
    .flatMap((p) => [
      ...offered(s, p, 'offer', p.recruitment === 'offered' ? p.offerUntil : null),
      // The workflow ends the offer at that time and asks the next; nobody need be reminded.
      ...offered(s, p, 'place_offer', isOfferedPlace(p) ? p.placeOfferUntil : null),
    ]);
}

function isOfferedPlace(p: Placement): boolean {
  return p.recruitment === 'reserve' && p.placeOffer === 'open';
}

function offered(
  s: Snapshot,
  p: Placement,
  kind: 'offer' | 'place_offer',
  until: number | null,
): Deadline[] {
  if (until === null) return [];
  const subject = `${p.id}:${until}`;
  return [deadlineOf(s, { kind, subject, dueAt: until, placementId: p.id, reminders: [until] })];
}

function inState(s: Snapshot, state: RecruitmentState): Placement[] {
  return s.placements.filter((p) => p.exit === null && p.active && p.recruitment === state);
}

/** Before departure: places to fill, to give up, and to offer once more. */
function toFill(s: Snapshot): Todo[] {
  if (s.departedAt !== null || s.headcount === 0) return [];
  const open = openPlaces(s);
  const unfilled = open - s.unfilledAccepted;
  const [registered, asked, agreed] = (['registered', 'offered', 'consented'] as const).map(
    (state) => inState(s, state),
  ) as [Placement[], Placement[], Placement[]];
  const coming = registered.length + asked.length + agreed.length;
  return [
    ...todo('release', -open),
    ...openOffers(s).map(toHearOfPlace),
    ...toPromote(s, open),
    ...todo('propose', s.lockedAt === null ? unfilled - coming : 0),
    ...todo('offer', registered.length),
    ...todo('select', Math.min(open, agreed.length)),
    ...toTell(asked),
    ...asked.filter(isTold).map(toChase),
  ];
}

/** The first of the reserve, where a place is open that is offered to nobody. */
function toPromote(s: Snapshot, open: number): Todo[] {
  const [first] = inState(s, 'reserve').sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  if (!first || open <= openOffers(s).length || !reached(s.stage, 'health')) return [];
  const mayJoin = s.lockedAt === null || isReady(s, { ...first, recruitment: 'selected' });
  return mayJoin ? [todoFor('promote', first)] : [];
}

/** Whoever was offered a vacated place has until then; the workflow asks the next. */
function toHearOfPlace(p: Placement): Todo {
  const until = p.placeOfferUntil ?? 0;
  return todoFor('place_offer', p, { dueAt: until, waits: { for: 'people', until } });
}

function isTold({ toldAt }: Placement): boolean {
  return toldAt !== null;
}

/** The terms lie ready for them, but nobody has told them yet. */
function toTell(asked: readonly Placement[]): Todo[] {
  const untold = asked.filter((p) => !isTold(p));
  const due = untold.flatMap(({ offerUntil }) => offerUntil ?? []);
  return todo('tell', untold.length, due.length > 0 ? Math.min(...due) : null);
}

/** Whoever was told has until then to say yes or no. */
function toChase(p: Placement): Todo {
  const until = p.offerUntil;
  // Asked anew, since the terms changed or a consent was denied: no time was set.
  if (until === null) return todoFor('chase_offer', p);
  return todoFor('chase_offer', p, { dueAt: until, waits: { for: 'people', until } });
}

/** Whoever wants to be called. */
function toAnswer(s: Snapshot): Todo[] {
  return s.placements
    .filter((p) => p.questionAt !== null)
    .map((p) => todoFor('answer_question', p, { isUrgent: true }));
}

/** What only a decision gets out of the way: places that stay open, and whom the law keeps back. */
function toSettle(s: Snapshot): Todo[] {
  if (s.departedAt !== null || s.headcount === 0) return [];
  const isLate = s.lockedAt !== null;
  const left = openPlaces(s) - s.unfilledAccepted - openOffers(s).length;
  const isEmpty = s.unfilledReason !== null && !s.placements.some(holdsPlace);
  return [
    ...todo('settle_places', isLate || isEmpty ? Math.max(left, isEmpty ? s.headcount : 0) : 0),
    ...s.placements
      .filter((p) => isSelected(p) && p.obstacles.length > 0)
      .map((p) => todoFor('barred_by_law', p, { isUrgent: true })),
  ];
}

/** More people than this are one line, which leads to all of them. */
const FEW = 3;

/** Whoever has new terms before them to which they have not said yes. */
function toAskAnew(s: Snapshot): Todo[] {
  const asked = s.placements.filter(
    (p) =>
      p.exit === null &&
      p.active &&
      (s.departedAt === null ? p.recruitment === 'reoffered' : isAsked(s, p)),
  );
  if (asked.length > FEW) return todo('reconsent', asked.length);
  return asked.map((p) => todoFor('reconsent', p));
}
