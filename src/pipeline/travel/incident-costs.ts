import type { Bearer } from '../ledger/budget.ts';

type Cost = { incidentId: string; bearer: Bearer; fen: number };

/** Incidents with what each has cost; what was taken back is no cost. */
export function withCosts<Row extends { id: string }>(
  incidents: readonly Row[],
  costs: readonly Cost[],
): (Row & { costs: Cost[] })[] {
  return incidents.map((row) => ({
    ...row,
    costs: costs.filter(({ incidentId, fen }) => incidentId === row.id && fen !== 0),
  }));
}
