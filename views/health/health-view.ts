import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { Bearer } from '../../src/pipeline/ledger/budget.ts';
import type { Placement } from '../../src/pipeline/batch/placement.ts';

export type HealthProps = {
  s: Snapshot;
  people: Placement[];
  villageOf: (workerId: string) => string;
  clinics: { id: string; name: string; priceFen: number }[];
  /** What the examinations cost so far, by who pays. */
  costs: { bearer: Bearer; spentFen: number }[];
  /** What was chosen when the list was filled to a capacity. */
  asked: {
    clinicId: string | null;
    heldOn: string | null;
    capacity: number | null;
    price: string | null;
    payer: string | null;
  };
  /** Whom a day takes, whole villages first. */
  fill: (waiting: Placement[]) => string[];
  days: {
    id: string;
    clinic: string;
    heldOn: string;
    booked: string[];
    linkId: string | null;
    cancelledAt: number | null;
  }[];
  seesHealth: boolean;
  mayWrite: boolean;
};
