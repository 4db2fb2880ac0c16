/** The visits that have fallen due, and what people said at them. */
import { eq } from 'drizzle-orm';
import { dayOf } from '../../../src/clock.ts';
import type { Query } from '../../../src/db/orm.ts';
import { newId } from '../../../src/ids.ts';
import { visit } from '../../../src/pipeline/follow-up/follow-up.tables.ts';
import { insertCase } from '../../../src/pipeline/follow-up/rights-case.queries.ts';
import { tryStatements } from '../../../src/pipeline/follow-up/visit-tries.queries.ts';
import { nextTry, recordVisit } from '../../../src/pipeline/follow-up/visit.ts';
import type { Play } from '../play/play.ts';

type VisitRow = typeof visit.$inferSelect;
type Try = { row: VisitRow; outcome: 'done' | 'not_reached' };

const WAGE_FEN = 512_000;

/**
 * Makes the visits that have fallen due by an instant.
 * @param unpaid whether the first worker who is asked after a pay day says that no wages came
 */
export async function visited(play: Play, until: number, unpaid: boolean): Promise<Play> {
  const tries = triesAt(await plannedVisits(play), dayOf(until));
  const wronged = unpaid
    ? tries.find(({ row, outcome }) => row.kind === 'pay_day' && outcome === 'done')
    : undefined;
  for (const each of tries) tried(play, each, each === wronged);
  return play.settle();
}

async function plannedVisits(play: Play): Promise<VisitRow[]> {
  const { visits } = await play.read({
    visits: play.orm.select().from(visit).where(eq(visit.batchId, play.s.id)),
  });
  return visits.toSorted((a, b) => (`${a.dueOn} ${a.id}` < `${b.dueOn} ${b.id}` ? -1 : 1));
}

/** At some, nobody is reached until the day after. */
function triesAt(rows: VisitRow[], until: string): Try[] {
  return rows
    .flatMap((row, i): Try[] => {
      const isMissed = i % 5 === 4 && (row.kind === 'settled' || row.kind === 'quarter');
      if (!isMissed) return [{ row, outcome: 'done' }];
      const next = { ...row, tries: 1, dueOn: nextTry(row.dueOn, 1) };
      return [
        { row, outcome: 'not_reached' },
        { row: next, outcome: 'done' },
      ];
    })
    .filter(({ row }) => row.dueOn <= until)
    .sort((a, b) => (a.row.dueOn < b.row.dueOn ? -1 : Number(a.row.dueOn > b.row.dueOn)));
}

function tried(play: Play, { row, outcome }: Try, isWronged: boolean): void {
  play.notBefore(Date.parse(`${row.dueOn}T10:00:00+08:00`));
  const { placementId, kind, dueOn: madeOn } = row;
  const made = { outcome, madeOn, at: play.at, actor: `account:${play.plan.coordinatorId}` };
  play.step(
    'visit.record',
    (s) => recordVisit(s, placementId, { kind, outcome, overtaken: 0 }),
    () => [
      ...tryStatements(play.orm, row, made, outcome === 'done' ? answers(row, isWronged) : {}),
      ...(isWronged ? [wageCase(play, row)] : []),
    ],
  );
}

function answers({ kind }: VisitRow, isWronged: boolean) {
  const paidFen = isWronged ? 0 : WAGE_FEN;
  return {
    working: true,
    contractHeld: true,
    papersHeld: true,
    wantsHome: false,
    paidFen: kind === 'pay_day' ? paidFen : null,
  };
}

function wageCase(play: Play, { id: visitId, placementId }: VisitRow): Query {
  return insertCase(play.orm, {
    id: newId(play.at),
    placementId,
    batchId: play.s.id,
    visitId,
    kind: 'unpaid_wages',
    state: 'reported',
    claimedFen: WAGE_FEN,
    recoveredFen: 0,
    openedAt: play.at,
  });
}
