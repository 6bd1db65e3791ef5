import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { amountAt } from "../lots/places";
import type { MovementType } from "../vocabulary";

export type Movement = {
  itemId: string;
  /** Null for stock that is kept without a lot number. */
  lotId: string | null;
  type: MovementType;
  /** Signed, a decimal of at most three places in the item's unit: above zero for `in`, below for `out`, `damage` and `write_off`. */
  quantity: string;
  /** Cost of one unit in the lab's currency, a decimal; only for what comes in. Without it the lot's own, else the item's. */
  unitCost?: string;
  caseItemId?: string;
  stageId?: string;
  departmentId?: string;
  reason?: string;
  /** Where it is taken from or put. Without it what comes in goes to the lot's own place, and parts of it that lie elsewhere go out first. */
  locationId?: string;
  /** The movement that this one takes back. */
  reversesId?: string;
};

type Moved = { transactionId: string; onHand: string };
type ItemNow = {
  name: string;
  unit: string;
  onHand: string;
  isLow: boolean;
  lotNumber: string;
  lotOnHand: string;
  at: string | null;
};

/** The item's row is locked before its lot's, here and in the booking trigger: several items are moved in the order of their ids. */
async function lockItem(
  { tx }: Pick<Context, "tx">,
  { itemId, lotId, locationId, quantity }: Movement,
): Promise<ItemNow> {
  const item = await tx.row<Pick<ItemNow, "name" | "unit" | "onHand" | "isLow">>(sql`
    SELECT name, unit, trim_scale(on_hand)::text AS "onHand", is_low AS "isLow" FROM inventory_items WHERE id = ${itemId} FOR NO KEY UPDATE`);
  if (!item) throw notFound("item");
  const takenAt = locationId && quantity.startsWith("-") ? locationId : null;
  const lot = await tx.row<{ number: string; onHand: string; at: string | null }>(sql`
    SELECT l.number, trim_scale(${takenAt ? amountAt(sql`${takenAt}::uuid`) : sql`l.on_hand`})::text AS "onHand",
      (SELECT p.name FROM stock_locations p WHERE p.id = ${takenAt}) AS at
    FROM lots l WHERE l.inventory_item_id = ${itemId} AND ${lotId ? sql`l.id = ${lotId}` : sql`l.is_unnumbered`} FOR NO KEY UPDATE OF l`);
  if (lotId && !lot) throw notFound("lot");
  return { ...item, lotNumber: lot?.number ?? "", lotOnHand: lot?.onHand ?? "0", at: lot?.at ?? null };
}

/**
 * Writes one movement of stock into the ledger; on hand and value of item and lot follow in the database. Those who may manage stock are
 * told when the item falls to its reorder point: once per falling, since only the movement that crosses it says so.
 * Answers the movement's id and what is on hand of the item now. Refuses `not_enough` when the lot, or that place of it, holds less than
 * is taken.
 */
export async function moveStock({ actor, tx }: Context, movement: Movement): Promise<Moved> {
  const before = await lockItem({ tx }, movement);
  const { itemId, lotId, type, quantity, unitCost, caseItemId, stageId, departmentId, locationId, reason, reversesId } =
    movement;
  const enough = await tx.row<{ is: boolean }>(
    sql`SELECT ${before.lotOnHand}::numeric + ${quantity}::numeric >= 0 AS is`,
  );
  if (!enough?.is) {
    throw conflict(
      "not_enough",
      `Only ${before.lotOnHand} ${before.unit} of ${before.name}${before.lotNumber ? `, lot ${before.lotNumber},` : ""} is ${before.at ? `at ${before.at}` : "there"}.`,
    );
  }
  const booked = await tx.row<{ id: string }>(sql`
    INSERT INTO inventory_transactions (inventory_item_id, lot_id, type, quantity, unit_cost, case_item_id, stage_id, department_id, location_id, reason, reverses_id, recorded_by_id)
    VALUES (${itemId}, ${lotId}, ${type}, ${quantity}::numeric, ${unitCost ?? null}::numeric, ${caseItemId ?? null}, ${stageId ?? null}, ${departmentId ?? null}, ${locationId ?? null},
      ${reason ?? null}, ${reversesId ?? null}, ${actor.userId}) RETURNING id`);
  const after = await tx.row<{ onHand: string; isLow: boolean; reorderPoint: string }>(sql`
    SELECT trim_scale(on_hand)::text AS "onHand", is_low AS "isLow", trim_scale(reorder_point)::text AS "reorderPoint" FROM inventory_items WHERE id = ${itemId}`);
  if (!booked || !after) throw notFound("item");
  if (after.isLow && !before.isLow) {
    await notify(
      tx,
      { permission: "inventory.manage" },
      {
        key: `reorder:${booked.id}`,
        type: "alert",
        title: `${before.name} is to be ordered`,
        body: `${after.onHand} ${before.unit} left, to be ordered at ${after.reorderPoint}.`,
        href: `/inventory/items/${itemId}`,
      },
    );
  }
  await announce(tx, ["stock", `stock:${itemId}`]);
  return { transactionId: booked.id, onHand: after.onHand };
}
