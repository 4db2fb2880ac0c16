import type { Env } from '../../env.ts';

/**
 * The type of the event that ends wait `n`: unique, because an event type that was consumed once is
 * delivered again.
 */
export function nudgeType(waitNo: number): string {
  return `nudge-${waitNo}`;
}

/**
 * Wakes the workflow of a batch. Losing a nudge costs at most a minute: the cron handler wakes
 * every batch that the workflow has not seen the newest of, and creates the instance anew where it
 * is gone.
 */
export async function nudge(
  env: Env,
  batchId: string,
  waitNo: number,
): Promise<'nudged' | 'missing'> {
  // A workflow that has never looked at its batch rests on no wait: it is started, which does
  // nothing where it is on its way.
  if (waitNo === 0) return 'missing';
  try {
    const instance = await env.DISPATCH.get(batchId);
    await instance.sendEvent({ type: nudgeType(waitNo), payload: {} });
    return 'nudged';
  } catch (error) {
    if (String(error).includes('not_found')) return 'missing';
    throw error;
  }
}

/** Starts the workflow of a batch, unless it has one. All it knows it reads from D1. */
export async function startWorkflow(env: Env, batchId: string): Promise<void> {
  try {
    await env.DISPATCH.create({ id: batchId, params: { batchId, version: 1 } });
  } catch (error) {
    if (!String(error).includes('already')) throw error;
  }
}

const OVER = new Set(['errored', 'terminated', 'complete']);

/**
 * Makes sure that an open batch has a living instance: creates it, or starts one again that ended
 * before its batch. The nudge comes first: after a restart of the local engine an instance has no
 * status until an event has woken it.
 */
export async function ensureWorkflow(env: Env, batchId: string, waitNo: number): Promise<void> {
  const nudged = await nudge(env, batchId, waitNo).catch(() => 'refused' as const);
  if (nudged === 'missing') return startWorkflow(env, batchId);
  const instance = await env.DISPATCH.get(batchId);
  const { status } = await instance.status();
  if (OVER.has(status)) await instance.restart();
}
