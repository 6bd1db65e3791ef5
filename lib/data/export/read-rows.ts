import { joinSql, rawSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { StoreName } from "@/lib/files/store";
import type { ExportedTable } from "./catalogue";

const BATCH = 1000;
const NONE = "00000000-0000-0000-0000-000000000000";

const quoted = (name: string) => rawSql(`"${name}"`);

/** What a letter with a personal link says is wiped when it is sent; of one that is not sent yet the archive does not have it either. */
const LINKED = ["text_body", "html_body", "attachments"];
const columnOf = (table: string, column: string) =>
  table === "mail_messages" && LINKED.includes(column)
    ? sql`CASE WHEN NOT t.confidential OR t.status = 'sent' THEN t.${quoted(column)} END AS ${quoted(column)}`
    : sql`t.${quoted(column)}`;

/**
 * The rows of a table as JSON objects, one per line, in the order of their ids, read in batches as they are taken. Instants are ISO 8601 in
 * UTC, money and other exact numbers are kept exact. Of `users` those who are or were in this lab.
 */
export async function* rowsOf(tx: Transaction, { name, columns }: ExportedTable): AsyncGenerator<string> {
  const list = joinSql(columns.map((column) => columnOf(name, column)));
  for (let last = NONE; ; ) {
    const rows = await tx.rows<{ id: string; line: string }>(sql`
      SELECT x.id, to_json(x)::text AS line FROM (SELECT ${list} FROM ${quoted(name)} t WHERE t.id > ${last}::uuid ORDER BY t.id LIMIT ${BATCH}) x`);
    if (rows.length > 0) yield rows.map(({ line }) => `${line}\n`).join("");
    const end = rows.at(-1);
    if (!end || rows.length < BATCH) return;
    last = end.id;
  }
}

export type ExportedFile = { id: string; name: string; store: StoreName; storeKey: string };

/** The files of a table that names contents in a store; not those whose content was erased. */
export function filesOf(tx: Transaction, table: string): Promise<ExportedFile[]> {
  const erased = table === "case_files" ? sql`AND t.erased_at IS NULL` : sql``;
  return tx.rows<ExportedFile>(sql`
    SELECT t.id, coalesce(to_jsonb(t) ->> 'name', to_jsonb(t) ->> 'file_name', 'file') AS name, t.store, t.store_key AS "storeKey"
    FROM ${quoted(table)} t WHERE t.store_key IS NOT NULL ${erased} ORDER BY t.id`);
}
