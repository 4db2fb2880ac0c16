import { and, asc, eq, gt, gte, or, type SQL, sql } from 'drizzle-orm';
import { certificate, namePart, worker } from './registry.tables.ts';
import type { Query } from './search.ts';
import { type Order, lettersOf, wayOf, isExact } from './people-way.queries.ts';
import type { Orm } from '../db/orm.ts';

/** Where a page of people ends: the value they are sorted by, and the id. */
export type Cursor = { value: string; id: string };

/** People read for a page that shows all it reads, and for one whose filters no index serves. */
const SHOWN = 20;
const LOOKED_AT = 110;

/**
 * People read of each range: one more than a page shows, or so many that the filters find some
 * among them.
 */
function limitOf(query: Query, size: number | undefined): number {
  return isExact(query)
    ? (size ?? SHOWN) + 1
    : Math.ceil((size ?? LOOKED_AT) / Math.max(1, wayOf(query).ranges.length)) + 1;
}

function after(order: Order, byPart: boolean, cursor: Cursor | null): SQL[] {
  if (cursor === null) return [];
  if (order === 'id') return [gt(worker.id, cursor.id)];
  const [column, id] = byPart
    ? ([namePart.letters, namePart.workerId] as const)
    : ([worker[order], worker.id] as const);
  const behind = or(gt(column, cursor.value), and(eq(column, cursor.value), gt(id, cursor.id)));
  return [gte(column, cursor.value), ...(behind ? [behind] : [])];
}

const BEEN_OUT = sql<number>`exists (select 1 from placement where placement.worker_id = worker.id
  and travel not in ('expected', 'no_show', 'refused', 'unfit'))`;

function columns({ filters }: Query, isHeld: boolean, sortedBy: SQL.Aliased<string>) {
  return {
    sortedBy,
    id: worker.id,
    name: worker.name,
    pinyin: worker.pinyin,
    initials: worker.initials,
    phone: worker.phone,
    phoneLast4: worker.phoneLast4,
    sex: worker.sex,
    bornOn: worker.bornOn,
    villageId: worker.villageId,
    groupName: worker.groupName,
    trade: worker.trade,
    skilled: worker.skilled,
    availability: worker.availability,
    availabilityAt: worker.availabilityAt,
    kin: worker.kin,
    remark: worker.remark,
    last4: worker.idNumberLast4,
    mergedInto: worker.mergedInto,
    erasedAt: worker.erasedAt,
    erasureDueOn: worker.erasureDueOn,
    // Asked of each person, so only where the list is narrowed by it.
    beenOut: (filters.outing === 'been' || filters.outing === 'never'
      ? BEEN_OUT
      : sql<number>`0`
    ).as('been_out'),
    // Whoever is found through the certificate's own index holds it; asked of each person only
    // where another index finds them.
    certified: (isHeld ? sql<number>`1` : holds(filters.certificate)).as('certified'),
  };
}

/** Whether somebody holds a certificate of a trade; none is asked for where it is null. */
function holds(trade: string | null): SQL<number> {
  if (trade === null) return sql<number>`0`;
  return sql<number>`exists (select 1 from certificate where certificate.worker_id = worker.id
    and certificate.trade = ${trade})`;
}

/**
 * Holders of a certificate, some of them: through the certificate's own index, so that a rare trade
 * is found at once.
 */
function holders(orm: Orm, query: Query, cursor: Cursor | null, limit: number) {
  return orm
    .selectDistinct({ id: certificate.workerId })
    .from(certificate)
    .where(
      and(
        eq(certificate.trade, query.filters.certificate ?? 'general'),
        cursor === null ? undefined : gt(certificate.workerId, cursor.id),
      ),
    )
    .orderBy(asc(certificate.workerId))
    .limit(limit);
}

/**
 * The selects of one page of people, each in the order of the index that finds them: a bounded
 * number of rows is read at any size of the register. `pageOf` makes the page of their answers.
 * @param size how many people are read at the most for all; by default what a page needs
 */
export function peopleQueries(orm: Orm, query: Query, cursor: Cursor | null, size?: number) {
  const { order, ranges, byCertificate: isHeld = false } = wayOf(query);
  const limit = limitOf(query, size);
  return ranges.map(({ where, byPart = false }) => {
    const byCertificate = isHeld
      ? [sql`${worker.id} in ${holders(orm, query, cursor, limit)}`]
      : [];
    const sorted = byPart ? namePart.letters : worker[order];
    const shown = columns(query, isHeld, sql<string>`${sorted}`.as('sorted_by'));
    const wanted = and(...where, ...byCertificate, ...after(order, byPart, cursor));
    return byPart
      ? orm
          .select(shown)
          .from(namePart)
          .innerJoin(worker, eq(worker.id, namePart.workerId))
          .where(wanted)
          .orderBy(asc(namePart.letters), asc(namePart.workerId))
          .limit(limit)
      : orm
          .select(shown)
          .from(worker)
          .where(wanted)
          // Twice the same column is sorted anew, and reads on beyond the limit.
          .orderBy(...(order === 'id' ? [asc(worker.id)] : [asc(sorted), asc(worker.id)]))
          .limit(limit);
  });
}

export type PersonRow = Awaited<ReturnType<typeof peopleQueries>[number]>[number];
export type PeoplePage = { people: PersonRow[]; next: Cursor | null };

function compare(a: Cursor, b: Cursor): number {
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

/**
 * One page out of the answers to `peopleQueries`: those who fit, in order, and where the next page
 * begins. Where a range was read to its limit nobody is known beyond its last person, so no other
 * range is shown beyond there either.
 */
export function pageOf(
  query: Query,
  answers: PersonRow[][],
  isShown: (person: PersonRow) => boolean,
  size?: number,
): PeoplePage {
  const shown = size ?? SHOWN;
  const limit = limitOf(query, size);
  const at = (person: PersonRow): Cursor => ({ value: person.sortedBy, id: person.id });
  const ends = answers
    .filter((rows) => rows.length >= limit)
    .map((rows) => at(rows.at(-1)!))
    .sort(compare);
  const [frontier] = ends;
  // Who has the digits in the phone and in the ID number as well is found twice, and who is called
  // so twice over.
  const letters =
    query.search.by === 'name' || query.search.by === 'pinyin' ? lettersOf(query) : [];
  const isFoundBefore = ({ sortedBy, pinyin }: PersonRow): boolean =>
    sortedBy !== pinyin && letters.some((prefix) => pinyin.startsWith(prefix));
  const rows = answers.flat().filter((person) => !isFoundBefore(person));
  const found = new Map(rows.map((person) => [person.id, person]));
  const known = [...found.values()]
    .filter((person) => frontier === undefined || compare(at(person), frontier) <= 0)
    .sort((a, b) => compare(at(a), at(b)));
  const fitting = known.filter(isShown);
  const people = fitting.slice(0, shown);
  const last = people.at(-1);
  if (fitting.length > shown && last) return { people, next: at(last) };
  return { people, next: frontier ?? null };
}
