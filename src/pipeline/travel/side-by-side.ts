import { calledIn, knownTo, type Own, type PhoneRoster, shownOf } from './phone-roster.ts';
import { CALL_NAME } from './stops.ts';
import type { Knows } from './word.ts';
import { ARRIVAL_OUTCOMES, BOARDING_OUTCOMES, type CallName, type RollCallOutcome } from './roll-call.ts';

/**
 * What one phone shows another without any network: whom it has called in a roll call, as one letter a person in the order of
 * their ids, with its name and a check on who is on the list.
 */
const MARK = 'songxing-roll';
const OUTCOMES: readonly RollCallOutcome[] = [...BOARDING_OUTCOMES, ...ARRIVAL_OUTCOMES, 'present'];
const LETTERS = 'bnruaelmp'.slice(0, OUTCOMES.length);
const NOBODY = '-';

const ordered = (roster: PhoneRoster) => roster.people.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Tells lists apart: of another batch, or before somebody joined or left. */
const checkOf = (roster: PhoneRoster): string => {
  let sum = 7;
  for (const { id } of ordered(roster)) for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) % 1_000_003;
  return String(sum);
};

/** The text that a phone shows. */
export const shownToOthers = (roster: PhoneRoster, call: CallName, own: Own): string => {
  const called = new Set(calledIn(roster, call, own).map(({ id }) => id));
  const letters = ordered(roster).map((p) => {
    const said = called.has(p.id) ? shownOf(p, call, own) : null;
    return LETTERS[OUTCOMES.indexOf(said as RollCallOutcome)] ?? NOBODY;
  });
  const last = own.unsent.at(-1)?.no ?? roster.phones[own.phone] ?? 0;
  const knows = Object.entries(knownTo(roster, own.phone)).map(([phone, no]) => `${phone}:${no}`);
  return [MARK, own.phone, call, checkOf(roster), letters.join(''), last, knows.join(',')].join('|');
};

export type Overheard = {
  phone: string;
  /** Up to which of its numbers that phone had spoken. */
  upTo: number;
  /** And what it knew of the others. */
  knows: Knows;
  call: CallName;
  /** Whom only the other phone has called: this one may say the same from now on. */
  adopted: { placementId: string; outcome: RollCallOutcome }[];
  /** Whom both have called and differ on. */
  differing: string[];
};

/** What this phone hears from the other's text; null where it is none of ours, `other_list` where it is about other people. */
export const overhear = (text: string, roster: PhoneRoster, own: Own): Overheard | 'other_list' | null => {
  const [mark, phone = '', call = '', check = '', letters = '', last = '', known = ''] = text.split('|');
  if (mark !== MARK || !/^[a-z0-9]{8}$/.test(phone) || !/^\d{1,6}$/.test(last)) return null;
  if (!CALL_NAME.test(call)) return null;
  const people = ordered(roster);
  if (check !== checkOf(roster) || letters.length !== people.length) return 'other_list';
  const named = call as CallName;
  const heard = people.flatMap((p, i) => {
    const outcome = OUTCOMES[LETTERS.indexOf(letters[i] ?? NOBODY)];
    const shown = shownOf(p, named, own);
    // Whoever was signed for has arrived.
    const mine = shown === 'accepted' || shown === 'rejected' ? 'arrived' : shown;
    return outcome === undefined ? [] : [{ placementId: p.id, name: p.name, outcome, mine }];
  });
  return {
    phone,
    upTo: Number(last),
    knows: Object.fromEntries(
      [...known.matchAll(/([\w-]{1,40}):(\d{1,6})/g)].map(([, other = '', no]) => [other, Number(no)]),
    ),
    call: named,
    adopted: heard.filter(({ mine }) => mine === null).map(({ placementId, outcome }) => ({ placementId, outcome })),
    differing: heard.filter(({ mine, outcome }) => mine !== null && mine !== outcome).map(({ name }) => name),
  };
};
