import type { NextOfKin } from './worker.ts';

/**
 * What can change of a person and is told field by field. Birth date and sex follow from the ID
 * number.
 */
export const PERSON_FIELDS = [
  'name',
  'phone',
  'villageId',
  'groupName',
  'trade',
  'availability',
  'kin',
  'remark',
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];

/** A field as it is and as it shall be; kin as `name relation phone`. */
export type FieldChange = { field: PersonField; from: string; to: string };

export function kinText(kin: NextOfKin | null): string {
  return kin ? [kin.name, kin.relation, kin.phone].filter(Boolean).join(' ') : '';
}

/** What `kinText` wrote, read back. */
export function kinFrom(text: string): NextOfKin | null {
  const parts = text.split(' ');
  const phone = /^1\d{10}$/.test(parts.at(-1) ?? '') ? (parts.pop() ?? '') : '';
  const [name = '', ...relation] = parts;
  return name === '' ? null : { name, relation: relation.join(' '), phone };
}
