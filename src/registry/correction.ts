/** What a worker can ask to have put right. */
export const CORRECTABLE = ['name', 'phone', 'village', 'group', 'trade', 'kin', 'other'] as const;
export type Correctable = (typeof CORRECTABLE)[number];
export type CorrectionState = 'open' | 'done' | 'refused';
