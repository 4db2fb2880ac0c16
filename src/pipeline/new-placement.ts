import type { Placement } from './batch/placement.ts';
import { nothingHandedIn } from './documents/paper-state.ts';
import { notYetThere } from './follow-up/follow-up-state.ts';
import { notExamined } from './health/health-state.ts';
import { newlyRegistered } from './recruitment/recruitment-state.ts';
import { notDeparted } from './travel/travel-state.ts';

/** Somebody on the first day of their placement: each slice says how it begins. */
export function newPlacement(id: string, workerId: string, name: string): Placement {
  return {
    id,
    workerId,
    name,
    active: true,
    ...newlyRegistered,
    ...notExamined,
    ...nothingHandedIn,
    ...notDeparted,
    ...notYetThere,
  };
}
