import { addDays, addMonths, atHour, DAY, dayOf } from '../../clock.ts';
import { holdsPlace, type Placement, type Snapshot } from '../batch/snapshot.ts';
import { coversDeparture, hasPassed } from '../health/fitness.ts';
import { awaitsWorker } from './contract.ts';
import type { PaperKind } from './paper.ts';

/** Something of one person that ends too soon, and when somebody is told: early enough to repeat it, and once more. */
export type Expiry = {
  kind: 'medical_expiry' | 'paper_expiry' | 'contract';
  /** What it is about, so that a renewed paper is another one. */
  subject: string;
  placementId: string;
  /** Which paper, where it is one. */
  paper?: PaperKind;
  dueAt: number;
  reminders: number[];
};

/** Days before the end at which somebody is told: to have a medical repeated, to have a paper renewed. */
const REPEAT = [7, 0];
const RENEW = [30, 7];
/** Whatever is to be repeated before departure has to be so some days earlier. */
const BEFORE_DEPARTURE = 3;
const EVENING = 18;

const earlier = (a: string, b: string): string => (a < b ? a : b);

const expiry = (kind: Expiry['kind'], p: Placement, what: string, on: string, days: readonly number[]): Expiry => {
  const dueAt = atHour(on, EVENING);
  return {
    kind,
    subject: `${p.id}:${what}`,
    placementId: p.id,
    dueAt,
    reminders: days.map((each) => dueAt - each * DAY),
  };
};

const dated = (p: Placement): [PaperKind, string][] => Object.entries(p.paperUntil) as [PaperKind, string][];

/** Before departure: a medical or a paper that will no longer hold on the day. */
const beforeDeparture = (s: Snapshot, p: Placement): Expiry[] => {
  const latest = addDays(s.departsOn, -BEFORE_DEPARTURE);
  const medical =
    hasPassed(p) && p.healthUntil !== null && !coversDeparture(p.healthUntil, s.departsOn)
      ? [expiry('medical_expiry', p, `${p.healthUntil}:${s.departsOn}`, earlier(p.healthUntil, latest), REPEAT)]
      : [];
  const papers = dated(p)
    .filter(([kind, until]) => s.requirements.includes(kind) && until < s.departsOn)
    .map(([kind, until]) => ({
      ...expiry('paper_expiry', p, `${kind}:${until}:${s.departsOn}`, earlier(until, latest), REPEAT),
      paper: kind,
    }));
  return [...medical, ...papers];
};

/** At the post: a paper that ends before the contract does, and the month in which a written contract is due. */
const atThePost = (s: Snapshot, p: Placement): Expiry[] => {
  const termEnd = addMonths(s.departsOn, s.order.contractMonths);
  const papers = dated(p)
    .filter(([, until]) => until < termEnd)
    .map(([kind, until]) => ({ ...expiry('paper_expiry', p, `${kind}:${until}`, until, RENEW), paper: kind }));
  const isSigned = p.contract === null ? p.papers.contract === 'verified' : !awaitsWorker(p.contract);
  // Labour Contract Law art. 10: in writing within one month of the first day of work; art. 82: double wages after it.
  const contract =
    isSigned || s.arrivedAt === null
      ? []
      : [expiry('contract', p, 'contract', addMonths(dayOf(s.arrivedAt), 1), REPEAT)];
  return [...papers, ...contract];
};

/** What of a batch's people ends too soon as things stand. Whatever is renewed, or whoever has left, is no longer here. */
export const expiriesOf = (s: Snapshot): Expiry[] =>
  s.placements.flatMap((p) => {
    if (!p.active || p.exit !== null) return [];
    if (s.departedAt === null) return holdsPlace(p) ? beforeDeparture(s, p) : [];
    return p.travel === 'accepted' && p.followUp === 'away' ? atThePost(s, p) : [];
  });
