import { and, eq, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { link, session, setting } from '../access/access.tables.ts';
import { auditRow } from '../access/audit.queries.ts';
import { type Database, openDatabase } from '../db/client.ts';
import { dayOf } from '../clock.ts';
import type { Env } from '../env.ts';
import { idTime, newId } from '../ids.ts';
import { notice } from '../notices/notices.tables.ts';
import { entriesOf } from './entries.queries.ts';
import { certificate, worker } from './registry.tables.ts';
import { correction, likeness, wish, workerChange } from './person-facts.tables.ts';
import { rosterImport, rosterPart } from './roster/roster.tables.ts';
import { type Erasure, limitOf, type Retained } from './retention.ts';
import type { Orm, Query } from '../db/orm.ts';

/** What is under way with a person, so that they cannot be erased. */
function underWay(id: string | SQL) {
  return {
    active: sql<number>`exists (select 1 from placement where worker_id = ${id} and active = 1)`,
    paperLent: sql<number>`exists (select 1 from placement join custody
      on custody.placement_id = placement.id where worker_id = ${id} and returned_at is null)`,
    caseOpen: sql<number>`exists (select 1 from placement join rights_case
      on rights_case.placement_id = placement.id where worker_id = ${id}
      and rights_case.state not in ('closed', 'fully_paid'))`,
  };
}

/** Where a person stands, for the question whether they can be erased. */
export function standingOf(orm: Orm, id: string) {
  const { active, paperLent, caseOpen } = underWay(id);
  return orm
    .select({
      erasedAt: worker.erasedAt,
      erasureDueOn: worker.erasureDueOn,
      active: active.as('is_active'),
      paperLent: paperLent.as('paper_lent'),
      caseOpen: caseOpen.as('case_open'),
      placedUntil: sql<
        number | null
      >`(select max(coalesce(ended_at, opened_at)) from placement join batch
        on batch.id = placement.batch_id where worker_id = ${id} and held_place = 1)`.as(
        'placed_until',
      ),
    })
    .from(worker)
    .where(eq(worker.id, id));
}

/**
 * Erases a person, with every entry that was theirs: at once all that only served to find them
 * work; name and ID number as well, or on the day until which the ledger has to tell whom it speaks
 * of. What happened in their batches stays, without anything that names them.
 */
export function eraseStatements(orm: Orm, id: string, erasure: Erasure, now: number): Query[] {
  const entries = entriesOf(id);
  return [
    orm.delete(wish).where(inArray(wish.workerId, entries)),
    orm.delete(workerChange).where(inArray(workerChange.workerId, entries)),
    orm.delete(correction).where(inArray(correction.workerId, entries)),
    orm
      .delete(likeness)
      .where(or(inArray(likeness.oneId, entries), inArray(likeness.otherId, entries))),
    orm
      .update(certificate)
      .set({ numberCipher: null, numberLast4: '' })
      .where(inArray(certificate.workerId, entries)),
    // Their pictures go with the next look at what is due.
    orm.run(
      sql`update paper_photo set delete_on = ${dayOf(now)} where deleted_at is null
          and placement_id in (select id from placement where worker_id in ${entries})`,
    ),
    orm
      .update(link)
      .set({ revokedAt: now })
      .where(and(inArray(link.subjectId, entries), isNull(link.revokedAt))),
    orm
      .update(worker)
      .set({
        phone: '',
        phoneLast4: '',
        groupName: '',
        kin: null,
        remark: '',
        wish: null,
        availability: 'unwilling',
        availabilityAt: null,
        dataConsentAt: null,
        erasureDueOn: erasure.whole ? null : erasure.nameUntil,
        erasedAt: erasure.whole ? now : null,
        ...(erasure.whole ? NAMELESS : {}),
        ...(erasure.whole ? { idNumberIndex: sql`'erased:' || id` } : {}),
      })
      .where(inArray(worker.id, entries)),
  ];
}

/**
 * What batches show where somebody was: a dash, so that every line can still be read and tapped.
 */
const NAMELESS = {
  name: '—',
  pinyin: '',
  initials: '',
  idNumberCipher: '',
  idNumberLast4: '',
  idNumberTag: '',
  bornOn: '1900-01-01',
};

const AT_ONCE = 20;

/**
 * Erases those whose time on the ledger is over; whoever something is still under way with waits
 * for its end.
 */
async function eraseDue(db: Database, now: number): Promise<void> {
  const { active, paperLent, caseOpen } = underWay(sql`worker.id`);
  const [due] = await db.batch([
    db.orm
      .select({ id: worker.id })
      .from(worker)
      .where(
        and(
          lte(worker.erasureDueOn, dayOf(now)),
          sql`not (${active} or ${paperLent} or ${caseOpen})`,
        ),
      )
      .limit(AT_ONCE),
  ]);
  for (const { id } of due)
    await db.batch([
      auditRow({
        key: newId(now),
        at: now,
        actor: 'station',
        action: 'retention.erase',
        subject: id,
      }),
      ...eraseStatements(db.orm, id, { whole: true }, now),
    ]);
}

const LAST_KEPT = 'retention.kept_on';

/** Deletes what has outlived its purpose (`RETENTION`). Asked every minute, it looks once a day. */
export async function keepRetention(env: Env, now: number): Promise<void> {
  const db = openDatabase(env.DB);
  const { orm } = db;
  const today = dayOf(now);
  const [[last]] = await db.batch([orm.select().from(setting).where(eq(setting.name, LAST_KEPT))]);
  if (last?.value === today) return;
  await eraseDue(db, now);
  const before = (what: Retained) => idTime(limitOf(what, now));
  const old = sql`(select id from ${rosterImport} where id < ${before('roster_text')})`;
  await db.batch([
    // How many rows came out how stays on record; the rows do not.
    orm.run(
      sql`update ${rosterPart} set cells_cipher = '', outcomes_cipher = null
        where import_id in ${old} and cells_cipher <> ''`,
    ),
    orm.run(
      sql`update ${rosterImport} set state = 'dropped'
        where state in ('naming', 'comparing', 'ready') and id in ${old}`,
    ),
    orm
      .delete(link)
      .where(and(lt(link.id, before('links')), lt(link.expiresAt, limitOf('links', now)))),
    orm.delete(notice).where(lt(notice.readAt, limitOf('read_notices', now))),
    orm.delete(wish).where(lt(wish.id, before('wishes'))),
    orm.delete(workerChange).where(lt(workerChange.id, before('person_changes'))),
    orm.delete(session).where(lt(session.expiresAt, now)),
    orm
      .insert(setting)
      .values({ name: LAST_KEPT, value: today })
      .onConflictDoUpdate({ target: setting.name, set: { value: today } }),
  ]);
}
