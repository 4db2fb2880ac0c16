/**
 * The six stages, in order. A batch stands in one; facts of any stage may be recorded early or
 * late.
 */
export const STAGES = [
  'demand',
  'recruitment',
  'health',
  'documents',
  'travel',
  'followUp',
] as const;
export type Stage = (typeof STAGES)[number];

export function stageIndex(stage: Stage): number {
  return STAGES.indexOf(stage);
}
export function nextStage(stage: Stage): Stage | null {
  return STAGES[stageIndex(stage) + 1] ?? null;
}
export function reached(current: Stage, stage: Stage): boolean {
  return stageIndex(current) >= stageIndex(stage);
}
