import type { VisitLine } from '../follow-up/visit-list.tsx';
import type { OrderState } from '../../src/pipeline/demand/order-state.ts';
import type { DeadlineKind } from '../../src/pipeline/deadline.ts';

export type TodayProps = {
  name: string;
  orders: { id: string; state: OrderState; terms: { employer: string } }[];
  deadlines: Due[];
  /** How many requests of workers to have their data put right wait. */
  corrections: number;
  visits: VisitLine[];
  people: Map<string, { name: string; phone: string }>;
  mayWrite: boolean;
  mayPlan: boolean;
};

export type Due = {
  id: string;
  batchId: string;
  placementId: string | null;
  kind: DeadlineKind;
  dueAt: number;
  code: string;
  person: { name: string } | null;
};
