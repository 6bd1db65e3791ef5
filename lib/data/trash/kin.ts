import { rawSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { RESTORABLE } from "./catalogue";

/** A foreign key between two tables whose rows can be put away. */
export type Kinship = { child: string; column: string; parent: string; parentColumn: string };

/** Every one of them, read from the catalogue. Keys to people's accounts are none: who left does not keep a thing in the trash. */
export function kinships(tx: Transaction): Promise<Kinship[]> {
  return tx.rows<Kinship>(sql`
    SELECT child.relname AS child, a.attname AS column, parent.relname AS parent, f.attname AS "parentColumn"
    FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
    CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS pair(mine, theirs)
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.mine AND a.attname <> 'lab_id'
    JOIN pg_attribute f ON f.attrelid = k.confrelid AND f.attnum = pair.theirs
    WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND parent.relname NOT IN ('memberships', 'users', 'labs')
      AND EXISTS (SELECT FROM pg_attribute d WHERE d.attrelid = child.oid AND d.attname = 'deleted_at' AND NOT d.attisdropped)
      AND EXISTS (SELECT FROM pg_attribute d WHERE d.attrelid = parent.oid AND d.attname = 'deleted_at' AND NOT d.attisdropped)
    ORDER BY 1, 2`);
}

export type Relative = { table: string; id: string; name: string };

/** What a row hangs on that is itself put away. Sees deleted rows only after `tx.includeDeleted()`. */
export async function deletedParents(
  tx: Transaction,
  all: readonly Kinship[],
  table: string,
  id: string,
): Promise<Relative[]> {
  const found: Relative[] = [];
  for (const { column, parent, parentColumn } of all.filter(({ child }) => child === table)) {
    const name = rawSql(RESTORABLE[parent]?.name ?? "''");
    const row = await tx.row<{ id: string; name: string }>(sql`
      SELECT t.id, (${name})::text AS name FROM ${rawSql(parent)} t JOIN ${rawSql(table)} c ON c.lab_id = t.lab_id AND c.${rawSql(column)} = t.${rawSql(parentColumn)}
      WHERE c.id = ${id} AND t.deleted_at IS NOT NULL`);
    if (row) found.push({ table: parent, ...row });
  }
  return found;
}
