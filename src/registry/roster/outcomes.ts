import { changesOf, type KnownPerson } from './comparison.ts';
import type { RosterColumn } from './heading.ts';
import type { Alike, Outcome } from './import.ts';
import type { RosterPerson, RowNote, RowReading } from './row.ts';
import type { RowError } from './row-outcome.ts';

export function nameIn(reading: RowReading): string {
  if ('person' in reading) return reading.person.name;
  return 'refused' in reading ? reading.refused.name : '';
}

export type NewOutcome = Extract<Outcome, { kind: 'new' }>;

type Resembling = Omit<Alike, 'reason'> & { bornOn: string; phone: string; villageId: string };

function likenessOf(
  person: RosterPerson,
  { id, name, last4, bornOn, phone }: Resembling,
): Alike | null {
  if (name !== person.name) return null;
  if (bornOn === person.bornOn) return { id, name, last4, reason: 'name_and_birth' };
  return phone !== '' && phone === person.phone
    ? { id, name, last4, reason: 'name_and_phone' }
    : null;
}

/** What could not be read changes nothing of somebody who is registered already. */
const KEPT: Partial<Record<RowNote, RowNote>> = {
  trade_unknown: 'trade_kept',
  availability_unknown: 'availability_kept',
};

function notesOfKnown({ notes }: RosterPerson): RowNote[] {
  return notes.filter((note) => note !== 'phone_missing').map((note) => KEPT[note] ?? note);
}

export function outcomeOf(
  person: RosterPerson,
  found: (KnownPerson & { erasureDueOn: string | null }) | undefined,
  fresh: NewOutcome,
  alike: Resembling[],
  ownVillage: string | null,
): Outcome {
  const refuse = (column: RosterColumn, error: RowError): Outcome => ({
    kind: 'refused',
    row: person.row,
    name: person.name,
    column,
    error,
  });
  if (!found) {
    if (person.villageId === null) return refuse('village', 'village_required');
    // Who lives in another village is nobody that an officer may be told of.
    const near = alike.filter((other) => ownVillage === null || other.villageId === ownVillage);
    return {
      ...fresh,
      alike: near.flatMap((other) => likenessOf(person, other) ?? []).slice(0, 3),
    };
  }
  if (ownVillage !== null && found.villageId !== ownVillage)
    return refuse('village', 'not_own_village');
  // A list from somewhere must not bring back whoever asked to be forgotten; they themselves can,
  // at the counter.
  if (found.erasureDueOn !== null) return refuse('idNumber', 'asked_to_be_forgotten');
  const { kind: _k, alike: _a, ...stated } = fresh;
  const told = { ...stated, workerId: found.id, notes: notesOfKnown(person) };
  const changes = changesOf(person, found);
  return changes.length === 0
    ? { kind: 'unchanged', ...told }
    : { kind: 'changed', ...told, changes };
}
