import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { notify } from "@/lib/notifications/notify";
import { moveStock } from "../ledger/move-stock";
import type { Planned } from "./plan-materials";
import { planStages, type UseOptions } from "./plan-stages";
import { fromThousandths } from "./thousandths";

/** A stage that is being completed, and its item in words. */
export type UsingStage = { id: string; item: string };

/**
 * Takes what completing these stages uses out of the stock, in the caller's transaction, which has locked their cases and them. Items are
 * locked before lots, in the order of their ids. What the books have not is recorded as a shortfall and does not stop the work; nothing
 * goes below zero. Refuses with `lot_needed` (a traced line without a lot), `lot_expired`, `lot_recalled`, and `not_found` for a lot that
 * is not one of the line's.
 */
export async function takeMaterials(
  context: Context,
  stages: readonly UsingStage[],
  options: UseOptions = {},
): Promise<void> {
  const ids = stages.map(({ id }) => id);
  const { planned } = await planStages(context, ids, options, true);
  for (const { need, refusal } of planned) {
    const item = stages.find(({ id }) => id === need.stageId)?.item;
    if (refusal) throw conflict(refusal.reason, `${item}: ${refusal.message}`);
  }
  for (const each of planned) await book(context, each);
  await tellKeepers(
    context,
    planned.filter(({ missing }) => missing > 0n),
  );
}

async function book(context: Context, { need, taken, missing, missingLot, reason }: Planned): Promise<void> {
  const { actor, tx } = context;
  for (const { itemId, lotId, quantity } of taken)
    await moveStock(context, {
      itemId,
      lotId,
      type: "out",
      quantity: fromThousandths(-quantity),
      caseItemId: need.itemId,
      stageId: need.stageId,
      departmentId: need.departmentId ?? undefined,
      reason: reason ?? undefined,
    });
  if (missing > 0n)
    await tx.execute(sql`
      INSERT INTO stock_shortfalls (workflow_stage_id, case_item_id, bill_line_id, inventory_item_id, lot_id, missing, recorded_by_id)
      VALUES (${need.stageId}, ${need.itemId}, ${need.lineId}, ${missingLot?.itemId ?? need.sources[0]?.itemId ?? null}::uuid,
        ${missingLot?.id ?? null}::uuid, ${fromThousandths(missing)}::numeric, ${actor.userId})`);
}

/** Once a day for each thing that is short, whoever keeps the stock hears of it. */
async function tellKeepers({ actor, tx }: Context, short: readonly Planned[]): Promise<void> {
  const today = labToday(actor.lab.timeZone);
  const told = new Set<string>();
  for (const { need, missing } of short) {
    if (told.has(need.lineId)) continue;
    told.add(need.lineId);
    await notify(
      tx,
      { permission: "inventory.manage" },
      {
        key: `shortfall:${need.lineId}:${today}`,
        type: "alert",
        title: `The books are short of ${need.what}`,
        body: `The bench used ${fromThousandths(missing)} ${need.unit} that stock does not have. Count it, or book what came in.`,
        href: "/inventory/shortfalls",
      },
    );
  }
}
