import type { C } from '../../../http/app-context.ts';
import { newId } from '../../../ids.ts';
import { columnsOf, entriesOnRecord } from './entries.queries.ts';
import { readJourney } from './escort-link.requests.ts';
import type { PhoneEntry } from './deed.ts';

type OnRecord = ReturnType<typeof entriesOnRecord>['_']['result'];

/** The journey, and what is on record already of what a phone sends. */
export async function load(c: C, phone: string, entries: readonly PhoneEntry[]) {
  return readJourney(c, (batchId) => ({
    onRecord: entriesOnRecord(c.var.db.orm, batchId, phone, entries),
  }));
}

/**
 * Something that happened on the way, as a phone noted it. What it cost and who answers for it, the
 * station adds.
 */
export function incidentOf(
  entry: Extract<PhoneEntry, { kind: 'incident' }>,
  { batchId, at, actor, now }: { batchId: string; at: number; actor: string; now: number },
) {
  return {
    id: newId(now),
    batchId,
    kind: entry.what,
    legId: entry.legId,
    people: entry.people,
    note: entry.note,
    called: entry.called,
    policeReport: entry.policeReport,
    occurredAt: at,
    recordedAt: now,
    actor,
    costFen: 0,
    answerable: 'nobody' as const,
  };
}

function plain(value: unknown): string {
  return JSON.stringify(value, Object.keys(value as object).sort());
}

/** Whether a deed that was sent again is the one that is on record. */
export function isSame(entry: PhoneEntry, row: OnRecord[number]): boolean {
  const { kind, placementId, call, outcome, detail } = columnsOf(entry);
  return (
    row.id === entry.id &&
    row.kind === kind &&
    row.placementId === placementId &&
    row.call === call &&
    row.outcome === outcome &&
    plain(row.detail) === plain(detail)
  );
}

export type Loaded = Awaited<ReturnType<typeof load>>;
