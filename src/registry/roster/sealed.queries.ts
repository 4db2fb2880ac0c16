/** The rows of a roster as they are kept: encrypted, because they hold ID numbers. */
import { decryptField, encryptField } from '../../access/field-encryption.ts';
import type { Cell } from '../../sheets/cell.ts';
import type { Outcome } from './import.ts';

/** A line of the file: its number as the spreadsheet shows it, and its cells. */
export type Line = { row: number; cells: Cell[] };

export const seal = (secret: string, value: unknown): Promise<string> => encryptField(secret, JSON.stringify(value));
export const sealLines = (secret: string, lines: Line[]): Promise<string> =>
  seal(
    secret,
    lines.map(({ row, cells }) => [
      row,
      cells.map((cell) => (cell instanceof Date ? { day: cell.toISOString() } : cell)),
    ]),
  );
export const openLines = async (secret: string, cipher: string): Promise<Line[]> => {
  const lines = JSON.parse(await decryptField(secret, cipher)) as [number, (Cell | { day: string })[]][];
  return lines.map(([row, cells]) => ({
    row,
    cells: cells.map((cell) =>
      typeof cell === 'object' && cell !== null && 'day' in cell ? new Date(cell.day) : cell,
    ),
  }));
};
export const openOutcomes = async (secret: string, cipher: string | null): Promise<Outcome[]> =>
  cipher === null ? [] : (JSON.parse(await decryptField(secret, cipher)) as Outcome[]);
