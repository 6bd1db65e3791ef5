import pg from "pg";

export type Statement = { text: string; values: unknown[] };

/**
 * The statements that a piece of the app sends to the database, as they go over the wire, so that the benchmark can send the very
 * same ones over a bare driver.
 */
export async function recorded(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [text, values] = args;
    statements.push(typeof text === "string" ? { text, values: (values as unknown[]) ?? [] } : (text as Statement));
    return (original as (...a: unknown[]) => unknown).apply(this, args);
  } as typeof original;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  return statements;
}

/** Sends statements one after the other on one connection of a bare pool. */
export async function replay(pool: pg.Pool, statements: readonly Statement[]): Promise<void> {
  const connection = await pool.connect();
  try {
    for (const { text, values } of statements) await connection.query(text, values.length > 0 ? values : undefined);
  } finally {
    connection.release();
  }
}

/** The same statements about other rows: every id in `from` becomes the one that stands for it in `to`. */
export function about(statements: readonly Statement[], from: readonly string[], to: readonly string[]): Statement[] {
  const swap = (text: string) => from.reduce((swapped, id, i) => swapped.replaceAll(id, to[i] as string), text);
  return statements.map(({ text, values }) => ({
    text: swap(text),
    values: JSON.parse(swap(JSON.stringify(values))) as unknown[],
  }));
}
