import { dayOf } from '../../clock.ts';
import { holdsPlace, isSelected, type Snapshot } from './snapshot.ts';
import { deadlinesOf } from './deadlines.ts';
import { type Expiry, expiriesOf } from '../documents/expiry.ts';
import { hasPassed } from '../health/fitness.ts';
import { passesFor } from '../health/restriction.ts';
import { awaitsSignature } from '../travel/handover/handover.ts';
import { isStranded } from '../travel/handover/onward.ts';
import { isDisputed } from '../travel/roll-call/roll-call.ts';
import { isAsked } from '../recruitment/consent.ts';
import { openOffers } from '../recruitment/reserve.ts';
import { isReady, openPlaces } from './equation.ts';
import { lackingPapers, lacks } from '../gates.ts';
import { reached } from '../stages.ts';

export const TODO_KINDS = [
  'send_order',
  'chase_reply',
  'answer_counter',
  'send_again',
  'propose',
  'offer',
  'chase_offer',
  'select',
  'promote',
  'place_offer',
  'release',
  'reconsent',
  'book_exam',
  'conclude',
  'recheck',
  'barred',
  'papers',
  'return_paper',
  'repeat_medical',
  'renew_paper',
  'sign_contract',
  'not_fit_today',
  'plan_travel',
  'lock',
  'board',
  'depart',
  'settle_call',
  'arrive',
  'record_arrival',
  'hand_over',
  'find_missing',
  'help_onward',
  'visit',
] as const;
export type TodoKind = (typeof TODO_KINDS)[number];

const EXPIRY_TODO = {
  medical_expiry: 'repeat_medical',
  paper_expiry: 'renew_paper',
  contract: 'sign_contract',
} as const satisfies Record<Expiry['kind'], TodoKind>;

/** One thing to do: whom it concerns, by when, and how many share it. The view gives each kind its sentence and button. */
export type Todo = {
  kind: TodoKind;
  placementId: string | null;
  name: string;
  count: number;
  dueAt: number | null;
  ref?: string;
};

/** More people than this are one line, which leads to all of them. */
const FEW = 3;

/** What a coordinator can do for a batch now, the most urgent first. */
export const whatToDo = (s: Snapshot, at: number): Todo[] => {
  const due = new Map(deadlinesOf(s).map((d) => [`${d.kind}:${d.placementId ?? ''}`, d.dueAt]));
  const list: Todo[] = [];
  const add = (kind: TodoKind, count: number, dueAt: number | null = null) => {
    if (count > 0) list.push({ kind, placementId: null, name: '', count, dueAt });
  };
  const people = s.placements.filter((p) => p.exit === null && p.active);
  const inState = (state: string) => people.filter((p) => p.recruitment === state);
  const person = (kind: TodoKind, p: { id: string; name: string }, dueAt: number | null, ref?: string) =>
    list.push({ kind, placementId: p.id, name: p.name, count: 1, dueAt, ...(ref ? { ref } : {}) });

  for (const p of s.placements)
    for (const loan of p.custody) person('return_paper', p, due.get(`custody:${p.id}`) ?? null, loan.id);
  if (s.status !== 'open') return list;

  const order = s.order.state;
  if (order === 'draft' || order === 'amended') add('send_order', 1);
  if (order === 'sent') add('chase_reply', 1, due.get('reply:') ?? null);
  if (order === 'countered') add('answer_counter', 1);
  if (order === 'declined' || order === 'expired') add('send_again', 1);

  if (s.departedAt === null && s.headcount > 0) {
    const open = openPlaces(s);
    const reserve = inState('reserve').sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))[0];
    const coming = inState('registered').length + inState('offered').length + inState('consented').length;
    if (open < 0) add('release', -open);
    for (const p of openOffers(s)) person('place_offer', p, p.placeOfferUntil);
    if (
      open > openOffers(s).length &&
      reserve &&
      reached(s.stage, 'health') &&
      (s.lockedAt === null || isReady(s, { ...reserve, recruitment: 'selected' }))
    )
      person('promote', reserve, null);
    if (s.lockedAt === null && open - s.unfilledAccepted > coming) add('propose', open - s.unfilledAccepted - coming);
    add('offer', inState('registered').length);
    if (open > 0) add('select', Math.min(open, inState('consented').length));
    for (const p of inState('offered')) {
      const until = due.get(`offer:${p.id}`) ?? null;
      if (until !== null && until <= at) person('chase_offer', p, until);
    }
  }
  // Whoever is lost or left alone comes first.
  for (const p of s.placements) if (p.travel === 'missing' && p.exit === null) person('find_missing', p, null);
  for (const p of s.placements) if (isStranded(p)) person('help_onward', p, null);
  const asked = people.filter((p) => (s.departedAt === null ? p.recruitment === 'reoffered' : isAsked(s, p)));
  if (asked.length > FEW) add('reconsent', asked.length);
  else for (const p of asked) person('reconsent', p, null);
  const selected = people.filter(isSelected);
  if (s.departedAt === null) {
    add('book_exam', people.filter((p) => holdsPlace(p) && (p.health === 'none' || p.health === 'no_show')).length);
    add('conclude', people.filter((p) => p.health === 'booked').length);
    for (const p of people)
      if (holdsPlace(p) && hasPassed(p) && !passesFor(s.order.trade, p)) person('barred', p, null);
    for (const p of people) if (p.health === 'recheck') person('recheck', p, due.get(`recheck:${p.id}`) ?? null);
    if (reached(s.stage, 'health')) add('papers', selected.filter((p) => lackingPapers(s, p).length > 0).length);
  }
  if (s.departedAt === null && reached(s.stage, 'documents') && s.escorts === 0)
    add('plan_travel', 1, due.get('departure:') ?? null);
  if (s.lockedAt === null && s.stage === 'travel' && s.escorts > 0 && lacks(s, 'documents').length === 0)
    add('lock', 1, due.get('departure:') ?? null);
  if (s.lockedAt !== null && s.departedAt === null) {
    const waiting = selected.filter((p) => p.travel === 'expected').length;
    if (waiting > 0) add('board', waiting, due.get('departure:') ?? null);
    else add('depart', 1, due.get('departure:') ?? null);
  }
  // What ends too soon is on the list from the day on which somebody is first told.
  for (const { kind, placementId, dueAt, reminders } of expiriesOf(s)) {
    const p = people.find((other) => other.id === placementId);
    if (p && (reminders[0] ?? dueAt) <= at) person(EXPIRY_TODO[kind], p, dueAt);
  }
  if (s.departedAt === null)
    for (const p of selected) if (p.travelFit === 'no' && p.travel === 'expected') person('not_fit_today', p, null);
  for (const p of s.placements) if (isDisputed(p)) person('settle_call', p, null);
  if (s.departedAt !== null && s.arrivedAt === null) {
    const travelling = people.filter((p) => p.travel === 'boarded').length;
    if (travelling > 0) add('arrive', travelling, due.get('arrival:') ?? null);
    else add('record_arrival', 1, due.get('arrival:') ?? null);
  }
  if (awaitsSignature(s)) add('hand_over', 1, due.get('handover:') ?? null);
  if (s.stage === 'followUp') add('visit', s.openVisits);
  const overdue = (todo: Todo) =>
    todo.dueAt !== null && dayOf(todo.dueAt) <= dayOf(at) ? 0 : todo.dueAt === null ? 1 : 2;
  return list.sort((a, b) => overdue(a) - overdue(b) || (a.dueAt ?? 0) - (b.dueAt ?? 0));
};
