import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";

type Value = string | number | boolean | null;

/** What goes into one table: its columns, and as many rows of values as the generator makes. */
export type Load = { table: string; columns: readonly string[]; rows: () => Iterable<readonly Value[]> };

/** As COPY's text format writes a value; the loads hold no tabs, line ends or backslashes. */
const written = (value: Value) => (value === null ? "\\N" : String(value));

const CHUNK = 2_000;

function* chunksOf(rows: Iterable<readonly Value[]>): Generator<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(row.map(written).join("\t"));
    if (lines.length === CHUNK) {
      yield `${lines.join("\n")}\n`;
      lines = [];
    }
  }
  if (lines.length > 0) yield `${lines.join("\n")}\n`;
}

/**
 * Copies rows into tables as a superuser does who fills a database: without triggers and references, and with the indexes that guard
 * no constraint made afterwards. Rows must be right as they are. The tables are vacuumed and analysed at the end.
 */
export async function bulkLoad(superuser: Client, loads: readonly Load[]): Promise<void> {
  const tables = [...new Set(loads.map(({ table }) => table))];
  const indexes = await superuser.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i
     WHERE i.indrelid = ANY($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)`,
    [tables],
  );
  await superuser.query("SET session_replication_role = replica");
  await superuser.query("SET maintenance_work_mem = '512MB'");
  for (const { name } of indexes.rows) await superuser.query(`DROP INDEX ${name}`);
  for (const { table, columns, rows } of loads) {
    const into = superuser.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
    await pipeline(Readable.from(chunksOf(rows())), into);
  }
  for (const { definition } of indexes.rows) await superuser.query(definition);
  await superuser.query("SET session_replication_role = DEFAULT");
  await superuser.query(`VACUUM ANALYZE ${tables.join(", ")}`);
}
