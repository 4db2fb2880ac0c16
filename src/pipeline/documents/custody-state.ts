import type { PaperKind } from './paper-kind.ts';

/**
 * Who may hold an original for processing. Neither the employer nor an agency can (Labour Contract
 * Law art. 9, 84).
 */
export const HOLDERS = ['station', 'police_station', 'government_hall'] as const;

export type Holder = (typeof HOLDERS)[number];

/** An original that has not come back yet. `keeper` is the person at that place who took it. */
export type Custody = {
  id: string;
  kind: PaperKind;
  holder: Holder;
  keeper?: string;
  returnBy: string;
};
