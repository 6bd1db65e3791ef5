import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { refuseClosed } from "./hold";
import { lockCase } from "./lock";
import { reasonWords } from "./reason";
import type { cancelSchema } from "./record-schema";
import { settleCase } from "./status";
import { stopWork } from "./stop-work";
import { tellScreens } from "./tell-screens";

/**
 * Cancels a case for good: its items are cancelled, open attempts end with outcome `cancelled`, clocks stop and an open hold ends.
 * Refuses with `case_closed`, `in_shipment` (something of it is packed), `already_shipped` (or has left the lab) and `stale`.
 */
export async function cancel(context: Context, input: z.output<typeof cancelSchema>): Promise<{ version: number }> {
  const { actor, tx } = context;
  const found = await lockCase(tx, input.caseId);
  refuseClosed(found);
  if (found.version !== input.version) throw stale("case");
  const reason = await reasonWords(tx, "cancellation", input.reasonId);
  await refuseOnItsWay(context, found);

  await stopWork(tx, found.id);
  await tx.execute(sql`
    UPDATE workflow_stages SET status = 'completed', outcome = 'cancelled', completed_at = statement_timestamp(),
      completed_by_id = ${actor.userId}, reason_id = ${input.reasonId}, reason_note = ${input.note ?? null}
    WHERE case_id = ${found.id} AND status <> 'completed'`);
  await tx.execute(sql`
    UPDATE case_items SET status = 'cancelled' WHERE case_id = ${found.id} AND status IN ('in_production', 'finished')`);
  await tx.execute(sql`
    UPDATE holds SET released_at = statement_timestamp(), released_by_id = ${actor.userId}
    WHERE case_id = ${found.id} AND released_at IS NULL`);
  const words = input.note ? `${reason}: ${input.note}` : reason;
  await tx.execute(sql`UPDATE cases SET cancelled_reason = ${words} WHERE id = ${found.id}`);
  await settleCase(tx, found.id);
  await recordEvent(context, { caseId: found.id, kind: "cancelled", data: { reason: words }, audience: "shared" });
  await tellScreens(tx, found, "shared");
  return { version: (await lockCase(tx, found.id)).version };
}

async function refuseOnItsWay({ tx }: Context, found: { id: string; number: string }): Promise<void> {
  const packed = await tx.row<{ number: string }>(sql`
    SELECT s.number FROM shipments s JOIN shipment_items p ON p.lab_id = s.lab_id AND p.shipment_id = s.id
    JOIN case_items i ON i.lab_id = p.lab_id AND i.id = p.case_item_id
    WHERE i.case_id = ${found.id} AND s.status IN ('ready', 'scheduled') ORDER BY s.number LIMIT 1`);
  if (packed)
    throw conflict(
      "in_shipment",
      `Case ${found.number} is packed in shipment ${packed.number}. Unpack that shipment first.`,
    );
  const left = await tx.row(
    sql`SELECT 1 FROM case_items WHERE case_id = ${found.id} AND status IN ('shipped', 'delivered')`,
  );
  if (left)
    throw conflict("already_shipped", `Part of case ${found.number} has left the lab, so it cannot be cancelled.`);
}
