import type { Snapshot } from '../../src/pipeline/batch/snapshot.ts';
import type { Bearer } from '../../src/pipeline/ledger/budget.ts';
import type { Typed } from '../components/form.tsx';
import type { IncidentKind } from '../../src/pipeline/travel/incident-kind.ts';

export type IncidentView = {
  id: string;
  kind: IncidentKind;
  legId: string | null;
  people: string[];
  occurredAt: number;
  note: string;
  called: string;
  policeReport: string;
  /** What it has cost, by who bears it. */
  costs: { bearer: Bearer; fen: number }[];
};

export type IncidentProps = {
  s: Snapshot;
  incidents: IncidentView[];
  legs: { id: string; fromPlace: string; toPlace: string; vehicle: string }[];
  mayWrite: boolean;
  typed: Typed;
};
