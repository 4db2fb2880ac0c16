import { type Decision, type HistoryEntry, refused } from '../../batch/change.ts';
import { placementOf, type Snapshot } from '../../batch/snapshot.ts';
import { Hearing, isStep, MAY_COME, namesIn, onePatchEach } from './hearing.ts';
import { recordIncident } from '../incident.ts';
import { takeBackDeparture } from '../manifest.ts';
import type { Instant } from '../../batch/tap-time.ts';
import { say } from './roll-call.ts';
import { joined, type Knows } from './word.ts';
import type { Deed, PhoneEntry, Step, HeldEntry, Verdict } from './deed.ts';
import { heldFacts, type Taken } from './taken.ts';
import { STATION } from './call-anew.ts';

/**
 * A departure that still waits for other phones is dropped; one that came to pass is taken back.
 */
function callBackDeparture(s: Snapshot): Decision {
  const heldEntries = s.heldEntries.filter(({ deed }) => deed.kind !== 'depart');
  const isDropped = heldEntries.length < s.heldEntries.length;
  if (s.departedAt === null)
    return isDropped ? { batch: { heldEntries }, entries: [] } : { error: 'not_departed' };
  return takeBackDeparture(s);
}

/**
 * What needs nobody else to be heard: a word on somebody, that a plan was seen, something that
 * happened.
 */
function note(
  s: Snapshot,
  deed: Exclude<Deed, Step>,
  said: { phone: string; no: number; knows: Knows },
): Decision {
  switch (deed.kind) {
    case 'word':
      return say(s, {
        ...deed,
        word: { ...said, outcome: deed.outcome, ...(deed.echoes ? { echoes: deed.echoes } : {}) },
      });
    case 'plan_seen':
      return { entries: [] };
    case 'depart_undo':
      return callBackDeparture(s);
    case 'unreadable':
      return { error: 'entry_unreadable' };
    case 'incident':
      return recordIncident(s, { ...deed, kind: deed.what });
  }
}

/**
 * Which of the two calls a deed belongs to; none where it is neither of boarding nor of arrival.
 */
function callIn(deed: Deed): 'boarding' | 'arrival' | null {
  if (deed.kind === 'depart' || deed.kind === 'depart_undo') return 'boarding';
  if (deed.kind === 'arrive' || deed.kind === 'handover') return 'arrival';
  return deed.kind === 'word' && (deed.call === 'boarding' || deed.call === 'arrival')
    ? deed.call
    : null;
}

/**
 * Whether it was said by a phone that had not heard that the call is of another day, or for another
 * employer, by now.
 */
function isOutdated(s: Snapshot, deed: Deed, knows: Knows): boolean {
  const call = callIn(deed);
  return call !== null && (knows[STATION] ?? 0) < (s.callsSince[call] ?? 0);
}

function attemptOf(s: Snapshot, entry: PhoneEntry, reason: string): HistoryEntry {
  return {
    kind: 'roll_call_refused',
    ...(entry.kind === 'word' && placementOf(s, entry.placementId)
      ? { placementId: entry.placementId }
      : {}),
    detail: { outcome: entry.kind === 'word' ? entry.outcome : entry.kind, reason },
  };
}

function heldOf(
  deed: Step,
  { phone, no, when }: { phone: string; no: number; when: Instant },
): HeldEntry {
  return {
    phone,
    no,
    at: when.at,
    deed,
    ...(when.isDoubtful ? { isDoubtful: true } : {}),
  };
}

/**
 * Takes in what a phone sends, in the order of its numbers, each number once: what was taken before
 * is passed over, and after a gap the rest waits until the phone has sent what is missing. Then
 * everything that had to wait is tried again.
 * @param at when each was done, by the server's clock
 * @param barred entries that the database would not have, with the reason
 */
export function takeIn(
  before: Snapshot,
  phone: string,
  entries: readonly PhoneEntry[],
  at: (entry: PhoneEntry) => Instant,
  barred: ReadonlyMap<number, string> = new Map(),
): Taken {
  const hearing = new Hearing(before);
  const verdicts: Verdict[] = [];
  for (const entry of [...entries].sort((a, b) => a.no - b.no)) {
    const last = hearing.s.phones[phone] ?? 0;
    if (entry.no <= last) continue;
    if (entry.no > last + 1) break;
    verdicts.push(take(hearing, entry, { phone, when: at(entry), bar: barred.get(entry.no) }));
  }
  hearing.tryHeld();
  return takenOf(hearing, phone, verdicts);
}

type From = { phone: string; when: Instant; bar: string | undefined };

/** Takes in one entry: done, held until it can be, or refused for good. */
function take(hearing: Hearing, entry: PhoneEntry, { phone, when, bar }: From): Verdict {
  const { s } = hearing;
  const { id: _id, no, at: _at, knows, ...deed } = entry;
  const why = bar ?? (isOutdated(s, deed, knows) ? 'redirected' : undefined);
  const attempt = (): Decision =>
    isStep(deed) ? hearing.attempt(deed, when) : note(s, deed, { phone, no, knows });
  const decision = why ? { error: why } : attempt();
  const isHeld = refused(decision) && isStep(deed) && MAY_COME.has(decision.error);
  if (isHeld) {
    const heldEntries = [...s.heldEntries, heldOf(deed, { phone, no, when })];
    hearing.keep({ batch: { heldEntries }, entries: [] }, when);
  } else if (refused(decision)) {
    hearing.keep({ entries: [attemptOf(s, entry, decision.error)] }, when);
  } else if (!isStep(deed)) {
    hearing.keep(decision, when);
  }
  if (deed.kind === 'depart_undo') settleCalledBack(hearing, s.heldEntries);
  hearing.keep({ batch: { phones: joined(hearing.s.phones, { [phone]: no }) }, entries: [] }, when);
  if (!refused(decision)) return { no, verdict: 'recorded', reason: null, names: [] };
  const verdict = isHeld ? 'held' : 'refused';
  return { no, verdict, reason: decision.error, names: namesIn(decision.detail) };
}

/** A departure that waited and was called back gets its answer as well. */
function settleCalledBack(hearing: Hearing, before: readonly HeldEntry[]): void {
  for (const { phone, no } of before.filter((each) => !hearing.s.heldEntries.includes(each)))
    hearing.settled.push({ phone, no, verdict: 'refused', reason: 'called_back', names: [] });
}

function takenOf({ done, settled, signed }: Hearing, phone: string, verdicts: Verdict[]): Taken {
  if (verdicts.length === 0 && settled.length === 0)
    return { change: null, verdicts, settled, signed };
  // Counts on the way tell no line each; that something was heard has to be told, or the change
  // would go unseen.
  const heard: HistoryEntry = { kind: 'roll_call_heard', detail: { entries: verdicts.length } };
  const change = {
    ...done,
    placements: onePatchEach(done.placements ?? []),
    facts: heldFacts({ settled, signed }),
    entries: done.entries.length > 0 ? done.entries : [heard],
  };
  const own = new Map(
    settled.filter((each) => each.phone === phone).map((each) => [each.no, each]),
  );
  return { change, verdicts: verdicts.map((each) => own.get(each.no) ?? each), settled, signed };
}
