import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { EscortRole } from '../../src/pipeline/travel/manifest.ts';
import type { Typed } from '../components/form.tsx';

export type EscortView = {
  id: string;
  name: string;
  phone: string;
  role: EscortRole;
  accountId: string | null;
  linkId: string | null;
};

export type EscortProps = {
  s: Snapshot;
  escorts: EscortView[];
  legs: { fromPlace: string; toPlace: string }[];
  planSeen: ReadonlyMap<string, number>;
  accounts: { id: string; name: string }[];
  /** The account that is looking. */
  viewer: string;
  mayWrite: boolean;
  typed: Typed;
  captain: Typed;
  /** What was typed, and refused, to replace an escort. */
  replacing: (id: string) => Typed;
};
