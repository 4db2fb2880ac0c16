import { demandStage } from './demand/demand.stage.ts';
import { documentsStage } from './documents/documents.stage.ts';
import { followUpStage } from './follow-up/follow-up.stage.ts';
import { healthStage } from './health/health.stage.ts';
import { recruitmentStage } from './recruitment/recruitment.stage.ts';
import type { Slice } from './slice.ts';
import { travelStage } from './travel/travel.stage.ts';

/** The slices of the pipeline, one for each stage, in the order of `stages.ts`. */
export const COURSE: readonly Slice[] = [
  demandStage,
  recruitmentStage,
  healthStage,
  documentsStage,
  travelStage,
  followUpStage,
];
