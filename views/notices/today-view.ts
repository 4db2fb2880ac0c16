import type { VisitLine } from '../follow-up/visit-list.tsx';
import type { Todo } from '../../src/pipeline/todo.ts';
import type { DeadlineKind } from '../../src/pipeline/deadline.ts';

/** A step of one of the batches, with what tells which batch it is. */
export type BatchStep = Todo & { batchId: string; orderId: string; code: string; employer: string };

/** The steps of a first run, in their order, and whether each is done. */
export const SET_UP_STEPS = [
  'station',
  'villages',
  'accounts',
  'clinics',
  'people',
  'employers',
  'orders',
] as const;
export type SetUp = Record<(typeof SET_UP_STEPS)[number], number>;

/** People by where they stand, over all batches under way. */
export type Sums = {
  places: number;
  open: number;
  preparing: number;
  ready: number;
  travelling: number;
  atWork: number;
};

export type TodayProps = {
  name: string;
  /** What all batches need next; null for whoever is shown only their village. */
  steps: BatchStep[] | null;
  /** Of how many batches what comes next is not made yet. */
  unmade: number;
  /** What the station has of what a first order needs; null once it has had one. */
  setUp: SetUp | null;
  isAdmin: boolean;
  /** How the people of all batches stand, for whoever leads; null for everybody else. */
  sums: Sums | null;
  /** How many batches are under way. */
  batches: number;
  /** What falls due for people of their own village, for whom only that is shown. */
  deadlines: Due[];
  /** How many requests of workers to have their data put right wait. */
  corrections: number;
  /** How many rights cases are not closed, to a hundred. */
  cases: number;
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
