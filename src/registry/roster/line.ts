import type { Cell } from '../../sheets/cell.ts';

/**
 * A line of the file: its number as the spreadsheet shows it, its cells, and whether nobody sees it
 * there.
 */
export type Line = { row: number; cells: Cell[]; hidden?: true };
