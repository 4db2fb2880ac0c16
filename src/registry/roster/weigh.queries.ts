import { and, inArray, type SQL, sql } from 'drizzle-orm';
import { blindIndex } from '../../access/field-encryption.ts';
import { dayOf } from '../../clock.ts';
import type { Database } from '../../db/client.ts';
import { newId } from '../../ids.ts';
import { isFindable } from '../entries.queries.ts';
import { toPinyin } from '../pinyin.ts';
import { worker } from '../registry.tables.ts';
import type { RosterColumn } from './heading.ts';
import type { Answers } from './answers.ts';
import { type Outcome, sheetOf } from './import.ts';
import { type Village, villageOfSheet } from './place.ts';
import type { rosterImport } from './roster.tables.ts';
import { type RosterPerson, readRow } from './row.ts';
import type { Line } from './line.ts';
import { nameIn, type NewOutcome, outcomeOf } from './outcomes.ts';
import type { Orm } from '../../db/orm.ts';

export type ImportRow = typeof rosterImport.$inferSelect;

/** What a part's work needs beside the part itself. */
export type Work = {
  db: Database;
  secret: string;
  now: number;
  villages: Village[];
  imported: ImportRow;
  answers: Answers;
};

const KNOWN = {
  id: worker.id,
  name: worker.name,
  phone: worker.phone,
  villageId: worker.villageId,
  groupName: worker.groupName,
  trade: worker.trade,
  availability: worker.availability,
  availabilityAt: worker.availabilityAt,
  kin: worker.kin,
  remark: worker.remark,
  erasureDueOn: worker.erasureDueOn,
};
/** Any number of values as one parameter. */
export function listed(values: string[]): SQL {
  return sql`(select value from json_each(${JSON.stringify(values)}))`;
}

/**
 * Who of a file is registered: by the blind index of the ID number, through the entry that it was
 * merged into.
 */
function knownQueries(orm: Orm, indexes: string[]) {
  return [
    orm
      .select({ index: worker.idNumberIndex, id: sql<string>`coalesce(merged_into, id)`.as('id') })
      .from(worker)
      .where(inArray(worker.idNumberIndex, listed(indexes))),
    orm
      .select(KNOWN)
      .from(worker)
      .where(
        inArray(
          worker.id,
          sql`(select coalesce(merged_into, id) from worker
            where id_number_index in ${listed(indexes)})`,
        ),
      ),
  ] as const;
}

/** Whoever has the same name and the birth date or phone of somebody in the file. */
function alikeQuery(orm: Orm, people: RosterPerson[]) {
  return orm
    .select({
      id: worker.id,
      name: worker.name,
      last4: worker.idNumberLast4,
      bornOn: worker.bornOn,
      phone: worker.phone,
      villageId: worker.villageId,
    })
    .from(worker)
    .where(
      and(
        inArray(
          worker.pinyin,
          listed([...new Set(people.map(({ name }) => toPinyin(name).pinyin))]),
        ),
        isFindable,
        sql`exists (select 1
          from json_each(${JSON.stringify(people.map((p) => [p.name, p.bornOn, p.phone]))})
          where value ->> 0 = ${worker.name} and (value ->> 1 = ${worker.bornOn}
          or value ->> 2 = ${worker.phone}))`,
      ),
    )
    .limit(2000);
}

/** A row with what was found out about it. */
export type Weighed = { outcome: Outcome; person: RosterPerson | null; index: string };

function columnsOf({ headings }: ImportRow): Map<RosterColumn, number> {
  return new Map(
    headings.flatMap(({ column }, i) =>
      column && column !== 'ignored' ? [[column, i] as const] : [],
    ),
  );
}

/** Reads a part's rows and compares each with the register as it is now. */
export async function weigh(work: Work, lines: Line[]): Promise<Weighed[]> {
  const { db, imported } = work;
  const weighed = await readLines(work, lines);
  const people = weighed.flatMap(({ person }) => person ?? []);
  if (people.length === 0) return weighed;
  const [ids, known, alike] = await db.batch([
    ...knownQueries(db.orm, weighed.map(({ index }) => index).filter(Boolean)),
    alikeQuery(db.orm, people),
  ] as const);
  const idOf = new Map(ids.map((each) => [each.index, each.id]));
  const byId = new Map(known.map((each) => [each.id, each]));
  return weighed.map((each) => {
    if (!each.person) return each;
    const found = byId.get(idOf.get(each.index) ?? '');
    return {
      ...each,
      outcome: outcomeOf(
        each.person,
        found,
        each.outcome as NewOutcome,
        alike,
        imported.ownVillage,
      ),
    };
  });
}

/** What each row says by itself; whoever is named in one is taken for new. */
async function readLines(
  { secret, now, villages, imported, answers }: Work,
  lines: Line[],
): Promise<Weighed[]> {
  const { ownVillage } = imported;
  const twice = new Map(imported.twice);
  const columns = columnsOf(imported);
  const today = dayOf(now);
  // Without a word on the village, a sheet that bears a village's name is that village's.
  const fallback = imported.sheets.map(
    (name) => villageOfSheet(name, villages)?.id ?? imported.everyonesVillage ?? ownVillage,
  );
  const weighed: Weighed[] = [];
  for (const { row, cells, hidden } of lines) {
    const otherwise = fallback[sheetOf(row)] ?? null;
    const isHidden = hidden === true;
    const context = { today, columns, villages, ownVillage, otherwise, twice, answers, isHidden };
    const reading = readRow(row, cells, context);
    if (isHidden && answers.hidden !== 'in') {
      if (!('skipped' in reading))
        weighed.push({
          outcome: { kind: 'hidden', row, name: nameIn(reading) },
          person: null,
          index: '',
        });
      continue;
    }
    if ('refused' in reading)
      weighed.push({ outcome: { kind: 'refused', ...reading.refused }, person: null, index: '' });
    if ('person' in reading) {
      const { person } = reading;
      const wish = person.wish === undefined ? {} : { wish: person.wish };
      const stated = { row, name: person.name, last4: person.idNumber.slice(-4), ...wish };
      weighed.push({
        outcome: { kind: 'new', ...stated, workerId: newId(now), notes: person.notes, alike: [] },
        person,
        index: await blindIndex(secret, person.idNumber),
      });
    }
  }
  return weighed;
}
