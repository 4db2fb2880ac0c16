import type { Stage } from '../../src/pipeline/stages.ts';
import type { TradeCode } from '../../src/registry/trade.ts';
import type { Availability, NextOfKin, Sex, Wish } from '../../src/registry/worker.ts';
import type { CaseKind, CaseState } from '../../src/pipeline/follow-up/case-state.ts';

export type Person = {
  worker: {
    id: string;
    name: string;
    sex: Sex;
    bornOn: string;
    idNumberLast4: string;
    phone: string;
    groupName: string;
    trade: TradeCode;
    skilled: boolean;
    availability: Availability;
    kin: NextOfKin | null;
    dataConsentAt: number | null;
    remark: string;
    availabilityAt: number | null;
    wish: Wish | null;
    mergedInto: string | null;
    erasedAt: number | null;
    erasureDueOn: string | null;
  };
  village: string;
  /** Names of those whom they want to travel with. */
  companions: string[];
  villageName: Map<string, string>;
  accountName: Map<string, string>;
  /** Days for which somebody's word on going counts. */
  wishHolds: number;
  changes: Change[];
  reveals: { at: number; actor: string; detail: Record<string, unknown> }[];
  consents: { given: boolean; at: number; actor: string }[];
  /** How many other entries may be the same person. */
  likenesses: number;
  mergers: { id: string; at: number }[];
  /** Batches the viewer may add this person to; none while they are in one. */
  joinable: { id: string; code: string }[];
  certificates: {
    trade: TradeCode;
    level: string;
    issuer: string;
    numberLast4: string;
    expiresOn: string | null;
    reviewOn: string | null;
  }[];
  placements: { id: string; batchId: string; exit: string | null }[];
  batches: {
    id: string;
    code: string;
    status: 'open' | 'closed' | 'cancelled';
    stage: Stage;
    departsOn: string;
  }[];
  cases: {
    id: string;
    kind: CaseKind;
    state: CaseState;
    claimedFen: number;
    recoveredFen: number;
  }[];
  link: { id: string } | null;
};

export type Change = {
  field: string;
  was: string;
  becomes: string;
  at: number;
  actor: string;
  cause: string | null;
};
