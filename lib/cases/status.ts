import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type CaseStatus, STAGES, type Stage } from "./vocabulary";

export type ItemState = {
  status: "in_production" | "try_in" | "finished" | "shipped" | "delivered" | "cancelled";
  stage: Stage;
};

const STATUS_AT: Record<Stage, CaseStatus> = {
  receiving: "submitted",
  impression_scan: "received",
  design: "designing",
  milling: "milling",
  sintering: "processing",
  quality_control: "qc",
  delivery: "ready",
};

/**
 * A case's status, derived from its items: the item furthest behind decides, one out for a try-in by the stage it goes on at.
 * Cancelled items do not count; an open hold shows before production does. A case without a living item counts as cancelled.
 */
export function caseStatusOf(items: ItemState[], onHold: boolean): CaseStatus {
  const living = items.filter((item) => item.status !== "cancelled");
  if (living.length === 0) return "cancelled";
  if (living.every((item) => item.status === "delivered")) return "delivered";
  if (onHold) return "on_hold";
  const furthestBehind = Math.min(
    ...living.map((item) => (item.status === "delivered" ? STAGES.length - 1 : STAGES.indexOf(item.stage))),
  );
  return STATUS_AT[STAGES[furthestBehind] as Stage];
}

/**
 * Writes the case's status anew from its items and holds, after a capability changed them. The caller holds the case's lock
 * (`lockCase`). Answers the status.
 */
export async function settleCase(tx: Transaction, caseId: string): Promise<CaseStatus> {
  const items = await tx.rows<ItemState>(sql`SELECT status, stage FROM case_items WHERE case_id = ${caseId}`);
  const hold = await tx.row(sql`SELECT 1 FROM holds WHERE case_id = ${caseId} AND released_at IS NULL`);
  const status = caseStatusOf(items, Boolean(hold));
  await tx.execute(sql`
    UPDATE cases SET status = ${status}::text,
      delivered_at = CASE WHEN ${status}::text = 'delivered' THEN coalesce(delivered_at, now()) END,
      cancelled_at = CASE WHEN ${status}::text = 'cancelled' THEN coalesce(cancelled_at, now()) END
    WHERE id = ${caseId} AND status <> ${status}::text`);
  return status;
}
