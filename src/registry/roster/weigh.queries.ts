import { and, inArray, type SQL, sql } from 'drizzle-orm';
import { blindIndex } from '../../access/field-encryption.ts';
import { dayOf } from '../../clock.ts';
import type { Database, Orm } from '../../db/client.ts';
import { newId } from '../../ids.ts';
import { isFindable } from '../entries.queries.ts';
import { toPinyin } from '../pinyin.ts';
import { worker } from '../registry.tables.ts';
import { changesOf, type KnownPerson } from './comparison.ts';
import type { RosterColumn } from './heading.ts';
import type { Answers } from './answers.ts';
import { type Alike, type Outcome, sheetOf } from './import.ts';
import { type Village, villageOfSheet } from './place.ts';
import type { rosterImport } from './roster.tables.ts';
import { type RosterPerson, type RowNote, type RowReading, readRow } from './row.ts';
import type { Line } from './line.ts';
import type { RowError } from './row-outcome.ts';

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

function nameIn(reading: RowReading): string {
  if ('person' in reading) return reading.person.name;
  return 'refused' in reading ? reading.refused.name : '';
}

type NewOutcome = Extract<Outcome, { kind: 'new' }>;
type Resembling = Omit<Alike, 'reason'> & { bornOn: string; phone: string; villageId: string };

function likenessOf(
  person: RosterPerson,
  { id, name, last4, bornOn, phone }: Resembling,
): Alike | null {
  if (name !== person.name) return null;
  if (bornOn === person.bornOn) return { id, name, last4, reason: 'name_and_birth' };
  return phone !== '' && phone === person.phone
    ? { id, name, last4, reason: 'name_and_phone' }
    : null;
}

/** What could not be read changes nothing of somebody who is registered already. */
const KEPT: Partial<Record<RowNote, RowNote>> = {
  trade_unknown: 'trade_kept',
  availability_unknown: 'availability_kept',
};
function notesOfKnown({ notes }: RosterPerson): RowNote[] {
  return notes.filter((note) => note !== 'phone_missing').map((note) => KEPT[note] ?? note);
}

function outcomeOf(
  person: RosterPerson,
  found: (KnownPerson & { erasureDueOn: string | null }) | undefined,
  fresh: NewOutcome,
  alike: Resembling[],
  ownVillage: string | null,
): Outcome {
  const refuse = (column: RosterColumn, error: RowError): Outcome => ({
    kind: 'refused',
    row: person.row,
    name: person.name,
    column,
    error,
  });
  if (!found) {
    if (person.villageId === null) return refuse('village', 'village_required');
    // Who lives in another village is nobody that an officer may be told of.
    const near = alike.filter((other) => ownVillage === null || other.villageId === ownVillage);
    return {
      ...fresh,
      alike: near.flatMap((other) => likenessOf(person, other) ?? []).slice(0, 3),
    };
  }
  if (ownVillage !== null && found.villageId !== ownVillage)
    return refuse('village', 'not_own_village');
  // A list from somewhere must not bring back whoever asked to be forgotten; they themselves can,
  // at the counter.
  if (found.erasureDueOn !== null) return refuse('idNumber', 'asked_to_be_forgotten');
  const { kind: _k, alike: _a, ...stated } = fresh;
  const told = { ...stated, workerId: found.id, notes: notesOfKnown(person) };
  const changes = changesOf(person, found);
  return changes.length === 0
    ? { kind: 'unchanged', ...told }
    : { kind: 'changed', ...told, changes };
}
