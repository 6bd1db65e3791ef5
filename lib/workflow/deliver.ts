import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { settleCase } from "@/lib/cases/status";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { enqueue } from "@/lib/outbox/outbox";
import { type LockedStage, lockCasesOf, lockForMove, type MovedCase, readLocked } from "./lock-stages";
import type { HandOverInput } from "./schema";
import { refuseShipped } from "./send-back";
import { tellScreens } from "./tell";

/**
 * Books items as delivered: their open delivery attempts are completed, the items and, once nothing of it is left, their cases are
 * delivered (which frees the pan). What was delivered is invoiced (job `draft_invoice`), each item once; the rest of a case when it
 * follows. The line in the timeline is the caller's. Runs with the rights of the lab's people: a driver's stop calls it inside `withLabRights`. A
 * hold does not stop it, for it has happened, and ends with it. Delivered is `at`, when it was not just now: a driver out of reach reports on another
 * day, and prices, month and punctuality follow the day of the hand-over. Refuses with `not_found`, and with `not_finished` when an
 * item does not wait for delivery.
 */
export async function finishDelivery(
  { actor, tx }: Context,
  { itemIds, at = null }: { itemIds: string[]; at?: Date | null },
): Promise<{ caseIds: string[] }> {
  const cases = await tx.rows<MovedCase>(
    lockCasesOf(sql`SELECT case_id FROM case_items WHERE id = ANY(${itemIds}::uuid[])`),
  );
  const stages = await readLocked(tx, sql`w.item_id = ANY(${itemIds}::uuid[]) AND w.status <> 'completed'`);
  if (cases.length === 0) throw notFound("item");
  const waiting = stages.filter((stage) => stage.stage === "delivery");
  if (waiting.length < new Set(itemIds).size)
    throw conflict("not_finished", "Not everything here is finished and waiting for delivery. Nothing was booked.");
  await bookDelivered({ actor, tx }, waiting, at);

  for (const { id } of cases) {
    await enqueue(tx, "draft_invoice", { labId: actor.lab.id, caseId: id });
    const status = await settleCase(tx, id);
    if (status !== "delivered") continue;
    await tx.execute(sql`
      UPDATE holds SET released_at = statement_timestamp(), released_by_id = ${actor.userId}
      WHERE case_id = ${id} AND released_at IS NULL`);
  }
  const caseIds = cases.map(({ id }) => id);
  if (at)
    await tx.execute(sql`
      UPDATE cases c SET delivered_at = (SELECT max(i.delivered_at) FROM case_items i WHERE i.case_id = c.id)
      WHERE c.id = ANY(${caseIds}::uuid[]) AND c.status = 'delivered'`);
  await tellScreens(tx, cases, "shared");
  return { caseIds };
}

async function bookDelivered({ actor, tx }: Context, stages: LockedStage[], at: Date | null): Promise<void> {
  await tx.execute(sql`
    UPDATE workflow_stages SET status = 'completed', outcome = 'passed', completed_at = statement_timestamp(), completed_by_id = ${actor.userId}
    WHERE id = ANY(${stages.map(({ id }) => id)}::uuid[])`);
  await tx.execute(sql`
    UPDATE case_items i SET status = 'delivered',
      delivered_at = CASE WHEN ${at}::timestamptz IS NULL THEN statement_timestamp()
        ELSE greatest(${at}::timestamptz, i.finished_at, (SELECT c.submitted_at FROM cases c WHERE c.id = i.case_id)) END
    WHERE id = ANY(${stages.map(({ itemId }) => itemId)}::uuid[])`);
}

/**
 * Books finished items of a case as handed over at the lab's own door, without a driver. Refuses as `lockForMove` does (move
 * `deliver`), and with `in_shipment` what is packed: a driver who has it could not book it any more.
 */
export async function handOver(context: Context, { stages, receiver }: HandOverInput): Promise<{ caseIds: string[] }> {
  const locked = await lockForMove(context, "deliver", stages);
  await refuseShipped(context, locked.stages);
  const delivered = await finishDelivery(context, { itemIds: locked.stages.map(({ itemId }) => itemId) });
  for (const { id } of locked.cases)
    await recordEvent(context, { caseId: id, kind: "delivered", data: { receiver }, audience: "shared" });
  return delivered;
}
