import type { PhoneRoster } from './phone-roster.ts';
import { CALL_NAME } from './stops.ts';
import type { Knows, UpTo } from './word.ts';
import { authorOf, calledIn, type Own, shownOf } from './on-the-phone.ts';
import { knownTo } from './known.ts';
import {
  ARRIVAL_OUTCOMES,
  BOARDING_OUTCOMES,
  type CallName,
  type RollCallOutcome,
} from './roll-state.ts';

/**
 * What one phone shows another without any network: whom it has called in a roll call, as one
 * letter a person in the order of their ids, with its name and a check on who is on the list; up to
 * which number it has spoken, what it had heard of others, and whose word each letter is: a digit
 * for each of those it only passes on.
 */
const MARK = 'songxing-roll';
const OUTCOMES: readonly RollCallOutcome[] = [...BOARDING_OUTCOMES, ...ARRIVAL_OUTCOMES, 'present'];
const LETTERS = 'bnruaelmp'.slice(0, OUTCOMES.length);
const NOBODY = '-';
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

function ordered(roster: PhoneRoster) {
  return [...roster.people].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Tells lists apart: of another batch, or before somebody joined or left. */
function checkOf(roster: PhoneRoster): string {
  let sum = 7;
  for (const { id } of ordered(roster))
    for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 1_000_003;
  return String(sum);
}

function written(all: Iterable<UpTo>): string {
  return [...all].map(([phone, no]) => `${phone}:${no}`).join(',');
}
function readUpTo(text: string): UpTo[] {
  return [...text.matchAll(/([\w-]{1,40}):(\d{1,6})/g)].map(([, phone = '', no]) => [
    phone,
    Number(no),
  ]);
}

/** The text that a phone shows. */
export function shownToOthers(roster: PhoneRoster, call: CallName, own: Own): string {
  const called = new Set(calledIn(roster, call, own).map(({ id }) => id));
  const people = ordered(roster);
  const letters = people.map((p) => {
    const said = called.has(p.id) ? shownOf(p, call, own) : null;
    return LETTERS[OUTCOMES.indexOf(said as RollCallOutcome)] ?? NOBODY;
  });
  const authors: UpTo[] = [];
  const digits = people.map((p) => {
    const author = authorOf(roster, p, call, own);
    if (author === null) return NOBODY;
    const at = authors.findIndex(([phone, no]) => phone === author[0] && no === author[1]);
    return DIGITS[at < 0 ? authors.push(author) - 1 : at] ?? NOBODY;
  });
  const last = own.unsent[own.unsent.length - 1]?.no ?? roster.phones[own.phone] ?? 0;
  const knows = written(Object.entries(knownTo(roster, own.phone)));
  const parts = [
    MARK,
    own.phone,
    call,
    checkOf(roster),
    letters.join(''),
    last,
    knows,
    digits.join(''),
  ];
  return [...parts, written(authors)].join('|');
}

export type Overheard = {
  phone: string;
  /** What it and those it had heard had said by then. */
  knows: Knows;
  call: CallName;
  /**
   * Whom only the other phone has called, and whose word it is: this one may pass it on from now
   * on.
   */
  adopted: { placementId: string; outcome: RollCallOutcome; echoes: UpTo }[];
  /** Whom both have called and differ on. */
  differing: string[];
};

/**
 * What this phone hears from the other's text; null where it is none of ours, `other_list` where it
 * is about other people.
 */
export function overhear(
  text: string,
  roster: PhoneRoster,
  own: Own,
): Overheard | 'other_list' | null {
  const [
    mark,
    phone = '',
    call = '',
    check = '',
    letters = '',
    last = '',
    known = '',
    digits = '',
    authors = '',
  ] = text.split('|');
  if (mark !== MARK || !/^[a-z0-9]{8}$/.test(phone) || !/^\d{1,6}$/.test(last)) return null;
  if (!CALL_NAME.test(call)) return null;
  const people = ordered(roster);
  if (check !== checkOf(roster) || letters.length !== people.length) return 'other_list';
  const named = call as CallName;
  const saidBefore = readUpTo(authors);
  const heard = people.flatMap((p, i) => {
    const outcome = OUTCOMES[LETTERS.indexOf(letters[i] ?? NOBODY)];
    const shown = shownOf(p, named, own);
    // Whoever was signed for has arrived.
    const mine = shown === 'accepted' || shown === 'rejected' ? 'arrived' : shown;
    const echoes: UpTo = saidBefore[DIGITS.indexOf(digits[i] ?? NOBODY)] ?? [phone, Number(last)];
    return outcome === undefined
      ? []
      : [{ placementId: p.id, name: p.name, outcome, mine, echoes }];
  });
  return {
    phone,
    knows: Object.fromEntries([...readUpTo(known), [phone, Number(last)]]),
    call: named,
    // Of what this phone said itself it is told nothing new.
    adopted: heard
      .filter(({ mine, echoes: [author] }) => mine === null && author !== own.phone)
      .map(({ placementId, outcome, echoes }) => ({ placementId, outcome, echoes })),
    differing: heard
      .filter(({ mine, outcome }) => mine !== null && mine !== outcome)
      .map(({ name }) => name),
  };
}
