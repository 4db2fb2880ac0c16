/** Writes many rows with one statement each chunk: the rows travel as one JSON parameter. */

/**
 * Inserts rows that all have the fields of the first. Names become those of columns; lists and
 * objects become JSON.
 * @param size rows in one statement
 */
export async function insertMany(
  db: D1Database,
  table: string,
  rows: Record<string, unknown>[],
  size = 2000,
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const fields = Object.keys(first);
  const sql = `insert into ${table} (${fields.map(snake).join(', ')}) select ${fields
    .map((_, i) => `json_extract(e.value, '$[${i}]')`)
    .join(', ')} from json_each(?) as e`;
  for (let i = 0; i < rows.length; i += size) {
    const values = rows.slice(i, i + size).map((row) => fields.map((field) => stored(row[field])));
    await db.prepare(sql).bind(JSON.stringify(values)).run();
  }
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function stored(value: unknown): unknown {
  if (typeof value === 'boolean') return Number(value);
  if (value !== null && typeof value === 'object') return JSON.stringify(value);
  return value ?? null;
}
