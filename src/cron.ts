import { sealAudit } from './access/audit-seal.queries.ts';
import { readNow } from './clock.queries.ts';
import { openDatabase } from './db/client.ts';
import type { Env } from './env.ts';
import { sweepTries } from './access/rate-limit.ts';
import { holdSecret } from './access/hidden-text.ts';
import { hideDigits } from './registry/hide-digits.queries.ts';
import { noteCron } from './healthz.queries.ts';
import { failureOf, log } from './http/log.ts';
import { tellAuditHead } from './notices/audit-head.queries.ts';
import { deliverOutbox } from './notices/deliver.queries.ts';
import { keepRetention } from './registry/erasure.queries.ts';
import { resumeImports } from './registry/roster/advance.queries.ts';
import { deleteDuePhotos, sweepPhotos } from './pipeline/documents/photo.queries.ts';
import { tickBatches } from './pipeline/batch/tick.queries.ts';

/**
 * What happens every minute: seal the audit trail and tell its head once a day, wake batches whose
 * time has come, go on with imports, keep the retention periods, delete photos whose time is over
 * or that nobody knows of, deliver the outbox. One that fails stops none of the others.
 */
export async function runCron(env: Env): Promise<void> {
  holdSecret(env.SECRET);
  const now = await readNow(env);
  const jobs = {
    digits: () => hideDigits(openDatabase(env.DB)),
    noted: () => noteCron(env.DB, now),
    tries: () => sweepTries(openDatabase(env.DB), now),
    seal: () => sealAudit(openDatabase(env.DB), env.SECRET, now),
    head: () => tellAuditHead(openDatabase(env.DB), now),
    tick: () => tickBatches(env, now),
    imports: () => resumeImports(env, now),
    retention: () => keepRetention(env, now),
    photos: () => deleteDuePhotos(env, now),
    strays: () => sweepPhotos(env, now),
    deliver: () => deliverOutbox(env, now),
  };
  for (const [job, run] of Object.entries(jobs))
    try {
      await run();
    } catch (error) {
      log({ job, ...failureOf(error) });
    }
}
