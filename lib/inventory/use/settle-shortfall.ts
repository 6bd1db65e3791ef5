import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { enqueue } from "@/lib/outbox/outbox";
import { moveStock } from "../ledger/move-stock";
import type { SettleShortfallInput } from "./schema";

type Open = {
  caseId: string;
  caseItemId: string;
  stageId: string;
  departmentId: string | null;
  missing: string;
  isOpen: boolean;
};

/**
 * Settles what the books had not: with a lot it is taken from there after all and traced to the case, without one the words say what came
 * of it. Refuses with `not_found`, `already_settled`, `not_enough`, and `lot_expired` or `lot_recalled` for a lot that may not be used.
 */
export async function settleShortfall(context: Context, { id, lotId, words }: SettleShortfallInput): Promise<void> {
  const { actor, tx } = context;
  // The case before the shortfall and the stock, as whoever takes the completion back locks: what is booked here is then taken back with it.
  await tx.execute(sql`
    SELECT FROM cases WHERE id = (SELECT i.case_id FROM stock_shortfalls s JOIN case_items i ON i.id = s.case_item_id WHERE s.id = ${id}) FOR UPDATE`);
  const open = await tx.row<Open>(sql`
    SELECT i.case_id AS "caseId", s.case_item_id AS "caseItemId", s.workflow_stage_id AS "stageId", s.missing::text,
      (SELECT department_id FROM workflow_stages w WHERE w.id = s.workflow_stage_id) AS "departmentId",
      s.settled_at IS NULL AND s.taken_back_at IS NULL AS "isOpen"
    FROM stock_shortfalls s JOIN case_items i ON i.id = s.case_item_id WHERE s.id = ${id} FOR UPDATE OF s`);
  if (!open) throw notFound("shortfall");
  if (!open.isOpen) throw conflict("already_settled", "Somebody settled this already.");
  if (lotId) {
    const lot = await tx.row<{ itemId: string }>(
      sql`SELECT inventory_item_id AS "itemId" FROM lots WHERE id = ${lotId}`,
    );
    if (!lot) throw notFound("lot");
    const { caseItemId, stageId, departmentId, missing } = open;
    await moveStock(context, {
      itemId: lot.itemId,
      lotId,
      type: "out",
      quantity: `-${missing}`,
      caseItemId,
      stageId,
      departmentId: departmentId ?? undefined,
      reason: words || "Booked later",
    });
    await enqueue(tx, "issue_statement", { labId: actor.lab.id, caseId: open.caseId });
  }
  await tx.execute(sql`
    UPDATE stock_shortfalls SET settled_at = now(), settled_by_id = ${actor.userId}, settled_lot_id = ${lotId}::uuid, settled_words = ${words || null}
    WHERE id = ${id}`);
}
