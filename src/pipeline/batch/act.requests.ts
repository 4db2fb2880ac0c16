import { actor, proving, read, sessionOf } from '../../access/session.ts';
import type { C } from '../../http/app-context.ts';
import { notFound } from '../../http/failures.ts';
import { done, problem } from '../../http/page.tsx';
import type { Undoable } from '../../http/done-note.ts';
import type { KeptVisit } from './taking-back.ts';
import { newId } from '../../ids.ts';
import type { BatchKey } from './batch.queries.ts';
import { type BatchReading, batchReadingOf } from '../batch-reading.requests.ts';
import type { Change, Decision } from './change.ts';
import { lastReading } from './last-reading.cache.ts';
import { concernsWorkflow, type Outcome, perform, type Source } from './perform.queries.ts';
import { placementOf, type Snapshot } from './snapshot.ts';
import { nudge, startWorkflow } from './wake.workflow.ts';
import { batchQueries } from '../batch-row.queries.ts';
import type { Orm, Query } from '../../db/orm.ts';

export type Act = {
  on: BatchKey;
  /**
   * Whom a step on the whole batch is about: an officer may take it where they are all of their
   * village.
   */
  people?: string[];
  action: string;
  key?: string;
  /** When it happened, where that is not now. */
  occurredAt?: number;
  /** Given where it can be taken back: the visits that it changes, as they were. */
  undoable?: { visits?: KeptVisit[] };
  decide: (s: Snapshot) => Decision;
  facts?: (s: Snapshot, change: Change, orm: Orm) => Query[];
};

/**
 * An officer acts for people of their own village only; for anyone else the placement does not
 * exist.
 */
function inOwnVillage(
  { s, workers }: BatchReading,
  { on, people = [] }: Act,
  villageId: string | null,
): boolean {
  if (villageId === null) return true;
  const concerned = 'placementId' in on ? [on.placementId] : people;
  const isNeighbour = (id: string): boolean => {
    const workerId = placementOf(s, id)?.workerId;
    return workers.some((w) => w.id === workerId && w.villageId === villageId);
  };
  return concerned.length > 0 && concerned.every(isNeighbour);
}

function wake(c: C, outcome: Outcome): void {
  if (outcome.kind !== 'done' || !concernsWorkflow(outcome.before, outcome.reading.s)) return;
  const { env } = c;
  const { id } = outcome.reading.s;
  c.executionCtx.waitUntil(
    nudge(env, id, outcome.waitNo)
      .then((answer) => (answer === 'missing' ? startWorkflow(env, id) : undefined))
      .catch(() => undefined),
  );
}

async function carryOut(c: C, actor: string, given: Act, source: Source): Promise<Outcome> {
  const { on, action, key, occurredAt, decide, facts, undoable } = given;
  const { now, db } = c.var;
  const stamp = {
    actor,
    action,
    key: key ?? newId(now),
    occurredAt: occurredAt ?? now,
    now,
    ...('placementId' in on ? { subject: on.placementId } : {}),
    ...(undoable ? { undoable } : {}),
  };
  const outcome = await perform(db, source, stamp, decide, facts);
  wake(c, outcome);
  return outcome;
}

/**
 * Does one thing to a batch as the signed-in person: decide, write whole with the proof of the
 * session, wake the workflow.
 */
export async function act(c: C, given: Act): Promise<Outcome> {
  const { claims, db } = c.var;
  const village = claims?.villageId ?? null;
  const reading = lastReading(given.on);
  const usable = reading && inOwnVillage(reading, given, village);
  const source = {
    remembered: usable
      ? { reading, proof: { ...sessionOf(c), wasSeq: reading.s.seq, wasTouched: reading.touched } }
      : undefined,
    read: async () => {
      const newest = batchReadingOf(await read(c, batchQueries(db.orm, given.on)));
      if (newest && !inOwnVillage(newest, given, village)) throw notFound();
      return newest;
    },
  };
  return proving(c, () => carryOut(c, actor(c), given, source));
}

/** The same for a visitor with a link, who reads the batch together with the link. */
export function actByLink(
  c: C,
  given: Act,
  linkId: string,
  load: () => Promise<BatchReading | null>,
): Promise<Outcome> {
  return carryOut(c, `link:${linkId}`, given, { read: load });
}

function namesIn(detail: Record<string, unknown>): string[] {
  const { names } = detail;
  return Array.isArray(names) ? names.map(String) : [];
}

/** Which act of which batch can be taken back now; undefined where it cannot. */
export function undoOfDone(outcome: Outcome): Undoable | undefined {
  if (outcome.kind !== 'done') return undefined;
  const { before, isUndoable } = outcome;
  return isUndoable ? { batchId: before.id, seq: before.seq + 1 } : undefined;
}

/** Back to a page after a step, or the reason why it was refused. */
export function answer(c: C, outcome: Outcome, to: string) {
  switch (outcome.kind) {
    case 'done':
      return done(c, to, undoOfDone(outcome));
    case 'repeated':
      return done(c, to);
    case 'refused':
      return problem(c, outcome.error, to, 409, namesIn(outcome.detail));
    case 'unknown':
      throw notFound();
  }
}

/** The batch after an outcome, whatever it was; throws 404 where there is none. */
export function after(outcome: Outcome): BatchReading {
  if (outcome.kind === 'unknown') throw notFound();
  return outcome.reading;
}
