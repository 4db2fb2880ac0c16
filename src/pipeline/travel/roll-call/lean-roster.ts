import type { PhoneRoster, RosterPerson } from './phone-roster.ts';

/**
 * What is so of most people: left out where a page carries the roster over a slow line, and put
 * back on the phone.
 */
const USUAL = {
  kin: null,
  captain: false,
  portrait: null,
  seat: null,
  tickets: '',
  askFirst: false,
  hasLeft: false,
  travel: 'expected',
  roll: {},
} satisfies Partial<RosterPerson>;

/** A roster without what is usual. */
export type LeanRoster = Omit<PhoneRoster, 'people'> & {
  people: (Omit<RosterPerson, keyof typeof USUAL> & Partial<RosterPerson>)[];
};

function isUsual([name, value]: [string, unknown]): boolean {
  return (
    name in USUAL && JSON.stringify(value) === JSON.stringify(USUAL[name as keyof typeof USUAL])
  );
}

export function lean(roster: PhoneRoster): LeanRoster {
  return {
    ...roster,
    people: roster.people.map(
      (p) =>
        Object.fromEntries(
          Object.entries(p).filter((field) => !isUsual(field)),
        ) as LeanRoster['people'][number],
    ),
  };
}

/**
 * The roster whole again; also one that was kept by an earlier version of the page, which did not
 * say all of it.
 */
export function whole(roster: LeanRoster): PhoneRoster {
  return {
    ...roster,
    people: roster.people.map((p) => ({ ...USUAL, ...p })),
  };
}
