import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { recordEvent } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import { withdrawAllOf } from "./approvals/withdraw";
import { refuseClosed } from "./hold";
import { lockCase } from "./lock";
import { reasonWords } from "./reason";
import type { cancelSchema } from "./record-schema";
import { settleCase } from "./status";
import { stopWork } from "./stop-work";
import { tellScreens } from "./tell-screens";

/** What a cancellation costs its practice before tax, a decimal text and an ISO 4217 code. */
export type CancellationCharge = { amount: string; currency: string };

/**
 * Cancels a case for good: its items are cancelled, open attempts end with outcome `cancelled`, clocks stop, an open hold ends and
 * what its dentist was asked is withdrawn. `charge` is kept for the practice to read; invoicing it is lib/billing's.
 * Refuses with `case_closed`, `in_shipment` (something of it is packed), `already_shipped` (or has left the lab) and `stale`.
 */
export async function cancel(
  context: Context,
  input: z.output<typeof cancelSchema>,
  charge?: CancellationCharge,
): Promise<{ version: number }> {
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
    UPDATE case_items SET status = 'cancelled' WHERE case_id = ${found.id} AND status IN ('in_production', 'try_in', 'finished')`);
  await tx.execute(sql`
    UPDATE try_ins SET ended_at = statement_timestamp(), ended_by_id = ${actor.userId} WHERE case_id = ${found.id} AND ended_at IS NULL`);
  await withdrawAllOf(context, found.id);
  await tx.execute(sql`
    UPDATE holds SET released_at = statement_timestamp(), released_by_id = ${actor.userId}
    WHERE case_id = ${found.id} AND released_at IS NULL`);
  const words = input.note ? `${reason}: ${input.note}` : reason;
  await tx.execute(sql`UPDATE cases SET cancelled_reason = ${words} WHERE id = ${found.id}`);
  await settleCase(tx, found.id);
  if (charge)
    await tx.execute(sql`
      UPDATE cases SET cancellation_charge = ${charge.amount}, cancellation_currency = ${charge.currency} WHERE id = ${found.id}`);
  const data = { reason: words, ...(charge && { charge: charge.amount, currency: charge.currency }) };
  await recordEvent(context, { caseId: found.id, kind: "cancelled", data, audience: "shared" });
  await notify(
    tx,
    { practiceId: found.practiceId },
    {
      key: `cancelled:${found.id}`,
      type: "case_update",
      title: `${found.number} is cancelled`,
      body: words,
      href: `/portal/cases/${found.id}`,
    },
  );
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
  const left = await tx.row(sql`
    SELECT 1 FROM case_items i WHERE i.case_id = ${found.id} AND (i.status IN ('shipped', 'delivered') OR EXISTS (
      SELECT FROM try_ins t JOIN shipments s ON s.id = t.shipment_id
      WHERE t.item_id = i.id AND t.ended_at IS NULL AND t.arrived_at IS NULL AND s.status = 'in_transit'))`);
  if (left)
    throw conflict("already_shipped", `Part of case ${found.number} has left the lab, so it cannot be cancelled.`);
}
