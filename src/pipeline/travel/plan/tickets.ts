import { narrow } from '../../../text/plain-text.ts';
import type { Decision } from '../../batch/change.ts';
import type { Snapshot } from '../../batch/snapshot.ts';
import { planChange } from './plan-change.ts';
import { travels } from '../../batch/placement.ts';

/** How long what stands on a ticket may be: `Car 8, seat 12A`. */
const LONGEST = 20;

export type TicketLine = { placementId: string; seat: string };
export type ReadTickets = { lines: TicketLine[]; unread: string[] };

function isSpace(char: string | undefined): boolean {
  return char === undefined || /[\s,:\u3001]/.test(char);
}

/**
 * How each is called on the list of tickets: by name; people of one name with a number, as they are
 * listed.
 */
export function ticketNames(s: Snapshot): { id: string; name: string }[] {
  const people = s.placements.filter(travels);
  const reading = new Map<string, number>();
  return people.map(({ id, name }) => {
    const no = (reading.get(name) ?? 0) + 1;
    reading.set(name, no);
    return {
      id,
      name: people.some((other) => other.id !== id && other.name === name)
        ? `${name}(${no})`
        : name,
    };
  });
}

/** Whose line it is: the longest name with which it begins. */
function ownerOf(line: string, people: readonly { id: string; name: string }[]) {
  return (
    people
      .filter(({ name }) => line.startsWith(name) && isSpace(line[name.length]))
      .toSorted((a, b) => b.name.length - a.name.length)[0] ?? null
  );
}

/**
 * Reads tickets as they are copied out of a sheet or typed: a line a person, the name first, then
 * carriage and seat. A line of a name alone takes the seat away. What cannot be read comes back as
 * it was.
 */
export function readTickets(text: string, s: Snapshot): ReadTickets {
  const people = ticketNames(s);
  const lines: TicketLine[] = [];
  const unread: string[] = [];
  for (const raw of text.split('\n')) {
    const line = narrow(raw);
    if (line === '') continue;
    const owner = ownerOf(line, people);
    const seat = owner
      ? line
          .slice(owner.name.length)
          .replaceAll(/[\s,:\u3001]+/g, ' ')
          .trim()
      : '';
    // An ID number is never taken for a seat.
    if (!owner || seat.length > LONGEST || /\d{9}/.test(seat)) unread.push(raw.trim());
    else lines.push({ placementId: owner.id, seat });
  }
  return { lines, unread };
}

/** What stands on the tickets of one leg: for each who is named, the seat, or none. */
export function noteTickets(
  s: Snapshot,
  leg: { id: string; vehicle: string },
  lines: readonly TicketLine[],
): Decision {
  const seats = new Map(lines.map(({ placementId, seat }) => [placementId, seat]));
  const changed = s.placements.filter(
    (p) => seats.has(p.id) && (p.tickets[leg.id] ?? '') !== seats.get(p.id),
  );
  if (changed.length === 0) return { error: 'already_recorded' };
  const decision = planChange(s, {
    kind: 'tickets_noted',
    detail: { vehicle: leg.vehicle, people: changed.length },
  });
  if ('error' in decision) return decision;
  return {
    ...decision,
    placements: changed.map((p) => {
      const { [leg.id]: _was, ...others } = p.tickets;
      const seat = seats.get(p.id) ?? '';
      return { id: p.id, set: { tickets: seat === '' ? others : { ...others, [leg.id]: seat } } };
    }),
  };
}
