import { isCount } from './stops.ts';
import { hear, saidIn, type UpTo } from './word.ts';
import type { TravelState } from '../travel-state.ts';
import type { Deed, PhoneEntry } from './deed.ts';
import type { RosterPerson, PhoneRoster } from './phone-roster.ts';
import {
  BOARDING_OUTCOMES,
  type BoardingOutcome,
  type CallName,
  type RollCallOutcome,
  type RollWord,
} from './roll-state.ts';

type WordEntry = Extract<PhoneEntry, { kind: 'word' }>;

/**
 * What the phone itself has done that the server has not taken in yet, in order, and the words
 * among it by person.
 */
export type Own = {
  phone: string;
  unsent: readonly PhoneEntry[];
  words: ReadonlyMap<string, readonly WordEntry[]>;
};

/**
 * Hundreds may wait, of hundreds of people: who asks what was said of one does not go through them
 * all.
 */
export function ownOf(phone: string, unsent: readonly PhoneEntry[]): Own {
  const words = new Map<string, WordEntry[]>();
  for (const entry of unsent)
    if (entry.kind === 'word')
      words.set(entry.placementId, [...(words.get(entry.placementId) ?? []), entry]);
  return { phone, unsent, words };
}

/**
 * Somebody's state in one roll call; `null` while nobody has said anything, `disputed` while phones
 * disagree.
 */
export type Shown = TravelState | 'present' | 'disputed' | null;

/** The words on somebody: the server's, and then this phone's own. */
export function wordsOn(p: RosterPerson, call: CallName, { phone, words }: Own): RollWord[] {
  let standing = p.roll[call] ?? [];
  for (const entry of words.get(p.id) ?? [])
    if (entry.call === call) {
      const { no, outcome, knows, echoes } = entry;
      standing = hear(standing, { phone, no, outcome, knows, ...(echoes ? { echoes } : {}) });
    }
  return standing;
}

function isBoarding(travel: string): travel is BoardingOutcome {
  return (BOARDING_OUTCOMES as readonly string[]).includes(travel);
}

/** What is shown of somebody in a roll call. */
export function shownOf(p: RosterPerson, call: CallName, own: Own): Shown {
  const words = wordsOn(p, call, own);
  // They left by a word of their own, which no phone's word undoes.
  if (p.hasLeft && !isCount(call)) return 'left_en_route';
  const [said, another] = saidIn(words);
  if (another !== undefined) return 'disputed';
  if (said !== undefined)
    return call === 'arrival' && (p.travel === 'accepted' || p.travel === 'rejected')
      ? p.travel
      : said;
  // What the server knows without a word of any phone, unless a phone has just taken it back.
  if (words.length > 0 || isCount(call)) return null;
  if (call === 'boarding') {
    if (p.travel === 'expected') return null;
    return isBoarding(p.travel) ? p.travel : 'boarded';
  }
  return p.travel === 'expected' || isBoarding(p.travel) ? null : p.travel;
}

/** What phones say of somebody in a roll call, each outcome once. */
export function saidOf(
  p: RosterPerson,
  call: CallName,
  own: Own,
): Exclude<RollCallOutcome, 'undo'>[] {
  return saidIn(wordsOn(p, call, own));
}

/**
 * Whose word it is that this phone shows of somebody: its own (null), or the one that it has heard,
 * as far as it has heard that phone. What it was only told face to face is still the word of
 * whoever said it.
 */
export function authorOf(
  roster: PhoneRoster,
  p: RosterPerson,
  call: CallName,
  own: Own,
): UpTo | null {
  const standing = wordsOn(p, call, own).filter(({ outcome }) => outcome !== 'undo');
  const [word] = [...standing].sort(
    (a, b) => Number(b.phone === own.phone) - Number(a.phone === own.phone),
  );
  if (!word) return null;
  if (word.echoes) return word.echoes;
  return word.phone === own.phone
    ? null
    : [word.phone, Math.max(word.no, roster.phones[word.phone] ?? 0)];
}

/**
 * Whoever an employer has signed for, as far as the phone knows: heard, held until others are
 * heard, or not sent yet.
 */
export function signedIn(roster: PhoneRoster, { unsent }: Own): ReadonlySet<string> {
  return new Set([
    ...roster.people
      .filter((p) => p.travel === 'accepted' || p.travel === 'rejected')
      .map(({ id }) => id),
    ...roster.signed,
    ...unsent.flatMap((entry) => (entry.kind === 'handover' ? entry.people : [])),
  ]);
}

/**
 * Whether the departure was said and stands: what this phone said last counts, then what the server
 * has.
 */
function isDeparted(roster: PhoneRoster, own: Own): boolean {
  const steps = own.unsent.filter(({ kind }) => kind === 'depart' || kind === 'depart_undo');
  const last = steps[steps.length - 1];
  return last
    ? last.kind === 'depart'
    : roster.departedAt !== null || roster.held.includes('depart');
}

/**
 * Whether the departure can still be taken back: nothing was reported from the road yet, as far as
 * the phone knows.
 */
export function mayTakeBackDeparture(roster: PhoneRoster, own: Own): boolean {
  return (
    isDeparted(roster, own) &&
    roster.arrivedAt === null &&
    !own.unsent.some(
      (entry) => entry.kind === 'arrive' || (entry.kind === 'word' && entry.call !== 'boarding'),
    ) &&
    !roster.people.some((p) =>
      Object.entries(p.roll).some(
        ([call, words]) => call !== 'boarding' && saidIn(words).length > 0,
      ),
    )
  );
}

/** What was done to the whole batch, by anybody the phone knows of. */
export function stepsOf(roster: PhoneRoster, own: Own) {
  const has = (kind: Deed['kind']) =>
    roster.held.includes(kind) || own.unsent.some((entry) => entry.kind === kind);
  const arrived = roster.arrivedAt !== null || has('arrive');
  const isSigned = (): boolean => {
    const signed = signedIn(roster, own);
    const isExplained = (p: RosterPerson): boolean => {
      const shown = shownOf(p, 'arrival', own);
      return shown === 'arrived' ? signed.has(p.id) : shown !== null && shown !== 'disputed';
    };
    return signed.size > 0 && calledIn(roster, 'arrival', own).every(isExplained);
  };
  return {
    departed: isDeparted(roster, own),
    arrived,
    handedOver: roster.handedOverAt !== null || (arrived && isSigned()),
  };
}

/** Whoever is on the list of a roll call: everybody for boarding, those on board after it. */
export function calledIn(roster: PhoneRoster, call: CallName, own: Own): RosterPerson[] {
  if (call === 'boarding') return roster.people;
  // Whoever is not settled yet is looked for as well: they may be the one who was left behind.
  const onBoard = roster.people.filter((p) => {
    const shown = shownOf(p, 'boarding', own);
    return shown === 'boarded' || shown === 'disputed' || shown === null;
  });
  // Whoever got off on the way, or is with the employer already, is not looked for at the next
  // stop.
  if (call === 'arrival') return onBoard;
  const signed = signedIn(roster, own);
  return onBoard.filter((p) => shownOf(p, 'arrival', own) !== 'left_en_route' && !signed.has(p.id));
}
