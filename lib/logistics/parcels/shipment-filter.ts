import { z } from "zod";
import { wordsParam } from "@/lib/access/address-params";
import { emptySql, joinSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { METHODS, type Method } from "../carriers/way";
import type { ShipmentStatus } from "../vocabulary";

/** The lists of the page of shipments; those that are open are in the order of the day they leave by, the others newest first. */
export const SHIPMENT_LISTS = ["ready", "moving", "failed", "pickups", "delivered", "all"] as const;
export type ShipmentList = (typeof SHIPMENT_LISTS)[number];
export const OPEN_LISTS: readonly ShipmentList[] = ["ready", "moving", "failed", "pickups"];

export const WHENS = ["late", "today"] as const;
export type When = (typeof WHENS)[number];

/** What narrows the lists, as the address says it. */
export const shipmentFilter = z.object({
  when: z.enum(WHENS).nullable().catch(null),
  how: z.enum(METHODS).nullable().catch(null),
  q: wordsParam(80).catch(""),
});
export type ShipmentFilter = { when: When | null; how: Method | null; q: string };

const of = (type: "delivery" | "pickup", ...statuses: ShipmentStatus[]) =>
  sql`s.type = ${type} AND s.status = ANY(${statuses}::text[])`;
const LISTED: Record<ShipmentList, Sql> = {
  ready: of("delivery", "ready"),
  moving: of("delivery", "scheduled", "in_transit"),
  failed: of("delivery", "failed"),
  pickups: of("pickup", "ready", "scheduled", "in_transit", "failed"),
  delivered: of("delivery", "delivered"),
  all: sql`true`,
};

/** The lab day on which a shipment `s` leaves or is fetched: the one that was asked for or promised, else the soonest of its cases. */
export const LEAVE_BY = sql`coalesce(s.wanted_on, (
  SELECT min(c.ship_by) FROM shipment_items si JOIN case_items i ON i.lab_id = si.lab_id AND i.id = si.case_item_id
    JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id WHERE si.lab_id = s.lab_id AND si.shipment_id = s.id),
  (s.created_at AT TIME ZONE (SELECT time_zone FROM labs WHERE id = app_lab_id()))::date)`;

/** What the words of a search may mean: shipments by number or code, practices by name. Looked up once, so that both keep to an index. */
async function meant(tx: Transaction, words: string): Promise<Sql> {
  const found = await tx.rows<{ id: string }>(sql`SELECT search_shipments(${words}) AS id`);
  const practices = await tx.rows<{ id: string }>(sql`SELECT search_practices(${words}, 50) AS id`);
  const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
  return sql`s.id IN (SELECT id FROM shipments WHERE id = ANY(${ids(found)}::uuid[]) UNION ALL
    SELECT id FROM shipments WHERE practice_id = ANY(${ids(practices)}::uuid[]))`;
}

/** The conditions on a shipment `s` of a list and a filter, without the day. */
export async function conditionsOf(tx: Transaction, list: ShipmentList, { how, q }: ShipmentFilter): Promise<Sql> {
  const parts = [LISTED[list]];
  if (how) parts.push(sql`s.method = ${how}`);
  if (q) parts.push(await meant(tx, q));
  return joinSql(parts, " AND ");
}

/** Whether a day (SQL) is late or of today (`YYYY-MM-DD` of the lab). */
export const whenSql = (day: Sql, when: When | null, today: string): Sql =>
  when === null ? emptySql : when === "late" ? sql`AND ${day} < ${today}::date` : sql`AND ${day} = ${today}::date`;
