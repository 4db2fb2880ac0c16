/** What a workflow instance is started with: an id, never a state. `version` lets a later deployment tell instances apart that began under an earlier one. */
export type BatchParams = { batchId: string; version: 1 };
