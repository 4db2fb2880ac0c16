/**
 * D1 as a script writes into it. Miniflare's own stub asks its runtime for each single `prepare`
 * and `bind`, and stands still meanwhile: the thousands of statements of the demo town took most of
 * its seeding. Here a statement is put together at home, and a batch is one request to a Worker
 * that does nothing else.
 */

/** What a statement may bind: what JSON can carry. */
type Value = string | number | null;

/** The Worker that runs what a script asks for; it answers an error with its message. */
export const DATABASE_WORKER = `export default {
  async fetch(request, { DB }) {
    const statements = await request.json();
    try {
      const prepared = statements.map(({ sql, values }) => DB.prepare(sql).bind(...values));
      return Response.json(await DB.batch(prepared));
    } catch (error) {
      return new Response(error.message, { status: 500 });
    }
  },
}`;

type Run = (statements: readonly Statement[]) => Promise<D1Result[]>;

class Statement {
  readonly sql: string;
  readonly values: readonly Value[];
  private readonly run_: Run;

  constructor(run: Run, sql: string, values: readonly Value[] = []) {
    this.run_ = run;
    this.sql = sql;
    this.values = values;
  }

  bind(...values: unknown[]): Statement {
    const odd = values.find(
      (value) => value !== null && !['string', 'number'].includes(typeof value),
    );
    if (odd !== undefined) throw new TypeError(`${typeof odd} cannot be bound by a script`);
    return new Statement(this.run_, this.sql, values as Value[]);
  }

  async all(): Promise<D1Result> {
    const [result] = await this.run_([this]);
    return result!;
  }

  run(): Promise<D1Result> {
    return this.all();
  }

  async first(column?: string): Promise<unknown> {
    const [row] = (await this.all()).results as Record<string, unknown>[];
    if (row === undefined) return null;
    return column === undefined ? row : row[column];
  }
}

/**
 * A database for scripts; what the Worker refuses is thrown with its message.
 * @param ask sends a body to the Worker above
 */
export function scriptDatabase(
  ask: (body: string) => Promise<{ ok: boolean; text(): Promise<string> }>,
): D1Database {
  const run: Run = async (statements) => {
    const answer = await ask(
      JSON.stringify(statements.map(({ sql, values }) => ({ sql, values }))),
    );
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return JSON.parse(text) as D1Result[];
  };
  return { prepare: (sql: string) => new Statement(run, sql), batch: run } as unknown as D1Database;
}
