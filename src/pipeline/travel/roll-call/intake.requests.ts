import type { Snapshot } from '../../batch/snapshot.ts';
import { linkState } from '../../../access/link.ts';
import type { C } from '../../../http/app-context.ts';
import { newId } from '../../../ids.ts';
import { actByLink } from '../../batch/act.requests.ts';
import type { Instant } from '../../batch/tap-time.ts';
import { entryTimes } from './entry-times.ts';
import { takeIn } from './take-in.ts';
import type { Upload } from './entries.forms.ts';
import { insertEntries } from './entries.queries.ts';
import type { PhoneEntry, Verdict } from './deed.ts';
import type { Taken } from './taken.ts';
import { insertIncident } from '../happenings.queries.ts';
import type { BatchReading } from '../../batch-reading.requests.ts';
import type { PortraitRow } from './portraits.requests.ts';
import type { legsOf } from '../travel.queries.ts';
import type { Orm, Query } from '../../../db/orm.ts';
import { load, incidentOf, isSame, type Loaded } from './on-record.requests.ts';

/** What a phone sent, while it is taken in: what was read lately, and what became of each entry. */
export class Intake {
  private known: Loaded;
  private readonly c: C;
  private readonly upload: Upload;
  /** Entries that cannot be taken in, with the reason. */
  private readonly barred = new Map<number, string>();
  private verdicts: Verdict[] = [];
  /** When each was done, by its number. */
  private times: ReadonlyMap<number, Instant>;

  constructor(c: C, upload: Upload, known: Loaded) {
    this.c = c;
    this.upload = upload;
    this.known = known;
    this.times = this.timesIn(known.reading.s);
    this.bar();
  }

  /**
   * Takes in as many as can be taken in together; where the database will not have them, each
   * alone.
   */
  async take(some: readonly PhoneEntry[]): Promise<void> {
    const { phone } = this.upload;
    const { s } = this.known.reading;
    const [first] = some.filter((entry) => entry.no > (s.phones[phone] ?? 0));
    // Nothing new: but what is held may have become possible by what somebody else did.
    if (!first && s.heldEntries.length === 0) return;
    const { taken, outcome } = await this.act(some, first ? `${first.no}` : `held:${s.seq}`);
    if (outcome.kind === 'done') {
      this.verdicts = [...this.verdicts, ...taken.verdicts];
      this.known = { ...this.known, reading: outcome.reading };
      return;
    }
    await this.read();
    if (outcome.kind !== 'refused' || outcome.error === 'already_recorded' || !first) return;
    if (some.length === 1) this.barred.set(first.no, outcome.error);
    for (const entry of some) await this.take([entry]);
  }

  /** What the phone is told: of each entry that it sent, what became of it, now or earlier. */
  async answered(): Promise<TakenIn> {
    const { entries } = this.upload.entries;
    // What was held and is decided by now is on record as it was decided.
    const isDecided = entries.some((entry) =>
      this.known.onRecord.some((row) => row.no === entry.no && row.verdict === 'held'),
    );
    if (isDecided) await this.read();
    const { reading, legs, portraits } = this.known;
    const heard = reading.s.phones[this.upload.phone] ?? 0;
    const earlier = entries
      .filter(({ no }) => no <= heard && !this.verdicts.some((each) => each.no === no))
      .flatMap((entry) => this.earlierVerdict(entry));
    const answers = [...this.verdicts, ...earlier];
    return { answers, heard, isOver: this.isOver(), reading, legs, portraits };
  }

  private async act(some: readonly PhoneEntry[], key: string) {
    const { phone } = this.upload;
    const { id } = this.known.reading.s;
    const linkId = this.c.req.param('link') ?? '';
    let taken: Taken = { change: null, verdicts: [], settled: [], signed: [] };
    const outcome = await actByLink(
      this.c,
      {
        on: { batchId: id },
        action: 'roll_call.hear',
        key: `${id}:${phone}:${key}`,
        decide: (s) => {
          this.times = this.timesIn(s);
          taken = takeIn(s, phone, some, (entry) => this.at(entry), this.barred);
          return taken.change ?? { error: 'already_recorded' };
        },
        facts: (s, _change, orm) => this.rows(orm, s.id, some, taken),
      },
      linkId,
      async () => (await this.read()).reading,
    );
    return { taken, outcome };
  }

  /** The entries with what became of each, and what happened on the way. */
  private rows(orm: Orm, batchId: string, some: readonly PhoneEntry[], taken: Taken): Query[] {
    const by = { actor: `link:${this.c.req.param('link') ?? ''}`, now: this.c.var.now };
    const heard = taken.verdicts.map((verdict) => {
      const entry = some.find((each) => each.no === verdict.no)!;
      // An id that is taken already belongs to the entry that has it.
      const id = verdict.reason === 'entry_differs' ? newId(by.now) : entry.id;
      return { entry: { ...entry, id }, time: this.at(entry), verdict };
    });
    const incidents = heard.flatMap(({ entry, time: { at }, verdict }) =>
      entry.kind === 'incident' && verdict.verdict === 'recorded'
        ? [insertIncident(orm, incidentOf(entry, { batchId, at, ...by }))]
        : [],
    );
    return [...insertEntries({ batchId, phone: this.upload.phone, ...by }, heard), ...incidents];
  }

  private async read(): Promise<Loaded> {
    this.known = await load(this.c, this.upload.phone, this.upload.entries.entries);
    this.bar();
    return this.known;
  }

  private bar(): void {
    const { phone, entries: sent } = this.upload;
    const { link, onRecord } = this.known;
    const until = Math.min(link.revokedAt ?? Infinity, link.expiresAt);
    for (const { no, reason } of sent.unreadable) this.barred.set(no, reason);
    for (const entry of sent.entries) {
      if (this.isOver() && this.atMost(entry) >= until) this.barred.set(entry.no, 'link_over');
      // Another number under an id that is on record: the same entry with another body.
      const isOther = onRecord.some(
        (row) => row.id === entry.id && (row.no !== entry.no || row.phone !== phone),
      );
      if (isOther) this.barred.set(entry.no, 'entry_differs');
    }
  }

  private earlierVerdict(entry: PhoneEntry): Verdict[] {
    const { no } = entry;
    const row = this.known.onRecord.find(
      (each) => each.phone === this.upload.phone && each.no === no,
    );
    if (!row) return [];
    const { verdict, reason } = row;
    return isSame(entry, row)
      ? [{ no, verdict, reason, names: [] }]
      : [{ no, verdict: 'refused', reason: 'entry_differs', names: [] }];
  }

  private isOver(): boolean {
    return linkState(this.known.link, this.c.var.now) !== 'live';
  }

  private timesIn(s: Snapshot): ReadonlyMap<number, Instant> {
    const { sentAt, entries: sent } = this.upload;
    return entryTimes(s, sent.entries, { sentAt, clocks: sent.clocks, now: this.c.var.now });
  }

  private at(entry: PhoneEntry): Instant {
    return this.times.get(entry.no) ?? { at: this.c.var.now, isDoubtful: true };
  }

  /**
   * Not later than this: what may have been done while the link lived is not refused for a clock
   * that is wrong.
   */
  private atMost(entry: PhoneEntry): number {
    return Math.min(this.at(entry).at, entry.at + (this.c.var.now - this.upload.sentAt));
  }
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
export async function takeUpload(c: C, upload: Upload): Promise<TakenIn> {
  const intake = new Intake(c, upload, await load(c, upload.phone, upload.entries.entries));
  await intake.take(upload.entries.entries);
  return intake.answered();
}
