import type { Availability, NextOfKin } from '../worker.ts';
import type { TradeCode } from '../trade.ts';
import { type FieldChange, kinText, PERSON_FIELDS, type PersonField } from '../person-fields.ts';
import { sameGroup } from './place.ts';
import type { RosterPerson } from './row.ts';

export type KnownPerson = {
  id: string;
  name: string;
  phone: string;
  villageId: string;
  groupName: string;
  trade: TradeCode;
  availability: Availability;
  /** When they said so themselves, or to an officer; null where nobody asked them. */
  availabilityAt: number | null;
  kin: NextOfKin | null;
  remark: string;
};

function same(field: PersonField, from: string, to: string): boolean {
  return from === to || (field === 'groupName' && sameGroup(from, to));
}

/**
 * What a row would change of a person. An empty cell changes nothing: a file that does not know is
 * no reason to forget.
 */
export function changesOf(person: RosterPerson, known: KnownPerson): FieldChange[] {
  const kin = person.kin
    ? {
        ...person.kin,
        relation: person.kin.relation || (known.kin?.relation ?? ''),
        phone: person.kin.phone || (known.kin?.phone ?? ''),
      }
    : null;
  const told: Record<PersonField, [from: string, to: string | null]> = {
    name: [known.name, person.name],
    phone: [known.phone, person.phone],
    villageId: [known.villageId, person.villageId],
    groupName: [known.groupName, person.groupName],
    trade: [known.trade, person.trade],
    // What somebody said on a day that is known is not overruled by a list of an unknown one.
    availability: [known.availability, known.availabilityAt === null ? person.availability : null],
    kin: [kinText(known.kin), kin && kinText(kin)],
    remark: [known.remark, person.remark],
  };
  return PERSON_FIELDS.flatMap((field) => {
    const [from, to] = told[field];
    return to === null || same(field, from, to) ? [] : [{ field, from, to }];
  });
}
