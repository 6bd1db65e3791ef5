import type { Context } from "@/lib/access/action";
import { conflict, notFound, stale } from "@/lib/access/errors";
import { lockCase } from "@/lib/cases/lock";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { lockCasesOf, lockShipments } from "./lock";
import { casesIn, tellCases, tellDispatch } from "./tell";

type Wanted = { practiceId: string; itemIds: string[] };
type ItemRow = { id: string; caseId: string; status: string; number: string; held: boolean; isTryIn: boolean };

/**
 * Packs finished items of one practice, and those that go out for a try-in, of one case or several, into a shipment with the next
 * number of the lab's year. Answers `{id, number}`. Refuses with `not_found`, `other_practice`, `on_hold`, and with `not_finished` when an item is not finished
 * or is in another shipment already.
 */
export async function makeShipment(
  context: Context,
  { practiceId, itemIds }: Wanted,
): Promise<{ id: string; number: string; version: number }> {
  const { tx } = context;
  const wanted = [...new Set(itemIds)];
  const known = await tx.rows<{ caseId: string }>(sql`
    SELECT DISTINCT case_id AS "caseId" FROM case_items WHERE id = ANY(${wanted}::uuid[]) ORDER BY case_id`);
  if (known.length === 0) throw notFound("item");
  for (const { caseId } of known) {
    const locked = await lockCase(tx, caseId);
    if (locked.practiceId !== practiceId)
      throw conflict(
        "other_practice",
        `${locked.number} belongs to another practice. A shipment goes to one practice.`,
      );
  }
  const items = await itemsNow(context, wanted);
  checkItems(items, wanted);
  const tryIns = items.filter(({ isTryIn }) => isTryIn).map((item) => item.id);

  const shipment = await tx.row<{ id: string; number: string; version: number }>(sql`
    INSERT INTO shipments (number, practice_id, case_id)
    VALUES (next_number('shipment'), ${practiceId}, ${known.length === 1 ? known[0]?.caseId : null}) RETURNING id, number, version`);
  const { id, number, version } = shipment as { id: string; number: string; version: number };
  await tx.execute(sql`
    WITH parcel AS (INSERT INTO parcels (shipment_id, position, code) VALUES (${id}, 1, ${`${number}-1`}) RETURNING id)
    INSERT INTO shipment_items (shipment_id, parcel_id, case_item_id, purpose)
    SELECT ${id}, parcel.id, item, CASE WHEN item = ANY(${tryIns}::uuid[]) THEN 'try_in' ELSE 'final' END FROM parcel, unnest(${wanted}::uuid[]) item`);
  await tx.execute(
    sql`UPDATE case_items SET status = 'shipped' WHERE id = ANY(${wanted}::uuid[]) AND status = 'finished'`,
  );
  await tx.execute(
    sql`UPDATE try_ins SET shipment_id = ${id} WHERE item_id = ANY(${tryIns}::uuid[]) AND ended_at IS NULL`,
  );
  await tellCases(context, [id], "shipment_made", ({ items }) => ({ number, items }));
  await tellDispatch(tx);
  return { id, number, version };
}

/**
 * Undoes a shipment that is on no route: its items are finished again and wait to be shipped. Its number stays used. Refuses with
 * `not_found`, `stale` and `not_ready`.
 */
export async function unpackShipment(
  { tx }: Context,
  { id, version }: { id: string; version: number },
): Promise<{ id: string; number: string }> {
  await lockCasesOf(tx, [id]);
  const [shipment] = await lockShipments(tx, [id]);
  if (!shipment) throw notFound("shipment");
  if (shipment.status !== "ready")
    throw conflict("not_ready", `${shipment.number} is on a route or gone. Take it off the route first.`);
  if (shipment.version !== version) throw stale("shipment");
  await tx.execute(sql`UPDATE shipments SET status = 'cancelled', stop_id = NULL WHERE id = ${id}`);
  await tx.execute(sql`
    UPDATE case_items SET status = 'finished' WHERE status = 'shipped' AND id IN (SELECT case_item_id FROM shipment_items WHERE shipment_id = ${id})`);
  await tx.execute(sql`UPDATE try_ins SET shipment_id = NULL WHERE shipment_id = ${id} AND ended_at IS NULL`);
  for (const { caseId } of await casesIn(tx, [id])) await announce(tx, [`case:${caseId}`]);
  await tellDispatch(tx);
  return { id, number: shipment.number };
}

function itemsNow({ tx }: Context, ids: string[]): Promise<ItemRow[]> {
  return tx.rows<ItemRow>(sql`
    SELECT i.id, i.case_id AS "caseId", i.status, c.number,
      EXISTS (SELECT FROM holds h WHERE h.case_id = c.id AND h.released_at IS NULL) AS held,
      EXISTS (SELECT FROM try_ins t WHERE t.item_id = i.id AND t.ended_at IS NULL AND t.arrived_at IS NULL AND t.shipment_id IS NULL) AS "isTryIn"
    FROM case_items i JOIN cases c ON c.id = i.case_id WHERE i.id = ANY(${ids}::uuid[]) ORDER BY c.number`);
}

function checkItems(items: ItemRow[], wanted: string[]): void {
  if (items.length < wanted.length) throw notFound("item");
  const held = items.find((item) => item.held);
  if (held) throw conflict("on_hold", `${held.number} is on hold. Release it before it is shipped.`);
  const gone = items.find((item) => item.status !== "finished" && !item.isTryIn);
  if (!gone) return;
  const why =
    gone.status === "shipped" || gone.status === "try_in" ? "was just packed into another shipment" : "is not finished";
  throw conflict(
    "not_finished",
    `An item of ${gone.number} ${why}. Nothing was packed; the list now shows what is left.`,
  );
}
