import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { asRefusal } from "@/lib/db/refusals";
import { rawSql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";
import { NOT_RESTORABLE, RESTORABLE } from "./catalogue";
import { deletedParents, type Kinship, kinships } from "./kin";
import type { RestoreInput } from "./schema";

export const TRASH_TOPIC = "trash";

/**
 * Takes a row out of the trash, with everything below it that was put away in the same transaction, and with `withParents` what it hangs on.
 * Refuses with `not_found` for what is not in the trash, `parent_deleted` (naming it) when what it hangs on is put away, `parent_gone` when
 * that cannot come back from here, and `place_taken` when something else has its name, number or place by now.
 * @returns how many rows came back.
 */
export async function restore({ tx }: Context, { kind, id, withParents }: RestoreInput): Promise<{ restored: number }> {
  await tx.includeDeleted();
  const all = await kinships(tx);
  const restored = await bringBack(tx, all, { table: kind, id, withParents });
  await announce(tx, [TRASH_TOPIC]);
  return { restored };
}

type Wanted = { table: string; id: string; withParents: boolean };

async function bringBack(
  tx: Transaction,
  all: readonly Kinship[],
  { table, id, withParents }: Wanted,
): Promise<number> {
  const row = await tx.row<{ at: string }>(
    sql`SELECT deleted_at::text AS at FROM ${rawSql(table)} WHERE id = ${id} AND deleted_at IS NOT NULL FOR UPDATE`,
  );
  if (!row) throw notFound("entry of the trash");
  let count = 0;
  for (const parent of await deletedParents(tx, all, table, id)) {
    const kind = RESTORABLE[parent.table];
    if (!kind)
      throw conflict(
        "parent_gone",
        `What this belongs to was removed for good. ${NOT_RESTORABLE[parent.table] ?? ""}`.trim(),
      );
    if (!withParents)
      throw conflict(
        "parent_deleted",
        `${kind.label} ${parent.name}, which this belongs to, is in the trash, too. Restore both.`,
      );
    count += await bringBack(tx, all, { table: parent.table, id: parent.id, withParents });
  }
  return count + (await undelete(tx, all, table, [id], row.at));
}

/** Sets rows and, below them, those put away at the same instant live again. A parent may have brought them back already. */
async function undelete(
  tx: Transaction,
  all: readonly Kinship[],
  table: string,
  ids: readonly string[],
  at: string,
): Promise<number> {
  const back = await tx
    .rows<{ id: string }>(
      sql`UPDATE ${rawSql(table)} SET deleted_at = NULL WHERE id = ANY(${ids}::uuid[]) AND deleted_at = ${at}::timestamptz RETURNING id`,
    )
    .catch((thrown: unknown) => {
      throw placeTaken(thrown, table);
    });
  let count = back.length;
  if (back.length === 0) return 0;
  for (const { child, column, parentColumn } of all.filter(({ parent }) => parent === table)) {
    const below = await tx.rows<{ id: string }>(sql`
      SELECT c.id FROM ${rawSql(child)} c JOIN ${rawSql(table)} p ON p.lab_id = c.lab_id AND p.${rawSql(parentColumn)} = c.${rawSql(column)}
      WHERE p.id = ANY(${back.map((one) => one.id)}::uuid[]) AND c.deleted_at = ${at}::timestamptz AND c.id <> ALL(${ids}::uuid[])`);
    if (below.length > 0)
      count += await undelete(
        tx,
        all,
        child,
        below.map((one) => one.id),
        at,
      );
  }
  return count;
}

/** The database's own words where it has some for the rule that was broken; that something else took the place where it has none. */
function placeTaken(thrown: unknown, table: string): unknown {
  const { code } = thrown as { code?: string };
  if (code !== "23505" && code !== "23P01") return thrown;
  const label = RESTORABLE[table]?.label ?? "thing";
  const refusal = asRefusal(thrown);
  const known = refusal && refusal.reason !== "already_exists" ? `${refusal.message} ` : "";
  return conflict(
    "place_taken",
    `${known}Another ${label.toLowerCase()} took the place of this one meanwhile. Rename or put away that one first, then restore this one.`,
  );
}
