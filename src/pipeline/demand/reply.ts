import { newId } from '../../ids.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import type { Decision } from '../batch/change.ts';
import { reply, type Reply } from './job-order.ts';
import type { DeclineReason, ReplyKind } from './order-state.ts';

type Given = {
  kind: ReplyKind;
  version: number;
  name: string;
  phone: string;
  headcount?: string | undefined;
  startsOn?: string | undefined;
  reason: DeclineReason | null;
  note: string;
};

/** What an employer said, on their link or by phone, as the rules take it. */
function replyOf({ kind, version, headcount, startsOn, reason }: Given): Reply {
  if (kind === 'counter')
    return { kind, version, headcount: Number(headcount), startsOn: startsOn ?? '' };
  return kind === 'decline' ? { kind, version, reason: reason ?? 'other' } : { kind, version };
}

/**
 * Why an answer says two things at once, as a pressed Enter makes it: another number or day was
 * typed and what the order says confirmed, or a change sent in which nothing is changed. Null where
 * it is of one piece.
 */
function contradictionIn(s: Snapshot, given: Given): 'confirms_other' | 'counters_nothing' | null {
  const { headcount = String(s.order.headcount), startsOn = s.order.startsOn } = given;
  const isSame = Number(headcount) === s.order.headcount && startsOn === s.order.startsOn;
  if (given.kind === 'confirm' && !isSame) return 'confirms_other';
  return given.kind === 'counter' && isSame ? 'counters_nothing' : null;
}

/**
 * An employer's answer as a decision; refused beside the number where it says two things at once.
 */
export function answerWith(s: Snapshot, given: Given): Decision {
  const error = contradictionIn(s, given);
  return error ? { error } : reply(s, replyOf(given));
}

/** Beside which field an answer was refused. */
export function fieldOf(error: string): 'headcount' | 'form' {
  return error === 'confirms_other' || error === 'counters_nothing' ? 'headcount' : 'form';
}

/**
 * The same as the row that is kept: what was countered, or what the order said when it was
 * answered.
 */
export function replyRow(s: Snapshot, given: Given, at: number) {
  const { kind, reason, note, name, phone } = given;
  const countered = replyOf(given);
  const { headcount, startsOn } = countered.kind === 'counter' ? countered : s.order;
  return {
    id: newId(at),
    orderId: s.order.id,
    orderVersion: s.order.version,
    kind,
    headcount,
    startsOn,
    reason: kind === 'decline' ? reason : null,
    note,
    name,
    phone,
    at,
  };
}
