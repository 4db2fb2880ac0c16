/**
 * What the Worker is bound to. `CLOCK` is `movable` only where the launcher serves the demo town.
 */
export type Env = {
  DB: D1Database;
  DISPATCH: Workflow<BatchParams>;
  ASSETS: Fetcher;
  /** Encrypted photos of papers, under random names. */
  PHOTOS: R2Bucket;
  /** Master secret, at least 32 random bytes in base64; every other key is derived from it. */
  SECRET: string;
  ENVIRONMENT: 'production' | 'local';
  /**
   * Hosts that group robots may have beside the vendors' own, with commas between: for a receiver
   * of the operator's.
   */
  ROBOT_HOSTS?: string;
  CLOCK?: 'real' | 'movable';
};

/**
 * What a workflow instance is started with: an id, never a state. `version` lets a later deployment
 * tell instances apart that began under an earlier one.
 */
export type BatchParams = { batchId: string; version: 1 };
