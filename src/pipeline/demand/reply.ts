import { newId } from '../../ids.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import type { DeclineReason, Reply, ReplyKind } from './job-order.ts';

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
export const replyOf = ({ kind, version, headcount, startsOn, reason }: Given): Reply => {
  if (kind === 'counter') return { kind, version, headcount: Number(headcount), startsOn: startsOn ?? '' };
  return kind === 'decline' ? { kind, version, reason: reason ?? 'other' } : { kind, version };
};

/** Whether somebody typed another number or day and then confirmed, as a pressed Enter does: which of the two is meant? */
export const confirmsOther = (s: Snapshot, { kind, headcount, startsOn }: Given): boolean =>
  kind === 'confirm' &&
  ((headcount !== undefined && headcount !== String(s.order.headcount)) ||
    (startsOn !== undefined && startsOn !== s.order.startsOn));

/** The same as the row that is kept: what was countered, or what the order said when it was answered. */
export const replyRow = (s: Snapshot, given: Given, at: number) => {
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
};
