import type { ToldLine } from '../pipeline/batch/change.ts';
import type { OwnData } from '../registry/own-data.ts';
import type { TradeCode } from '../registry/trade.ts';
import type { Availability, Wish } from '../registry/worker.ts';

/** Everything that is kept of a person, for the copy that they are entitled to (PIPL art. 45). */
export type PersonCopy = Omit<OwnData, 'certificates' | 'links'> & {
  at: number;
  certificates: { trade: TradeCode; level: string; issuer: string; expiresOn: string | null }[];
  wishes: { at: number; availability: Availability; wish: Wish | null }[];
  changes: { at: number; field: string; was: string; becomes: string }[];
  batches: { id: string; code: string }[];
  /** What happened to them in their batches, oldest first. */
  lines: (ToldLine & { batchId: string })[];
  villageName: ReadonlyMap<string, string>;
  /**
   * Whether whoever asks may read what a clinic concluded: the person themselves, and the station.
   */
  seesHealth: boolean;
};
