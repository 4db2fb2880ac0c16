import { addDays, addMonths, dayOf } from '../../clock.ts';
import { holdsPlace, type Placement } from '../batch/placement.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import { BEFORE_DEPARTURE, earlier, type Expiry, expiry, RENEW, REPEAT } from '../expiry.ts';
import { awaitsWorker } from './contract.ts';
import type { PaperKind } from './paper-kind.ts';

/**
 * Papers of a batch's people that end too soon as things stand, and contracts that are due.
 * Whatever is renewed, or whoever has left, is no longer here.
 */
export function paperExpiries(s: Snapshot): Expiry[] {
  return s.placements.flatMap((p) => {
    if (!p.active || p.exit !== null) return [];
    if (s.departedAt === null) return holdsPlace(p) ? beforeDeparture(s, p) : [];
    return p.travel === 'accepted' && p.followUp === 'away' ? atThePost(s, p) : [];
  });
}

/** Before departure: a paper that will no longer hold on the day. */
function beforeDeparture(s: Snapshot, p: Placement): Expiry[] {
  const ending = dated(p).filter(
    ([kind, until]) => s.requirements.includes(kind) && until < s.departsOn,
  );
  if (ending.length === 0) return [];
  const latest = addDays(s.departsOn, -BEFORE_DEPARTURE);
  return ending.map(([kind, until]) => {
    const what = `${kind}:${until}:${s.departsOn}`;
    return { ...expiry('paper_expiry', p, what, earlier(until, latest), REPEAT), paper: kind };
  });
}

/**
 * At the post: a paper that ends before the contract does, and the month in which a written
 * contract is due.
 */
function atThePost(s: Snapshot, p: Placement): Expiry[] {
  const termEnd = addMonths(s.departsOn, s.order.contractMonths);
  const papers = dated(p)
    .filter(([, until]) => until < termEnd)
    .map(([kind, until]) => ({
      ...expiry('paper_expiry', p, `${kind}:${until}`, until, RENEW),
      paper: kind,
    }));
  return [...papers, ...contractDue(s, p)];
}

/**
 * Labour Contract Law art. 10: in writing within one month of the first day of work; art. 82:
 * double wages after it.
 */
function contractDue(s: Snapshot, p: Placement): Expiry[] {
  const isSigned =
    p.contract === null ? p.papers.contract === 'verified' : !awaitsWorker(p.contract);
  if (isSigned || s.arrivedAt === null) return [];
  return [expiry('contract', p, 'contract', addMonths(dayOf(s.arrivedAt), 1), REPEAT)];
}

function dated(p: Placement): [PaperKind, string][] {
  return Object.entries(p.paperUntil) as [PaperKind, string][];
}
