/**
 * Who bears what a batch costs; `nobody` while that is open. Never the worker (Labour Contract Law
 * art. 9).
 */
export const BEARERS = ['station', 'employer', 'carrier', 'nobody'] as const;
export type Bearer = (typeof BEARERS)[number];

/** The lines of the town's budget under which a batch spends. */
export const BUDGET_LINES = ['medicals', 'papers', 'escort', 'follow_up', 'other'] as const;
export type BudgetLine = (typeof BUDGET_LINES)[number];

/** What an entry follows from, or that somebody wrote it down by hand. */
export type Origin = 'exam' | 'leg' | 'incident' | 'onward' | 'hand';

export type Sum = { line: BudgetLine; bearer: Bearer; plannedFen: number; spentFen: number };

/** What is planned and spent, in fen, over all lines. */
export function totalOf(sums: readonly Sum[]): { plannedFen: number; spentFen: number } {
  return {
    plannedFen: sums.reduce((sum, each) => sum + each.plannedFen, 0),
    spentFen: sums.reduce((sum, each) => sum + each.spentFen, 0),
  };
}

/** What one of so many people cost, in whole fen; 0 where there is nobody. */
export function perPerson(fen: number, people: number): number {
  return people === 0 ? 0 : Math.round(fen / people);
}
