/** Budgets as JSON lines, and how many of them were broken. */

let broken = 0;

/**
 * Prints one figure of this run beside its limit, and counts it where it is beyond that.
 * @param value in `unit`; three decimals are printed, all are compared
 * @param better which way a figure may go without breaking its budget
 */
export function say(
  name: string,
  value: number,
  limit: number,
  unit: string,
  better: 'lower' | 'higher',
): void {
  const rounded = Math.round(value * 1000) / 1000;
  console.log(JSON.stringify({ name, value: rounded, limit, unit, better }));
  if (better === 'lower' ? value > limit : value < limit) broken += 1;
}

/** How many of the figures said so far are beyond their limits. */
export function brokenBudgets(): number {
  return broken;
}
