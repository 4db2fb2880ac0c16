import type { Terms } from '../../src/pipeline/recruitment/terms.ts';

function inYuan(fen: number): string {
  return String(fen / 100);
}

export function valuesOf(
  terms: Terms,
  headcount: number,
  startsOn: string,
): Record<string, string> {
  return {
    headcount: String(headcount),
    startsOn,
    site: terms.site,
    wageBasis: terms.wageBasis,
    wageLow: inYuan(terms.wageLowFen),
    wageHigh: inYuan(terms.wageHighFen),
    payDay: String(terms.payDay),
    contractMonths: String(terms.contractMonths),
    hoursPerDay: String(terms.hoursPerDay),
    daysPerWeek: String(terms.daysPerWeek),
    lodging: terms.lodging,
    meals: inYuan(terms.mealsFen),
    insurance: terms.insurance,
    deductions: terms.deductions,
    hazards: terms.hazards,
  };
}
