import { conflict, notFound, stale } from "@/lib/access/errors";
import { itemName, type NamedItem } from "@/lib/cases/item-name";
import { type LockedCase, lockCase } from "@/lib/cases/lock";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";

export type OpenApproval = {
  id: string;
  found: LockedCase;
  askedById: string;
  itemIds: string[];
  /** The items in words, teeth in FDI, as history keeps them. */
  items: string;
};

type Row = {
  decision: "approved" | "rejected" | "withdrawn" | null;
  decidedBy: string | null;
  version: number;
  askedById: string;
  items: (NamedItem & { id: string })[];
};

/** The case of a request that the actor may see. Refuses with `not_found`. */
export async function caseOfApproval(tx: Transaction, approvalId: string): Promise<string> {
  const known = await tx.row<{ caseId: string }>(
    sql`SELECT case_id AS "caseId" FROM design_approvals WHERE id = ${approvalId}`,
  );
  if (!known) throw notFound("request");
  return known.caseId;
}

/**
 * Locks a case and the request for approval of a design of it, so that of two answers one counts. Runs with the lab's rights. Refuses
 * with `already_decided` (saying by whom, or that the lab withdrew it), `stale` and `not_found`.
 */
export async function lockOpenApproval(
  tx: Transaction,
  caseId: string,
  { approvalId, version }: { approvalId: string; version: number },
): Promise<OpenApproval> {
  const found = await lockCase(tx, caseId);
  const row = await tx.row<Row>(sql`
    SELECT a.decision, a.version, a.asked_by_id AS "askedById", (SELECT u.name FROM users u WHERE u.id = a.decided_by_id) AS "decidedBy",
      (SELECT jsonb_agg(jsonb_build_object('id', i.id, 'procedureType', i.procedure_type, 'arch', i.arch,
          'teeth', ARRAY(SELECT t.tooth FROM case_item_teeth t WHERE t.item_id = i.id ORDER BY t.tooth)) ORDER BY i.position)
        FROM design_approval_items x JOIN case_items i ON i.id = x.item_id WHERE x.approval_id = a.id) AS items
    FROM design_approvals a WHERE a.id = ${approvalId} AND a.case_id = ${found.id} FOR UPDATE`);
  if (!row) throw notFound("request");
  if (row.decision) throw conflict("already_decided", decidedWords(row.decision, row.decidedBy));
  if (row.version !== version) throw stale("request");
  return {
    id: approvalId,
    found,
    askedById: row.askedById,
    itemIds: row.items.map(({ id }) => id),
    items: row.items.map((item) => itemName(item, "fdi")).join(", "),
  };
}

function decidedWords(decision: NonNullable<Row["decision"]>, by: string | null): string {
  if (decision === "withdrawn") return "The lab has withdrawn this request, so there is nothing to decide any more.";
  return `${by ?? "Someone else"} has already ${decision} this design.`;
}
