import { read } from '../../access/session.ts';
import type { Query, Orm } from '../../db/client.ts';
import type { C } from '../../http/app-context.ts';
import { Failure, notFound } from '../../http/failures.ts';
import { done, problem } from '../../http/page.tsx';
import { newId } from '../../ids.ts';
import { type BatchKey, snapshotQueries, type SnapshotRows } from './batch.queries.ts';
import type { Change, Decision } from './change.ts';
import { concernsWorkflow, type Outcome, perform } from './perform.queries.ts';
import type { Snapshot } from './snapshot.ts';
import { nudge, startWorkflow } from './wake.queries.ts';

export type Act = {
  on: BatchKey;
  action: string;
  key?: string;
  /** When it happened, where that is not now. */
  occurredAt?: number;
  decide: (s: Snapshot) => Decision;
  facts?: (s: Snapshot, change: Change, orm: Orm) => Query[];
};

/** An officer acts for people of their own village only; for anyone else the placement does not exist. */
const inOwnVillage = (rows: SnapshotRows, on: BatchKey, villageId: string | null): boolean => {
  if (villageId === null) return true;
  if (!('placementId' in on)) return false;
  const workerId = rows[2].find((p) => p.id === on.placementId)?.workerId;
  return rows[3].some((w) => w.id === workerId && w.villageId === villageId);
};

const wake = (c: C, outcome: Outcome): void => {
  if (outcome.kind !== 'done' || !concernsWorkflow(outcome.before, outcome.after)) return;
  const { env } = c;
  const { id } = outcome.after;
  c.executionCtx.waitUntil(
    nudge(env, id, outcome.waitNo)
      .then((answer) => (answer === 'missing' ? startWorkflow(env, id) : undefined))
      .catch(() => undefined),
  );
};

const carryOut = async (c: C, actor: string, given: Act, load: () => Promise<SnapshotRows>): Promise<Outcome> => {
  const { on, action, key, occurredAt, decide, facts } = given;
  const { now, db } = c.var;
  const stamp = {
    actor,
    action,
    key: key ?? newId(now),
    occurredAt: occurredAt ?? now,
    now,
    ...('placementId' in on ? { subject: on.placementId } : {}),
  };
  const outcome = await perform(db, load, stamp, decide, facts);
  wake(c, outcome);
  return outcome;
};

/** Does one thing to a batch as the signed-in person: read with the session, decide, write whole, wake the workflow. */
export const act = (c: C, given: Act): Promise<Outcome> =>
  carryOut(c, `account:${c.var.claims?.accountId ?? ''}`, given, async () => {
    const rows = await read(c, snapshotQueries(c.var.db.orm, given.on));
    if (!inOwnVillage(rows, given.on, c.var.claims?.villageId ?? null)) throw notFound();
    return rows;
  });

/** The same for a visitor with a link, whose rows are read together with the link. */
export const actByLink = (c: C, given: Act, linkId: string, load: () => Promise<SnapshotRows>): Promise<Outcome> =>
  carryOut(c, `link:${linkId}`, given, load);

const namesIn = (detail: Record<string, unknown>): string[] => {
  const { names } = detail;
  return Array.isArray(names) ? names.map(String) : [];
};

/** Back to a page after a step, or the reason why it was refused. */
export const answer = (c: C, outcome: Outcome, to: string) => {
  switch (outcome.kind) {
    case 'done':
    case 'repeated':
      return done(c, to);
    case 'refused':
      return problem(c, outcome.error, to, 409, namesIn(outcome.detail));
    case 'unknown':
      throw notFound();
  }
};

/** The snapshot after an outcome, whatever it was; throws 404 where there is no batch. */
export const after = (outcome: Outcome): Snapshot => {
  if (outcome.kind === 'unknown') throw new Failure(404, 'not_found');
  return outcome.kind === 'done' ? outcome.after : outcome.before;
};
