import { and, eq, sql } from 'drizzle-orm';
import { auditRow, isRepeat } from '../../access/audit.queries.ts';
import { changeFields, type Told } from '../field-changes.queries.ts';
import { likenessesOfNew } from '../likeness.queries.ts';
import { fileWorkers, type WorkerRow, workerRowOf } from '../worker-rows.queries.ts';
import { type Outcome, tallyOf } from './import.ts';
import { rosterPart } from './roster.tables.ts';
import type { RosterPerson } from './row.ts';
import { openLines, openOutcomes, seal } from './sealed.cipher.ts';
import { listed, weigh, type Weighed, type Work } from './weigh.queries.ts';
import type { Orm, Query } from '../../db/orm.ts';

export type PartRow = typeof rosterPart.$inferSelect;

/** Notes what became of a part. Its outcomes come sealed: a query that is awaited runs. */
function note(
  orm: Orm,
  part: PartRow,
  state: PartRow['state'],
  outcomes: Outcome[],
  outcomesCipher: string,
): Query {
  return orm
    .update(rosterPart)
    .set({ state, outcomesCipher, tally: tallyOf(outcomes) })
    .where(
      and(
        eq(rosterPart.importId, part.importId),
        eq(rosterPart.no, part.no),
        eq(rosterPart.state, part.state),
      ),
    );
}

/** Compares a part with the register, for the preview. Writes nothing but what it found. */
export async function comparePart(work: Work, part: PartRow): Promise<void> {
  const weighed = await weigh(work, await openLines(work.secret, part.cellsCipher));
  const outcomes = weighed.map(({ outcome }) => outcome);
  await work.db.batch([
    note(work.db.orm, part, 'compared', outcomes, await seal(work.secret, outcomes)),
  ]);
}

function changesIn(outcomes: Outcome[]): Told[] {
  return outcomes.flatMap((outcome) =>
    outcome.kind === 'changed'
      ? outcome.changes.map((change) => ({ id: outcome.workerId, change }))
      : [],
  );
}

/**
 * What is written of a row, given how it was shown in the preview and how it comes out now. Where
 * somebody else registered or changed the person in between, what was shown is no longer what was
 * asked for, and nothing is written.
 */
function settle(shown: Outcome | undefined, now: Outcome): Outcome {
  if (now.kind === 'new') return shown?.kind === 'new' ? { ...now, workerId: shown.workerId } : now;
  if (now.kind !== 'changed') return now;
  if (shown?.kind === 'changed') return { ...now, changes: shown.changes };
  const { changes: _c, ...told } = now;
  return { ...told, kind: 'unchanged' };
}

function rowOf({ db: _, secret, now }: Work, person: RosterPerson, id: string): Promise<WorkerRow> {
  const {
    villageId,
    groupName,
    phone,
    trade,
    availability,
    remark,
    notes: _n,
    row: _r,
    wish: _w,
    ...rest
  } = person;
  const given = {
    ...rest,
    phone: phone ?? '',
    villageId: villageId ?? '',
    groupName: groupName ?? '',
    trade: trade ?? ('general' as const),
    skilled: trade !== null && trade !== 'general',
    availability: availability ?? ('home' as const),
    availabilityAt: availability === null ? null : now,
    remark: remark ?? '',
    dataConsentAt: null,
  };
  return workerRowOf(secret, given, now, id);
}

function newPeople(work: Work, weighed: Weighed[], outcomes: Outcome[]): Promise<WorkerRow[]> {
  return Promise.all(
    weighed.flatMap(({ person }, i) => {
      const outcome = outcomes[i];
      return person && outcome?.kind === 'new' ? [rowOf(work, person, outcome.workerId)] : [];
    }),
  );
}

/** A part that was written or taken back by another request in the meantime is no error. */
async function unlessWritten(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isRepeat(error)) throw error;
  }
}

/** Writes a part: the new people, and the changes that were shown. */
export async function writePart(work: Work, part: PartRow): Promise<void> {
  const { db, secret, now, imported } = work;
  const shown = new Map(
    (await openOutcomes(secret, part.outcomesCipher)).map((outcome) => [outcome.row, outcome]),
  );
  const weighed = await weigh(work, await openLines(secret, part.cellsCipher));
  const outcomes = weighed.map(({ outcome }) => settle(shown.get(outcome.row), outcome));
  const people = await newPeople(work, weighed, outcomes);
  const sealed = await seal(secret, outcomes);
  const actor = `account:${imported.accountId}`;
  const { new: added, changed } = tallyOf(outcomes);
  await unlessWritten(() =>
    db.batch([
      // The key is the part's own: written twice, the whole batch fails and nothing is doubled.
      auditRow({
        key: `${imported.id}:written:${part.no}`,
        at: now,
        actor,
        action: 'worker.import',
        subject: imported.id,
        detail: { part: part.no, added, changed },
      }),
      ...fileWorkers(people),
      ...changeFields(db.orm, changesIn(outcomes), {
        at: now,
        actor,
        cause: `import:${imported.id}`,
      }),
      likenessesOfNew(
        db.orm,
        people.map(({ id }) => id),
        now,
      ),
      note(db.orm, part, 'written', outcomes, sealed),
    ]),
  );
}

/** Whether anything was built on a person: a condition on `worker`. */
export const isBuiltOn = sql`(exists (select 1 from placement where worker_id = worker.id)
  or exists (select 1 from certificate where worker_id = worker.id)
  or exists (select 1 from link where subject_id = worker.id)
  or exists (select 1 from wish where worker_id = worker.id)
  or exists (select 1 from data_consent where worker_id = worker.id)
  or exists (select 1 from worker_change where worker_id = worker.id)
  or exists (select 1 from merger where undone_at is null and worker.id in (kept_id, gone_id)))`;

/**
 * Takes a part back: the people it added go, the fields it changed are as before, where nothing
 * else came in between.
 */
export async function undoPart(work: Work, part: PartRow): Promise<void> {
  const { db, secret, now, imported } = work;
  const outcomes = await openOutcomes(secret, part.outcomesCipher);
  const added = outcomes.flatMap((outcome) => (outcome.kind === 'new' ? [outcome.workerId] : []));
  const actor = `account:${imported.accountId}`;
  const back = changesIn(outcomes).map(({ id, change: { field, from, to } }) => ({
    id,
    change: { field, from: to, to: from },
  }));
  await unlessWritten(() =>
    db.batch([
      auditRow({
        key: `${imported.id}:undone:${part.no}`,
        at: now,
        actor,
        action: 'worker.import_undo',
        subject: imported.id,
        detail: { part: part.no, people: added.length },
      }),
      db.orm.run(
        sql`delete from likeness where one_id in ${listed(added)} or other_id in ${listed(added)}`,
      ),
      db.orm.run(sql`delete from worker where id in ${listed(added)} and not ${isBuiltOn}`),
      ...changeFields(db.orm, back, { at: now, actor, cause: `undo:${imported.id}` }),
      note(db.orm, part, 'undone', outcomes, part.outcomesCipher ?? ''),
    ]),
  );
}
