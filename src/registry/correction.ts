/** What a worker can ask to have put right. */
export const CORRECTABLE = ['name', 'phone', 'village', 'group', 'trade', 'kin', 'other'] as const;
export type Correctable = (typeof CORRECTABLE)[number];
export type CorrectionState = 'open' | 'done' | 'refused';

/**
 * The field of the person's form in which a request is taken up as it was written; the others need
 * a look.
 */
export const CORRECTED_FIELD: Partial<Record<Correctable, string>> = {
  name: 'name',
  phone: 'phone',
  group: 'groupName',
};
