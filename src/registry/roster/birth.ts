import { DAY } from '../../clock.ts';
import type { Cell } from '../../sheets/cell.ts';
import { readDays } from './day-text.ts';

/** How many days a birthday by the lunar calendar comes earlier than by the other, at the most. */
const LUNAR_LAG = 60;

function isFullDay(day: string): boolean {
  return day.length === 10;
}

/**
 * How a birth date in the list stands to the one in the ID number, which has a check digit and says
 * the day itself. Only another whole day stops a row, because two people may be mixed up in it; a
 * birthday by the lunar calendar does not.
 */
export function compareBirth(
  cell: Cell,
  bornOn: string,
): 'same' | 'unread' | 'differs' | 'contradicts' {
  const days = readDays(cell);
  if (days.length === 0) return 'unread';
  if (days.some((day) => bornOn.startsWith(day))) return 'same';
  if (!days.every(isFullDay)) return 'differs';
  const lag = (Date.parse(bornOn) - Date.parse(days[0] ?? '')) / DAY;
  return lag > 0 && lag <= LUNAR_LAG ? 'differs' : 'contradicts';
}
