import { linkState } from '../../../access/link.ts';
import type { C } from '../../../http/app-context.ts';
import { newId } from '../../../ids.ts';
import { actByLink } from '../../batch/act.requests.ts';
import type { BatchReading } from '../../batch-reading.queries.ts';
import type { Instant } from '../../batch/tap-time.ts';
import { entryTimes } from './entry-times.ts';
import { takeIn } from './entries.ts';
import type { Upload } from './entries.forms.ts';
import { columnsOf, entriesOnRecord, insertEntries } from './entries.queries.ts';
import { readJourney } from './escort-link.requests.ts';
import type { PortraitRow } from './portraits.requests.ts';
import { insertIncident, type legsOf } from '../travel.queries.ts';
import type { PhoneEntry, Verdict } from './deed.ts';
import type { Taken } from './taken.ts';

type OnRecord = ReturnType<typeof entriesOnRecord>['_']['result'];

/** The journey, and what is on record already of what a phone sends. */
async function load(c: C, phone: string, entries: readonly PhoneEntry[]) {
  const { link, reading, legs, portraits, rows } = await readJourney(c, (batchId) => [
    entriesOnRecord(c.var.db.orm, batchId, phone, entries),
  ]);
  return { link, reading, legs, portraits, onRecord: rows[0] };
}

/**
 * Something that happened on the way, as a phone noted it. What it cost and who answers for it, the
 * station adds.
 */
function incidentOf(
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
function isSame(entry: PhoneEntry, row: OnRecord[number]): boolean {
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

export type TakenIn = {
  answers: Verdict[];
  /** Up to which of its entries the phone has been heard. */
  heard: number;
  /** The link has ended. */
  isOver: boolean;
  reading: BatchReading;
  legs: Awaited<ReturnType<typeof legsOf>>;
  portraits: PortraitRow[];
};

/**
 * Takes in what a phone has done. Sent twice it counts once; what is on record already is answered
 * as it was. Accepted as well when the link is over, as far as it was done while it lived.
 */
export async function takeUpload(c: C, { phone, sentAt, entries: sent }: Upload): Promise<TakenIn> {
  const { entries, unreadable, clocks } = sent;
  const { now } = c.var;
  const linkId = c.req.param('link') ?? '';
  const actor = `link:${linkId}`;
  let { link, reading, legs, portraits, onRecord } = await load(c, phone, entries);
  const isOver = linkState(link, now) !== 'live';
  const until = Math.min(link.revokedAt ?? Infinity, link.expiresAt);
  let times = entryTimes(reading.s, entries, { sentAt, clocks, now });
  /** When each was done. */
  const at = (entry: PhoneEntry): Instant => times.get(entry.no) ?? { at: now, isDoubtful: true };
  /**
   * Not later than this: what may have been done while the link lived is not refused for a clock
   * that is wrong.
   */
  const atMost = (entry: PhoneEntry): number => Math.min(at(entry).at, entry.at + (now - sentAt));
  const barred = new Map<number, string>();
  const bar = (): void => {
    for (const { no, reason } of unreadable) barred.set(no, reason);
    for (const entry of entries) {
      if (isOver && atMost(entry) >= until) barred.set(entry.no, 'link_over');
      // Another number under an id that is on record: the same entry with another body.
      if (
        onRecord.some((row) => row.id === entry.id && (row.no !== entry.no || row.phone !== phone))
      )
        barred.set(entry.no, 'entry_differs');
    }
  };
  bar();
  const read = async (): Promise<BatchReading> => {
    ({ link, reading, legs, portraits, onRecord } = await load(c, phone, entries));
    bar();
    return reading;
  };
  let answers: Verdict[] = [];
  /**
   * Takes in as many as can be taken in together; where the database will not have them, each
   * alone.
   */
  const take = async (some: readonly PhoneEntry[]): Promise<void> => {
    const [first] = some.filter((entry) => entry.no > (reading.s.phones[phone] ?? 0));
    // Nothing new: but what is held may have become possible by what somebody else did.
    if (!first && reading.s.heldEntries.length === 0) return;
    let taken: Taken = { change: null, verdicts: [], settled: [], signed: [] };
    const outcome = await actByLink(
      c,
      {
        on: { batchId: reading.s.id },
        action: 'roll_call.hear',
        key: `${reading.s.id}:${phone}:${first ? first.no : `held:${reading.s.seq}`}`,
        decide: (s) => {
          times = entryTimes(s, entries, { sentAt, clocks, now });
          taken = takeIn(s, phone, some, at, barred);
          return taken.change ?? { error: 'already_recorded' };
        },
        facts: (s, _change, orm) => [
          ...insertEntries(
            { batchId: s.id, phone, actor, now },
            taken.verdicts.map((verdict) => {
              const entry = some.find((each) => each.no === verdict.no)!;
              // An id that is taken already belongs to the entry that has it.
              const kept =
                verdict.reason === 'entry_differs' ? { ...entry, id: newId(now) } : entry;
              return { entry: kept, time: at(entry), verdict };
            }),
          ),
          ...some.flatMap((entry) =>
            entry.kind === 'incident' &&
            taken.verdicts.some((v) => v.no === entry.no && v.verdict === 'recorded')
              ? [
                  insertIncident(
                    orm,
                    incidentOf(entry, { batchId: s.id, at: at(entry).at, actor, now }),
                  ),
                ]
              : [],
          ),
        ],
      },
      linkId,
      read,
    );
    if (outcome.kind === 'done') {
      answers = [...answers, ...taken.verdicts];
      reading = outcome.reading;
    } else if (outcome.kind === 'refused' && outcome.error !== 'already_recorded') {
      await read();
      if (!first) return;
      if (some.length === 1) barred.set(first.no, outcome.error);
      for (const entry of some) await take([entry]);
    } else await read();
  };
  await take(entries);
  // What was held and is decided by now is on record as it was decided.
  const decided = entries.some((entry) =>
    onRecord.some((row) => row.no === entry.no && row.verdict === 'held'),
  );
  if (decided) await read();
  const heard = reading.s.phones[phone] ?? 0;
  for (const entry of entries) {
    if (entry.no > heard || answers.some(({ no }) => no === entry.no)) continue;
    const row = onRecord.find((each) => each.phone === phone && each.no === entry.no);
    if (!row) continue;
    answers.push(
      isSame(entry, row)
        ? { no: entry.no, verdict: row.verdict, reason: row.reason, names: [] }
        : { no: entry.no, verdict: 'refused', reason: 'entry_differs', names: [] },
    );
  }
  return { answers, heard, isOver, reading, legs, portraits };
}
