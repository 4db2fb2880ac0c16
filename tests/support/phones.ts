import fc from 'fast-check';
import type { Page } from '../../scripts/story/browser.ts';
import { ANSWER_MARK } from '../../src/answer-mark.ts';
import { type Answer, heardIn } from '../../src/client/roll-call/answer.ts';
import { HOUR } from '../../src/clock.ts';
import type { PhoneRoster } from '../../src/pipeline/travel/roll-call/phone-roster.ts';
import type { Knows } from '../../src/pipeline/travel/roll-call/word.ts';
import { overhear, shownToOthers } from '../../src/pipeline/travel/roll-call/side-by-side.ts';
import type { PhoneEntry, Verdict } from '../../src/pipeline/travel/roll-call/deed.ts';
import { ownOf } from '../../src/pipeline/travel/roll-call/on-the-phone.ts';
import { knownOn, knownTo } from '../../src/pipeline/travel/roll-call/known.ts';
import {
  BOARDING_OUTCOMES,
  type CallName,
} from '../../src/pipeline/travel/roll-call/roll-state.ts';

type Sent = { status: number; answer: Answer };

/** What stands between a phone and the station, and who answers therefore. */
export const GATEWAYS = {
  page: () =>
    new Response('<h1>Please sign in to the network</h1>', {
      headers: { 'content-type': 'text/html' },
    }),
  'not found': () => new Response('Not Found', { status: 404 }),
  'bad gateway': () => new Response('Bad Gateway', { status: 502 }),
  // Whoever answers anything at all with what looks like an answer.
  lookalike: () => Response.json({ answers: [], heard: 999, over: true, roster: null, done: true }),
} as const;
export type Gateway = keyof typeof GATEWAYS;

/**
 * Sends the fields of a phone to the station: as the browser that holds the link, or as one that
 * has lost its cookies.
 */
export type Post = (fields: Record<string, string>, isForgetful?: boolean) => Promise<Response>;

/** What a visitor's browser got, as a phone's script sees it. */
export function responseOf({ html, status, headers }: Page): Response {
  return new Response(html, { status, headers: { [ANSWER_MARK]: headers.get(ANSWER_MARK) ?? '' } });
}

function idOf(name: string, no: number): string {
  return `01${name.slice(1)}${String(no).padStart(17, '0')}`.toUpperCase();
}

let born = 0;
/**
 * A phone of the roll call: it keeps what it does, and sends it when it can. What it does is what
 * the page's own store does.
 */
export class Phone {
  name = `p${String((born += 1)).padStart(7, '0')}`;
  entries: PhoneEntry[] = [];
  sentUpTo = 0;
  clock = 0;
  roster!: PhoneRoster;
  answers = new Map<number, Verdict>();
  /**
   * Every deed that it knows of, by the deed's id: what the oracle believes, without any numbers.
   */
  known = new Set<string>();
  readonly to: Post;

  constructor(to: Post) {
    this.to = to;
  }

  /** A phone that has opened its page with a signal. */
  static async opened(to: Post): Promise<Phone> {
    const phone = new Phone(to);
    phone.hear((await phone.post([], 0)).answer);
    return phone;
  }

  do(deed: Record<string, unknown>, passedOn?: Knows): PhoneEntry {
    const no = this.entries.length + 1;
    const id = idOf(this.name, no);
    const { placementId, call } = deed as Partial<{ placementId: string; call: CallName }>;
    const known =
      placementId && call
        ? knownOn(this.roster, ownOf(this.name, this.unsent), placementId, call)
        : knownTo(this.roster, this.name);
    const entry = {
      ...deed,
      id,
      no,
      at: Date.now() + this.clock,
      knows: passedOn ?? known,
    } as PhoneEntry;
    this.entries.push(entry);
    return entry;
  }

  get unsent(): PhoneEntry[] {
    return this.entries.filter(({ no }) => no > this.sentUpTo);
  }

  private fields(entries: PhoneEntry[], seq: number): Record<string, string> {
    const [sentAt, told] = [String(Date.now() + this.clock), JSON.stringify(entries)];
    return { phone: this.name, seq: String(seq), sentAt, entries: told };
  }

  /** Sends over a line on which nothing stands in the way. */
  async post(entries: PhoneEntry[], seq = this.roster?.seq ?? 0): Promise<Sent> {
    const response = await this.to(this.fields(entries, seq));
    const answer = heardIn(response, await response.json());
    if (typeof answer === 'string') throw new Error(`${answer}: ${response.status}`);
    return { status: response.status, answer };
  }

  /** Sends what waits, and makes of whatever comes back what the page's own script makes of it. */
  async sendThrough(way: Gateway | 'no cookies'): Promise<void> {
    const response =
      way === 'no cookies'
        ? await this.to(this.fields(this.unsent, this.roster.seq), true)
        : GATEWAYS[way]();
    const answer = heardIn(response, await response.json().catch(() => null));
    const expected = way === 'no cookies' ? 'lost' : 'trouble';
    if (answer !== expected) throw new Error(`${way} was taken for ${JSON.stringify(answer)}`);
  }

  /** Closed, and opened again: there is what was kept. */
  reopened(): Phone {
    const { name, entries, sentUpTo, roster, clock } = this;
    const kept = JSON.parse(
      JSON.stringify({ name, entries, sentUpTo, roster, clock }),
    ) as Partial<Phone>;
    return Object.assign(new Phone(this.to), kept, { answers: this.answers, known: this.known });
  }

  hear({ answers, heard, roster }: Answer): void {
    for (const each of answers) this.answers.set(each.no, each);
    this.sentUpTo = heard;
    if (roster) this.roster = roster;
  }
}

export function word(placementId: string, outcome: string, call = 'boarding') {
  return {
    kind: 'word',
    placementId,
    call,
    outcome,
  };
}

/**
 * A deed as the oracle knows it: whom it is about, what it says, and every deed that its phone had
 * heard of. One that was only passed on names the phone it was heard from, and all that this one
 * had done by then.
 */
type Told = {
  id: string;
  by: string;
  placementId: string;
  outcome: string;
  seen: ReadonlySet<string>;
  echo?: { of: string; deeds: ReadonlySet<string>; knew: ReadonlySet<string> };
};

function isDeedOf(id: string, name: string): boolean {
  return id.startsWith(`01${name.slice(1)}`);
}

function overrules(newer: Told, { id, echo }: Told): boolean {
  if (newer.seen.has(id)) return true;
  if (echo === undefined) return false;
  if (newer.by === echo.of) return !echo.deeds.has(newer.id);
  const knewAll = echo.deeds.size > 0 && [...echo.deeds].every((each) => newer.seen.has(each));
  return (
    knewAll || [...newer.seen].some((each) => isDeedOf(each, echo.of) && !echo.deeds.has(each))
  );
}

/** What people did, in sets: it knows no numbers, no order of arrival and no clock. */
export class Oracle {
  readonly told = new Map<string, Told>();
  /** What the server has taken in so far: whoever hears from it hears of all of it. */
  readonly delivered = new Set<string>();

  tap(phone: Phone, placementId: string, outcome: string): void {
    const { id } = phone.do(word(placementId, outcome));
    // Whoever knows a word on somebody knows what its phone knew of them.
    const onThem = [...this.told.values()].filter(
      (each) => each.placementId === placementId && phone.known.has(each.id),
    );
    const seen = new Set([
      ...phone.known,
      ...onThem.flatMap((each) => [
        ...each.seen,
        ...(each.echo?.deeds ?? []),
        ...(each.echo?.knew ?? []),
      ]),
    ]);
    this.told.set(id, { id, by: phone.name, placementId, outcome, seen });
    phone.known.add(id);
  }

  /** The server has heard of a phone's entries up to a number. */
  taken(phone: Phone, upTo: number): void {
    for (const { id, no } of phone.entries) if (no <= upTo) this.delivered.add(id);
  }

  listens(phone: Phone): void {
    for (const id of this.delivered) phone.known.add(id);
  }

  /** Two phones side by side: whom only the one has called, the other calls as well from now on. */
  shows(phone: Phone, other: Phone): void {
    if (other === phone) return;
    const text = shownToOthers(phone.roster, 'boarding', ownOf(phone.name, phone.unsent));
    const heard = overhear(text, other.roster, ownOf(other.name, other.unsent));
    if (heard === null || heard === 'other_list') return;
    const deedsOf = (name: string, upTo: number) =>
      new Set(Array.from({ length: upTo }, (_, i) => idOf(name, i + 1)));
    for (const { placementId, outcome, echoes } of heard.adopted) {
      const [of, upTo] = echoes;
      const { id } = other.do({ ...word(placementId, outcome), echoes }, heard.knows);
      // It overrules nobody, not even what this phone said before, which says nothing any more.
      this.told.set(id, {
        id,
        by: other.name,
        placementId,
        outcome,
        seen: new Set(),
        echo: {
          of,
          deeds: deedsOf(of, upTo),
          knew: new Set(
            Object.entries(heard.knows).flatMap(([name, no]) => [...deedsOf(name, no)]),
          ),
        },
      });
      other.known.add(id);
    }
  }

  /**
   * What is said of somebody in the end, of the words that were accepted: each that nobody
   * overruled who knew of it.
   */
  saidOf(placementId: string, accepted: ReadonlySet<string>): string[] {
    const said = [...this.told.values()].filter(
      (each) => each.placementId === placementId && accepted.has(each.id),
    );
    const standing = said.filter(
      (each) => !said.some((other) => other !== each && overrules(other, each)),
    );
    return [
      ...new Set(standing.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'undo')),
    ].sort();
  }
}

const FATES = [
  'good',
  'lost',
  'answer lost',
  'twice',
  'out of turn',
  'no cookies',
  'closed while sending',
  ...(Object.keys(GATEWAYS) as Gateway[]),
] as const;
type Fate = (typeof FATES)[number];

/** What happens to three phones on a train, in any order. */
export type Happening =
  | { kind: 'tap'; phone: number; person: number; outcome: string }
  | { kind: 'send'; phone: number; fate: Fate }
  | { kind: 'close'; phone: number }
  | { kind: 'show'; phone: number; to: number }
  | { kind: 'clock'; phone: number; off: number }
  | { kind: 'die'; phone: number }
  | { kind: 'depart'; phone: number };

const somePhone = fc.nat(2);
/** @param people how many people are on the list */
export function happenings(people: number): fc.Arbitrary<Happening> {
  return fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('tap' as const),
        phone: somePhone,
        person: fc.nat(people - 1),
        outcome: fc.constantFrom(...BOARDING_OUTCOMES, 'boarded', 'boarded', 'undo'),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('send' as const),
        phone: somePhone,
        fate: fc.constantFrom<Fate>('good', 'good', 'good', ...FATES),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('show' as const), phone: somePhone, to: somePhone }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('clock' as const),
        phone: somePhone,
        off: fc.integer({ min: -26 * HOUR, max: 26 * HOUR }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('die' as const), phone: somePhone }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), phone: somePhone }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('depart' as const), phone: somePhone }) },
  );
}

/** Three phones of one roll call, what has happened to them, and what the oracle makes of it. */
export class Course {
  readonly oracle = new Oracle();
  readonly phones: Phone[];
  private readonly people: readonly string[];
  private readonly afterSending: () => Promise<void>;

  /** @param afterSending what has to hold whenever the server has taken something in */
  constructor(phones: Phone[], people: readonly string[], afterSending: () => Promise<void>) {
    this.phones = phones;
    this.people = people;
    this.afterSending = afterSending;
  }

  async send(phone: Phone): Promise<void> {
    phone.hear((await phone.post(phone.unsent)).answer);
    this.oracle.taken(phone, phone.sentUpTo);
    this.oracle.listens(phone);
    await this.afterSending();
  }

  /** The server takes it in, but the phone never hears of it. */
  private async deliver(phone: Phone, entries: PhoneEntry[]): Promise<void> {
    const { answer } = await phone.post(entries);
    this.oracle.taken(phone, answer.heard);
    for (const each of answer.answers)
      if (!phone.answers.has(each.no)) phone.answers.set(each.no, each);
  }

  async goOn(each: Happening): Promise<void> {
    const phone = this.phones[each.phone]!;
    switch (each.kind) {
      case 'tap':
        return this.oracle.tap(phone, this.people[each.person]!, each.outcome);
      case 'depart':
        phone.do({ kind: 'depart' });
        return;
      case 'clock':
        phone.clock = each.off;
        return;
      case 'show':
        return this.oracle.shows(phone, this.phones[each.to]!);
      case 'die': {
        // Another phone takes over its link: it begins with what the server has.
        const heir = await Phone.opened(phone.to);
        this.oracle.listens(heir);
        this.phones[each.phone] = heir;
        return;
      }
      case 'close':
        this.phones[each.phone] = phone.reopened();
        return;
      case 'send':
        await this.sent(phone, each.fate);
        if (each.fate === 'closed while sending') this.phones[each.phone] = phone.reopened();
    }
  }

  private async sent(phone: Phone, fate: Fate): Promise<void> {
    if (fate === 'no cookies' || fate in GATEWAYS)
      return phone.sendThrough(fate as Gateway | 'no cookies');
    if (fate === 'answer lost' || fate === 'closed while sending' || fate === 'twice')
      await this.deliver(phone, phone.unsent);
    if (fate === 'out of turn') await this.deliver(phone, phone.unsent.slice(1));
    if (fate === 'good' || fate === 'twice') await this.send(phone);
  }

  /**
   * Everybody comes home and sends what is left. Throws where an entry got no answer: nothing is
   * dropped without a word.
   */
  async end(): Promise<void> {
    const hasMore = (phone: Phone): boolean =>
      phone.entries.some(({ no }) => no > phone.sentUpTo || !phone.answers.has(no));
    for (const phone of this.phones) {
      if (hasMore(phone)) await this.send(phone);
      const silent = phone.entries.filter(({ no }) => !phone.answers.has(no));
      if (silent.length > 0)
        throw new Error(`${phone.name} heard nothing of ${silent.map(({ no }) => no).join()}`);
    }
  }

  /**
   * What differs between what the server has and what people did; empty where nothing does.
   * @param rows the words on record
   * @param ended where everybody is now
   */
  differences(
    rows: { id: string; verdict: string }[],
    ended: { id: string; travel: string; said: string[]; hasDeparted: boolean }[],
  ): string[] {
    const { told, delivered } = this.oracle;
    const expected = [...told.keys()].filter((id) => delivered.has(id)).toSorted();
    const found = rows.map(({ id }) => id).toSorted();
    const accepted = new Set(
      rows.filter(({ verdict }) => verdict === 'recorded').map(({ id }) => id),
    );
    return [
      expected.join() === found.join()
        ? ''
        : `on record are ${found.join()}, and were said ${expected.join()}`,
      ...ended.map(({ id, travel, said, hasDeparted }) => {
        const outcomes = this.oracle.saidOf(id, accepted);
        if (said.toSorted().join() !== outcomes.join())
          return `${id}: ${said.join()} instead of ${outcomes.join()}`;
        if (outcomes.length === 1)
          return travel === outcomes[0] ? '' : `${id} is ${travel} and not ${outcomes[0]}`;
        return hasDeparted || travel === 'expected'
          ? ''
          : `${id} is ${travel} though ${outcomes.join()} was said`;
      }),
    ].filter(Boolean);
  }
}
