import { newId } from '../../ids.ts';
import type { Snapshot } from '../batch/snapshot.ts';
import type { Reply, ReplyKind } from './job-order.ts';

type Given = {
  kind: ReplyKind;
  version: number;
  name: string;
  phone: string;
  headcount?: string | undefined;
  startsOn?: string | undefined;
};

/** What an employer said, on their link or by phone, as the rules take it. */
export const replyOf = ({ kind, version, headcount, startsOn }: Given): Reply =>
  kind === 'counter' ? { kind, version, headcount: Number(headcount), startsOn: startsOn ?? '' } : { kind, version };

/** The same as the row that is kept: what was countered, or what the order said when it was answered. */
export const replyRow = (s: Snapshot, given: Given, at: number) => {
  const { kind, name, phone } = given;
  const countered = replyOf(given);
  const { headcount, startsOn } = countered.kind === 'counter' ? countered : s.order;
  return {
    id: newId(at),
    orderId: s.order.id,
    orderVersion: s.order.version,
    kind,
    headcount,
    startsOn,
    name,
    phone,
    at,
  };
};
