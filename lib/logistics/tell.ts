import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { CaseEvents } from "@/lib/history/events";
import { recordEvent } from "@/lib/history/record";
import { announce } from "@/lib/outbox/outbox";
import { reckonArrivals } from "./eta/reckon-arrivals";
import { tellPractice } from "./tell-practice";

type ShippingKind =
  | "shipment_made"
  | "put_on_route"
  | "out_for_delivery"
  | "delivered"
  | "delivery_failed"
  | "delivery_rescheduled";
type ShippedCase = {
  caseId: string;
  caseNumber: string;
  practiceId: string;
  shipmentId: string;
  number: string;
  items: number;
};

/** What a practice reads too. */
const SHARED: ShippingKind[] = ["out_for_delivery", "delivered", "delivery_failed", "delivery_rescheduled"];

/** The cases that shipments carry, with how many of their items, in a steady order. */
export function casesIn(tx: Transaction, shipmentIds: string[]): Promise<ShippedCase[]> {
  return tx.rows<ShippedCase>(sql`
    SELECT i.case_id AS "caseId", c.number AS "caseNumber", s.practice_id AS "practiceId", s.id AS "shipmentId", s.number, count(*) AS items
    FROM shipments s JOIN shipment_items si ON si.shipment_id = s.id JOIN case_items i ON i.id = si.case_item_id
    JOIN cases c ON c.id = i.case_id
    WHERE s.id = ANY(${shipmentIds}::uuid[]) GROUP BY i.case_id, c.number, s.id ORDER BY s.number, i.case_id`);
}

/**
 * Adds a line to the timeline of each case that the shipments carry, and has the open screens of the lab, the drivers and, for what
 * concerns it, the practice read again. `about` makes the line's particulars.
 */
export async function tellCases<Kind extends ShippingKind>(
  context: Context,
  shipmentIds: string[],
  kind: Kind,
  about: (shipped: ShippedCase) => CaseEvents[Kind],
): Promise<void> {
  const audience = SHARED.includes(kind) ? "shared" : "internal";
  const cases = await casesIn(context.tx, shipmentIds);
  for (const shipped of cases)
    await recordEvent(context, { caseId: shipped.caseId, kind, data: about(shipped), audience });
  if (kind === "delivered" || kind === "delivery_failed")
    for (const shipped of cases) await tellPractice(context.tx, kind, shipped);
  if (kind === "out_for_delivery") {
    const untold = await setOut(context.tx, shipmentIds);
    for (const shipped of cases) if (untold.has(shipped.shipmentId)) await tellPractice(context.tx, kind, shipped);
  }
  for (const { caseId, practiceId } of cases) {
    const topics = [`case:${caseId}`];
    if (audience === "internal") await announce(context.tx, topics);
    else await announce(context.tx, [...topics, `portal:${practiceId}`], practiceId);
  }
}

/** Tells the practices when what set out is expected; answers the shipments of which no time is known. */
async function setOut(tx: Transaction, shipmentIds: string[]): Promise<Set<string>> {
  const routes = await tx.rows<{ id: string }>(sql`
    SELECT DISTINCT s.route_id AS id FROM shipments h JOIN route_stops s ON s.id = h.stop_id WHERE h.id = ANY(${shipmentIds}::uuid[])
    ORDER BY s.route_id`);
  for (const { id } of routes) await reckonArrivals(tx, id);
  const untold = await tx.rows<{ id: string }>(sql`
    SELECT h.id FROM shipments h LEFT JOIN route_stops s ON s.id = h.stop_id
    WHERE h.id = ANY(${shipmentIds}::uuid[]) AND s.told_expected_at IS NULL`);
  return new Set(untold.map(({ id }) => id));
}

/** Has the screens of shipments, routes and the board read again. */
export function tellDispatch(tx: Transaction, routeIds: (string | null)[] = []): Promise<void> {
  const routes = [...new Set(routeIds)].filter((id) => id !== null).map((id) => `route:${id}`);
  return announce(tx, ["shipments", "routes", "board", "cases", ...routes]);
}
