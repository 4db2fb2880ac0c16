import { WorkflowEntrypoint, type WorkflowEvent, type WorkflowStep } from 'cloudflare:workers';
import { holdSecret } from '../../access/hidden-text.ts';
import { readNow } from '../../clock.queries.ts';
import { DAY, MINUTE } from '../../clock.ts';
import { openDatabase } from '../../db/client.ts';
import type { Env, BatchParams } from '../../env.ts';
import { STAGES, type Stage } from '../stages.ts';
import { nudgeType } from './wake.workflow.ts';
import { watch, type Watched } from './watch.queries.ts';

/**
 * The durable course of one batch: stage after stage, wait until the gate holds, close it, open the
 * next; at a deadline remind, then escalate. D1 is the truth: each step reads it anew, payloads
 * hold ids only, and an instance that lost all its state finds its place again from the batch's
 * row.
 */
export class DispatchBatch extends WorkflowEntrypoint<Env, BatchParams> {
  private waits = 0;

  override async run(
    event: Readonly<WorkflowEvent<BatchParams>>,
    step: WorkflowStep,
  ): Promise<void> {
    const { batchId } = event.payload;
    for (const stage of STAGES) {
      const ended = await this.stage(stage, batchId, step);
      if (ended) return;
    }
  }

  /** Waits in one stage until its gate has closed, or the batch has ended. */
  private async stage(stage: Stage, batchId: string, step: WorkflowStep): Promise<boolean> {
    for (;;) {
      const reading = await this.look(batchId, step);
      if (reading.status !== 'open') return true;
      if (STAGES.indexOf(reading.stage) > STAGES.indexOf(stage)) return false;
      await this.waitForNews(reading, step);
    }
  }

  /**
   * Reads the batch, closes gates that hold, sends reminders that are due, and notes the wait it
   * will rest on.
   */
  private look(batchId: string, step: WorkflowStep): Promise<Watched> {
    this.waits += 1;
    const waitNo = this.waits;
    return step.do(`look ${waitNo}`, async () => {
      holdSecret(this.env.SECRET);
      const db = openDatabase(this.env.DB);
      return watch(db, batchId, waitNo, await readNow(this.env));
    });
  }

  /**
   * Until a nudge, or until the next reminder falls due; never longer than a day without looking.
   */
  private async waitForNews(reading: Watched, step: WorkflowStep): Promise<void> {
    const timeout = Math.min(DAY, Math.max(MINUTE, reading.nextInMs ?? DAY));
    try {
      await step.waitForEvent(`wait ${this.waits}`, { type: nudgeType(this.waits), timeout });
    } catch (error) {
      if (!String(error).includes('WorkflowTimeoutError')) throw error;
    }
  }
}
