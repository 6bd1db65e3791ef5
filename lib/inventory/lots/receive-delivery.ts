import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { moveStock } from "../ledger/move-stock";
import { type LotPlace, PLACES } from "./places";
import type { ReceivedLine, ReceiveInput } from "./schema";

type Line = ReceivedLine & { position: number };
type Item = { name: string; category: string; locationId: string | null };
type Lot = { id: string; expiresOn: string | null; onHand: string; revalued: string | null; places: LotPlace[] };
export type ReceivedLot = { position: number; lotId: string; transactionId: string; name: string; lotNumber: string };

/**
 * Books a delivery: each line into its lot, which is made when the item has none of that number. Answers the lots in the order of the
 * lines. A further delivery of a lot at another cost gives what is there and what comes one cost, the mean of both by quantity (rounded
 * to four decimals): what was there goes out at the old and in again at the new one, as adjustments. A lot that lies elsewhere already lies in both places from then on. The item's own cost is what was
 * paid last. Refuses, each at its field: an item that is not there, a material without a lot number, and another expiry than the lot has.
 */
export async function receiveDelivery(context: Context, { supplierId, lines }: ReceiveInput): Promise<ReceivedLot[]> {
  const inOrder: Line[] = lines
    .map((line, position) => ({ ...line, position }))
    .toSorted((a, b) => a.itemId.localeCompare(b.itemId) || a.position - b.position);
  const received: ReceivedLot[] = [];
  for (const line of inOrder) {
    const item = await lockItem(context, line);
    const lot = await lotFor(context, line, item, supplierId);
    if (lot?.revalued) await revalue(context, line.itemId, lot, lot.revalued);
    const { transactionId } = await moveStock(context, {
      itemId: line.itemId,
      lotId: lot?.id ?? null,
      type: "in",
      quantity: line.quantity,
      unitCost: lot?.revalued ?? line.unitCost,
      reason: lot?.revalued ? `Bought at ${line.unitCost}` : undefined,
      locationId: line.locationId ?? item.locationId ?? undefined,
    });
    await context.tx.execute(
      sql`UPDATE inventory_items SET unit_cost = round(${line.unitCost}::numeric, 2) WHERE id = ${line.itemId}`,
    );
    const booked = await context.tx.row<{ lotId: string; number: string }>(sql`
      SELECT t.lot_id AS "lotId", l.number FROM inventory_transactions t JOIN lots l ON l.id = t.lot_id WHERE t.id = ${transactionId}`);
    received.push({
      position: line.position,
      lotId: booked?.lotId as string,
      transactionId,
      name: item.name,
      lotNumber: booked?.number as string,
    });
  }
  return received.toSorted((a, b) => a.position - b.position);
}

async function lockItem({ tx }: Context, { itemId, lotNumber, position }: Line): Promise<Item> {
  const item = await tx.row<Item>(sql`
    SELECT name, category, location_id AS "locationId" FROM inventory_items WHERE id = ${itemId} FOR NO KEY UPDATE`);
  if (!item) throw invalid(`lines.${position}.itemId`, "This item is not there any more.");
  if (item.category === "materials" && lotNumber === "")
    throw invalid(`lines.${position}.lotNumber`, "A material needs its lot number, so that it can be traced.");
  return item;
}

/** The lot of a line, made when there is none; null for what has no number and comes first, where the ledger makes the unnumbered one. */
async function lotFor({ actor, tx }: Context, line: Line, item: Item, supplierId: string | null): Promise<Lot | null> {
  const { itemId, lotNumber, expiresOn, position, unitCost, quantity } = line;
  const place = line.locationId ?? item.locationId;
  const found = () =>
    tx.row<Lot>(sql`
      SELECT id, expires_on AS "expiresOn", on_hand::text AS "onHand", CASE WHEN on_hand > 0 AND unit_cost <> ${unitCost}::numeric
        THEN round((on_hand * unit_cost + ${quantity}::numeric * ${unitCost}::numeric) / (on_hand + ${quantity}::numeric), 4)::text END AS revalued,
        ${PLACES} AS places
      FROM lots l WHERE inventory_item_id = ${itemId} AND ${lotNumber ? sql`number = ${lotNumber}` : sql`is_unnumbered`} FOR NO KEY UPDATE OF l`);
  const lot = await found();
  if (lot || !lotNumber) {
    if (lot && lotNumber && lot.expiresOn !== expiresOn)
      throw invalid(
        `lines.${position}.expiresOn`,
        lot.expiresOn ? `This lot expires on ${lot.expiresOn}.` : "This lot was booked without an expiry.",
      );
    return lot ?? null;
  }
  await tx.execute(sql`
    INSERT INTO lots (inventory_item_id, number, expires_on, received_on, location_id, supplier_id)
    VALUES (${itemId}, ${lotNumber}, ${expiresOn}::date, ${labToday(actor.lab.timeZone)}::date, ${place}, ${supplierId})`);
  return (await found()) ?? null;
}

/** All out at the old cost, and in again at the new one wherever it lay: its own place comes first, so that it stays its own. */
async function revalue(context: Context, itemId: string, { id, onHand, places }: Lot, unitCost: string): Promise<void> {
  const adjust = {
    itemId,
    lotId: id,
    type: "adjustment" as const,
    reason: "Revalued: a further delivery had another cost",
  };
  await moveStock(context, { ...adjust, quantity: `-${onHand}` });
  for (const { locationId, quantity } of places)
    await moveStock(context, { ...adjust, quantity, unitCost, locationId: locationId ?? undefined });
}
