import { eq, sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { linkState } from '../../access/link.ts';
import { readByAnyLink } from '../../access/link.queries.ts';
import { open } from '../../access/session.ts';
import type { AppEnv, C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { readForm } from '../../http/forms.ts';
import { reader, wordsOf } from '../../http/page.tsx';
import { compress } from '../../http/show.ts';
import { newId } from '../../ids.ts';
import { paths } from '../../paths.ts';
import { legTexts } from '../../../views/travel/legs.tsx';
import { ASSETS } from '../../../views/asset-names.ts';
import { actByLink } from '../batch/act.middleware.ts';
import { batchQueries, type Seen, toSeen } from '../batch/seen.queries.ts';
import { visitStatements } from '../follow-up/follow-up.queries.ts';
import { withVisits } from '../follow-up/schedule.ts';
import { type PhoneEntry, type Taken, takeIn, type Verdict } from './entries.ts';
import { uploadForm } from './entries.forms.ts';
import { columnsOf, entriesOnRecord, insertEntries, settleEntries } from './entries.queries.ts';
import { insertIncident, legsOf } from './travel.queries.ts';
import { phoneRoster } from './phone-roster.queries.ts';
import { escort, handover } from './travel.tables.ts';

/** What the phones of the roll call send, and what they are told: JSON both ways, for the page that works without a signal. */
export const entriesRoutes = new Hono<AppEnv>();

type OnRecord = ReturnType<typeof entriesOnRecord>['_']['result'];

const load = async (c: C, phone: string, entries: readonly PhoneEntry[]) => {
  const { orm } = c.var.db;
  const escortId = sql`(select subject_id from link where id = ${c.req.param('link') ?? ''})`;
  const batchId = sql`(select batch_id from escort where id = ${escortId})`;
  const { link, rows } = await readByAnyLink(c, 'escort', [
    entriesOnRecord(orm, batchId, phone, entries),
    orm.select({ id: escort.id }).from(escort).where(eq(escort.id, escortId)),
    legsOf(orm, batchId),
    ...batchQueries(orm, { batchId }),
  ]);
  const [onRecord, [me], legs, ...batchRows] = rows;
  const seen = toSeen(batchRows);
  if (!seen || !me) throw notFound();
  return { link, seen, legs, onRecord };
};

/** An answer in JSON, never kept by anybody between. */
const tell = (c: C, value: unknown, status: 200 | 410 | 422 = 200): Response => {
  c.header('cache-control', 'no-store');
  compress(c);
  return c.json(value as object, status);
};

/** Something that happened on the way, as a phone noted it. What it cost and who answers for it, the station adds. */
const incidentOf = (
  entry: Extract<PhoneEntry, { kind: 'incident' }>,
  { batchId, at, actor, now }: { batchId: string; at: number; actor: string; now: number },
) => ({
  id: newId(now),
  batchId,
  kind: entry.what,
  people: entry.people,
  note: entry.note,
  called: entry.called,
  policeReport: entry.policeReport,
  occurredAt: at,
  recordedAt: now,
  actor,
  costFen: 0,
  answerable: 'nobody' as const,
});

const plain = (value: unknown): string => JSON.stringify(value, Object.keys(value as object).sort());

/** Whether a deed that was sent again is the one that is on record. */
const isSame = (entry: PhoneEntry, row: OnRecord[number]): boolean => {
  const { kind, placementId, call, outcome, detail } = columnsOf(entry);
  return (
    row.id === entry.id &&
    row.kind === kind &&
    row.placementId === placementId &&
    row.call === call &&
    row.outcome === outcome &&
    plain(row.detail) === plain(detail)
  );
};

/**
 * Takes in what a phone has done. Sent twice it counts once; what is on record already is answered as it was. Accepted as
 * well when the link is over, as far as it was done while it lived: the phone is told then that it is over, and empties
 * itself.
 */
entriesRoutes.post('/g/:link/entries', open, async (c) => {
  const form = await readForm(c, uploadForm);
  if (!form.ok) {
    await load(c, '', []);
    return tell(c, { error: 'entries_unreadable' }, 422);
  }
  const linkId = c.req.param('link');
  const { phone, sentAt, seq } = form.value;
  const { entries, unreadable } = form.value.entries;
  const { now } = c.var;
  const actor = `link:${linkId}`;
  let { link, seen, legs, onRecord } = await load(c, phone, entries);
  const over = linkState(link, now) !== 'live';
  const until = Math.min(link.revokedAt ?? Infinity, link.expiresAt);
  // By how much the phone's clock is wrong is seen when it sends; when each was done follows from it.
  const at = (entry: PhoneEntry): number => Math.min(now, entry.at + (now - sentAt));
  const barred = new Map<number, string>();
  const bar = (): void => {
    for (const { no, reason } of unreadable) barred.set(no, reason);
    for (const entry of entries) {
      if (over && at(entry) >= until) barred.set(entry.no, 'link_over');
      // Another number under an id that is on record: the same entry with another body.
      if (onRecord.some((row) => row.id === entry.id && (row.no !== entry.no || row.phone !== phone)))
        barred.set(entry.no, 'entry_differs');
    }
  };
  bar();
  const read = async (): Promise<Seen> => {
    ({ link, seen, legs, onRecord } = await load(c, phone, entries));
    bar();
    return seen;
  };
  let answers: Verdict[] = [];
  /** Takes in as many as can be taken in together; where the database will not have them, each alone. */
  const take = async (some: readonly PhoneEntry[]): Promise<void> => {
    const [first] = some.filter((entry) => entry.no > (seen.s.phones[phone] ?? 0));
    // Nothing new: but what is held may have become possible by what somebody else did.
    if (!first && seen.s.heldEntries.length === 0) return;
    let taken: Taken = { change: null, verdicts: [], settled: [], signed: null };
    const outcome = await actByLink(
      c,
      {
        on: { batchId: seen.s.id },
        action: 'roll_call.hear',
        key: `${seen.s.id}:${phone}:${first ? first.no : `held:${seen.s.seq}`}`,
        decide: (s) => {
          taken = takeIn(s, phone, some, at, barred);
          return taken.change === null ? { error: 'already_recorded' } : withVisits(s, taken.change, now);
        },
        facts: (s, change, orm) => [
          ...insertEntries(
            { batchId: s.id, phone, actor, now },
            taken.verdicts.map((verdict) => {
              const entry = some.find((each) => each.no === verdict.no)!;
              // An id that is taken already belongs to the entry that has it.
              const kept = verdict.reason === 'entry_differs' ? { ...entry, id: newId(now) } : entry;
              return { entry: kept, occurredAt: at(entry), verdict };
            }),
          ),
          ...settleEntries(orm, s.id, taken.settled),
          ...(taken.signed
            ? [
                orm.insert(handover).values({
                  id: newId(now),
                  batchId: s.id,
                  escortCount: taken.signed.arrived,
                  employerCount: taken.signed.count,
                  rejected: taken.signed.rejected,
                  signedBy: taken.signed.name,
                  signedAt: taken.signed.at,
                  signature: taken.signed.signature,
                }),
              ]
            : []),
          ...some.flatMap((entry) =>
            entry.kind === 'incident' && taken.verdicts.some((v) => v.no === entry.no && v.verdict === 'recorded')
              ? [insertIncident(orm, incidentOf(entry, { batchId: s.id, at: at(entry), actor, now }))]
              : [],
          ),
          ...visitStatements(orm, s, change, now),
        ],
      },
      linkId,
      read,
    );
    if (outcome.kind === 'done') {
      answers = [...answers, ...taken.verdicts];
      seen = outcome.seen;
    } else if (outcome.kind === 'refused' && outcome.error !== 'already_recorded') {
      await read();
      if (!first) return;
      if (some.length === 1) barred.set(first.no, outcome.error);
      for (const entry of some) await take([entry]);
    } else await read();
  };
  await take(entries);
  // What was held and is decided by now is on record as it was decided.
  const decided = entries.some((entry) => onRecord.some((row) => row.no === entry.no && row.verdict === 'held'));
  if (decided) await read();
  const heard = seen.s.phones[phone] ?? 0;
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
  const done = seen.s.handedOverAt !== null || seen.s.status !== 'open';
  const roster =
    !over && !done && seen.s.seq !== seq
      ? await phoneRoster(
          c.env.SECRET,
          seen,
          legs.map((leg) => legTexts(leg, reader(c))),
        )
      : null;
  return tell(c, { answers, heard, over, roster, done }, over ? 410 : 200);
});

/** What makes the page one that can be kept on the home screen. Names nobody. */
entriesRoutes.get('/g/:link/app.webmanifest', open, (c) => {
  const start = paths.escortLink(c.req.param('link'));
  c.header('content-type', 'application/manifest+json; charset=utf-8');
  return c.body(
    JSON.stringify({
      id: start,
      start_url: start,
      scope: start,
      name: wordsOf(c).rollCall.appName,
      short_name: wordsOf(c).rollCall.title,
      display: 'standalone',
      background_color: '#faf7f2',
      theme_color: '#faf7f2',
      icons: [{ src: ASSETS.icon, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    }),
  );
});
