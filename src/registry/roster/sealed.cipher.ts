/** The rows of a roster as they are kept: encrypted, because they hold ID numbers. */
import { decryptField, encryptField } from '../../access/field-encryption.ts';
import type { Cell } from '../../sheets/cell.ts';
import type { Answers } from './answers.ts';
import type { Outcome } from './import.ts';
import type { Line } from './line.ts';

export const seal = (secret: string, value: unknown): Promise<string> => encryptField(secret, JSON.stringify(value));
export const sealLines = (secret: string, lines: Line[]): Promise<string> =>
  seal(
    secret,
    lines.map(({ row, cells, hidden }) => [
      row,
      cells.map((cell) => (cell instanceof Date ? { day: cell.toISOString() } : cell)),
      ...(hidden ? [true] : []),
    ]),
  );
export const openLines = async (secret: string, cipher: string): Promise<Line[]> => {
  const lines = JSON.parse(await decryptField(secret, cipher)) as [number, (Cell | { day: string })[], true?][];
  return lines.map(([row, cells, hidden]) => ({
    row,
    cells: cells.map((cell) =>
      typeof cell === 'object' && cell !== null && 'day' in cell ? new Date(cell.day) : cell,
    ),
    ...(hidden ? { hidden } : {}),
  }));
};
export const openAnswers = async (secret: string, cipher: string | null): Promise<Answers> =>
  cipher === null ? {} : (JSON.parse(await decryptField(secret, cipher)) as Answers);
export const openOutcomes = async (secret: string, cipher: string | null): Promise<Outcome[]> =>
  cipher === null ? [] : (JSON.parse(await decryptField(secret, cipher)) as Outcome[]);
