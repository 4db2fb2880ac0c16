import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Snapshot } from '../../batch/snapshot.ts';
import type { Instant } from '../../batch/tap-time.ts';
import type { Deed, PhoneEntry, Verdict } from './deed.ts';
import { insertMany } from '../../../db/statements.ts';
import type { Orm, Query } from '../../../db/orm.ts';
import { rollEntry } from './roll-call.tables.ts';
import type { RollCallOutcome } from './roll-state.ts';
import { callOf, nextWord } from './check-in.ts';
import { STATION } from './call-anew.ts';

function listed(values: readonly unknown[]) {
  return sql`(select value from json_each(${JSON.stringify(values)}))`;
}

/** What is on record of these numbers of a phone, and of these ids, whichever number they bear. */
export function entriesOnRecord(
  orm: Orm,
  batchId: string | SQL,
  phone: string,
  entries: readonly PhoneEntry[],
) {
  return orm
    .select()
    .from(rollEntry)
    .where(
      and(
        eq(rollEntry.batchId, batchId),
        or(
          and(
            eq(rollEntry.phone, phone),
            inArray(rollEntry.no, listed(entries.map(({ no }) => no))),
          ),
          inArray(rollEntry.id, listed(entries.map(({ id }) => id))),
        ),
      ),
    );
}

type Sender = { batchId: string; phone: string; actor: string; now: number };
type Heard = { entry: PhoneEntry; time: Instant; verdict: Verdict };

/** The columns of a deed. */
export function columnsOf(deed: Deed) {
  const { kind } = deed;
  if (deed.kind === 'word') {
    const { placementId, call, outcome, echoes } = deed;
    return { kind, placementId, call, outcome, detail: echoes ? { echoes } : {} };
  }
  const { kind: _, ...said } = deed;
  // A page of before said no leg; sent again by it, an entry is still the one that is on record.
  const detail = 'legId' in said && said.legId === null ? { ...said, legId: undefined } : said;
  return { kind, placementId: null, call: null, outcome: null, detail };
}

/** The deeds of a phone as they were heard, with what became of each. */
export function insertEntries(
  { batchId, phone, actor, now }: Sender,
  heard: readonly Heard[],
): Query[] {
  return insertMany(
    rollEntry,
    [
      'batchId',
      'phone',
      'no',
      'id',
      'kind',
      'placementId',
      'call',
      'outcome',
      'detail',
      'knows',
      'at',
      'occurredAt',
      'isDoubtful',
      'recordedAt',
      'actor',
      'verdict',
      'reason',
    ],
    heard.map(({ entry, time, verdict: { verdict, reason } }) => {
      const { id, no, at, knows } = entry;
      return {
        batchId,
        phone,
        no,
        id,
        at,
        knows,
        occurredAt: time.at,
        isDoubtful: time.isDoubtful,
        recordedAt: now,
        actor,
        verdict,
        reason,
        ...columnsOf(entry),
      };
    }),
  );
}

/** What had been held and is decided now, on the rows that tell of it. */
export function settleEntries(
  orm: Orm,
  batchId: string,
  settled: readonly (Verdict & { phone: string })[],
): Query[] {
  return settled.map(({ phone, no, verdict, reason }) =>
    orm
      .update(rollEntry)
      .set({ verdict, reason })
      .where(and(eq(rollEntry.batchId, batchId), eq(rollEntry.phone, phone), eq(rollEntry.no, no))),
  );
}

type Tap = {
  id: string;
  placementId: string;
  outcome: RollCallOutcome;
  actor: string;
  at?: number;
  now: number;
};

/** The same for one tap on a page of the server, decided on this snapshot. */
export function insertTap(s: Snapshot, tap: Tap, phone: string = STATION): Query[] {
  const { id, placementId, outcome, actor, now, at = now } = tap;
  const { no, knows } = nextWord(s, placementId, phone, outcome);
  const entry: PhoneEntry = {
    kind: 'word',
    id,
    no,
    at,
    knows,
    placementId,
    call: callOf(s, outcome),
    outcome,
  };
  const verdict: Verdict = { no, verdict: 'recorded', reason: null, names: [] };
  return insertEntries({ batchId: s.id, phone, actor, now }, [
    { entry, time: { at, isDoubtful: false }, verdict },
  ]);
}
