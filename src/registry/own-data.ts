import type { Correctable, CorrectionState } from './correction.ts';
import type { TradeCode } from './trade.ts';
import type { Availability, NextOfKin, Sex, Wish } from './worker.ts';

/**
 * What the station keeps of a worker, as they may see it: everything but the ID number's readable
 * form.
 */
export type OwnData = {
  person: {
    id: string;
    name: string;
    sex: Sex;
    bornOn: string;
    idNumberLast4: string;
    phone: string;
    groupName: string;
    trade: TradeCode;
    availability: Availability;
    availabilityAt: number | null;
    wish: Wish | null;
    kin: NextOfKin | null;
    remark: string;
    dataConsentAt: number | null;
    createdAt: number;
  };
  village: string;
  certificates: { trade: TradeCode; level: string; expiresOn: string | null }[];
  consents: { given: boolean; at: number }[];
  corrections: {
    field: Correctable;
    wanted: string;
    at: number;
    state: CorrectionState;
    answer: string | null;
  }[];
  /** Every link that was made for them. */
  links: {
    issuedAt: number;
    by: string;
    openedAt: number | null;
    revokedAt: number | null;
    expiresAt: number;
  }[];
  reveals: { at: number; by: string; reason: string }[];
};
