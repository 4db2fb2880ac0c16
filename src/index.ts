import { app } from './app.tsx';
import { runCron } from './cron.ts';
import type { Env } from './env.ts';

export { DispatchBatch } from './pipeline/batch/batch.workflow.ts';

/** A named door for the launcher's direct socket, which passes the assets router by. */
export const Web = { fetch: app.fetch };

export default {
  fetch: app.fetch,
  scheduled: (_event, env) => runCron(env),
} satisfies ExportedHandler<Env>;
