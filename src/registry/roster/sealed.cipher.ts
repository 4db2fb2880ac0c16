/** The rows of a roster as they are kept: encrypted, because they hold ID numbers. */
import { decryptField, encryptField } from '../../access/field-encryption.ts';
import type { Cell } from '../../sheets/cell.ts';
import type { Answers } from './answers.ts';
import type { Outcome } from './import.ts';
import type { Line } from './line.ts';

export function seal(secret: string, value: unknown): Promise<string> {
  return encryptField(secret, JSON.stringify(value));
}
export function sealLines(secret: string, lines: Line[]): Promise<string> {
  return seal(
    secret,
    lines.map(({ row, cells, hidden }) => [
      row,
      cells.map((cell) => (cell instanceof Date ? { day: cell.toISOString() } : cell)),
      ...(hidden ? [true] : []),
    ]),
  );
}
export async function openLines(secret: string, cipher: string): Promise<Line[]> {
  const lines = JSON.parse(await decryptField(secret, cipher)) as [
    number,
    (Cell | { day: string })[],
    true?,
  ][];
  return lines.map(([row, cells, hidden]) => ({
    row,
    cells: cells.map((cell) =>
      typeof cell === 'object' && cell !== null && 'day' in cell ? new Date(cell.day) : cell,
    ),
    ...(hidden ? { hidden } : {}),
  }));
}
export async function openAnswers(secret: string, cipher: string | null): Promise<Answers> {
  return cipher === null ? {} : (JSON.parse(await decryptField(secret, cipher)) as Answers);
}
export async function openOutcomes(secret: string, cipher: string | null): Promise<Outcome[]> {
  return cipher === null ? [] : (JSON.parse(await decryptField(secret, cipher)) as Outcome[]);
}
