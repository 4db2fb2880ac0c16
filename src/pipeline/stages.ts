/** The six stages, in order. A batch stands in one; facts of any stage may be recorded early or late. */
export const STAGES = ['demand', 'recruitment', 'health', 'documents', 'travel', 'followUp'] as const;
export type Stage = (typeof STAGES)[number];

export const stageIndex = (stage: Stage): number => STAGES.indexOf(stage);
export const nextStage = (stage: Stage): Stage | null => STAGES[stageIndex(stage) + 1] ?? null;
export const reached = (current: Stage, stage: Stage): boolean => stageIndex(current) >= stageIndex(stage);
