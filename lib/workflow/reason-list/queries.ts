import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { ReasonKind } from "./schema";

export type EditedReason = { id: string; label: string; parentId: string | null; archived: boolean };

/** The reasons of a kind, archived ones included, in their order. The transaction sees archived rows from here on. */
export async function editedReasons(tx: Transaction, kind: ReasonKind): Promise<EditedReason[]> {
  await tx.includeDeleted();
  return tx.rows<EditedReason>(sql`
    SELECT id, label, parent_id AS "parentId", deleted_at IS NOT NULL AS archived FROM reasons
    WHERE kind = ${kind}::text ORDER BY position, label, id`);
}
