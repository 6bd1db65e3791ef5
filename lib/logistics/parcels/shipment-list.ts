import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Method } from "../carriers/way";
import type { ShipmentStatus } from "../vocabulary";
import { conditionsOf, LEAVE_BY, OPEN_LISTS, type ShipmentFilter, type ShipmentList, whenSql } from "./shipment-filter";

const PAGE = 50;

export type ListedShipment = {
  id: string;
  number: string;
  version: number;
  type: "delivery" | "pickup";
  status: ShipmentStatus;
  method: Method;
  carrier: string | null;
  practice: string;
  /** Day of the lab by which it leaves, or on which it is fetched. */
  leaveBy: string;
  cases: string[];
  parcels: number;
  tracking: string[];
  createdAt: Date;
  deliveredAt: Date | null;
  receivedBy: string | null;
  routeId: string | null;
  route: string | null;
  routeDate: string | null;
  expectedAt: Date | null;
  /** Why the last attempt failed, of a shipment that came back. */
  failure: string | null;
};
/** What the list is ordered by (a day of an open list, else the creation time), and the id, of the row to go on from. */
export type ShipmentKey = [value: string, id: string];
export type ShipmentPage = { rows: ListedShipment[]; hasNewer: boolean; hasOlder: boolean };
type Bounds = { after: ShipmentKey | null; before: ShipmentKey | null };

export type ShipmentCounts = { waiting: number; ready: number; moving: number; failed: number; pickups: number };

/** How much is in each list, for the tabs. */
export async function shipmentCounts(tx: Transaction): Promise<ShipmentCounts> {
  const row = await tx.row<ShipmentCounts>(sql`
    SELECT (SELECT count(*) FROM case_items WHERE status = 'finished')
        + (SELECT count(*) FROM try_ins WHERE ended_at IS NULL AND arrived_at IS NULL AND shipment_id IS NULL) AS waiting,
      count(*) FILTER (WHERE type = 'delivery' AND status = 'ready') AS ready,
      count(*) FILTER (WHERE type = 'delivery' AND status IN ('scheduled', 'in_transit')) AS moving,
      count(*) FILTER (WHERE type = 'delivery' AND status = 'failed') AS failed,
      count(*) FILTER (WHERE type = 'pickup') AS pickups
    FROM shipments WHERE status IN ('ready', 'scheduled', 'in_transit', 'failed')`);
  return row as ShipmentCounts;
}

/** How many of an open list, as the rest of the filter narrows it, are late and how many leave today (`YYYY-MM-DD` of the lab). */
export async function dayCounts(
  tx: Transaction,
  list: ShipmentList,
  filter: ShipmentFilter,
  today: string,
): Promise<{ late: number; today: number }> {
  const row = await tx.row<{ late: number; today: number }>(sql`
    SELECT count(*) FILTER (WHERE x.day < ${today}::date) AS late, count(*) FILTER (WHERE x.day = ${today}::date) AS today
    FROM (SELECT ${LEAVE_BY} AS day FROM shipments s WHERE ${await conditionsOf(tx, list, filter)}) x`);
  return row as { late: number; today: number };
}

/**
 * A page of at most 50 shipments of a list: of the open ones those that leave soonest first, of the others the newest. `today` is
 * the lab's day, for a filter by day, which only open lists have.
 */
export async function listShipments(
  tx: Transaction,
  list: ShipmentList,
  filter: ShipmentFilter,
  today: string,
  { after, before }: Bounds,
): Promise<ShipmentPage> {
  const open = OPEN_LISTS.includes(list);
  const backwards = before !== null && after === null;
  const conditions = await conditionsOf(tx, list, filter);
  const day = sql`x."leaveBy"`;
  const keyset = open ? openPage(after, before) : closedPage(after, before);
  const chosen = open
    ? sql`SELECT x.* FROM (SELECT s.*, ${LEAVE_BY} AS "leaveBy" FROM shipments s WHERE ${conditions}) x
        WHERE true ${whenSql(day, filter.when, today)} ${keyset.bound} ORDER BY ${keyset.order} LIMIT ${PAGE + 1}`
    : sql`SELECT x.*, NULL::date AS "leaveBy" FROM (SELECT s.* FROM shipments s WHERE ${conditions}) x
        WHERE true ${keyset.bound} ORDER BY ${keyset.order} LIMIT ${PAGE + 1}`;
  const found = await tx.rows<ListedShipment>(sql`
    WITH s AS (${chosen})
    SELECT s.id, s.number, s.version, s.type, s.status, s.method, k.name AS carrier, p.name AS practice,
      coalesce(s."leaveBy", ${LEAVE_BY}) AS "leaveBy", s.created_at AS "createdAt", s.delivered_at AS "deliveredAt",
      s.received_by AS "receivedBy", r.id AS "routeId", r.name AS route, r.route_date AS "routeDate", st.expected_at AS "expectedAt",
      CASE WHEN s.status IN ('ready', 'failed') THEN reason_words(st.failure_reason_id) END AS failure,
      CASE s.type WHEN 'pickup' THEN
        ARRAY(SELECT c.number FROM pickup_cases pc JOIN cases c ON c.lab_id = pc.lab_id AND c.id = pc.case_id
          WHERE pc.lab_id = s.lab_id AND pc.shipment_id = s.id ORDER BY c.number)
      ELSE ARRAY(SELECT DISTINCT c.number FROM shipment_items si JOIN case_items i ON i.lab_id = si.lab_id AND i.id = si.case_item_id
        JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id WHERE si.lab_id = s.lab_id AND si.shipment_id = s.id ORDER BY c.number) END AS cases,
      CASE s.type WHEN 'pickup' THEN coalesce(s.parcels_expected, 1)
        ELSE (SELECT count(*) FROM parcels b WHERE b.lab_id = s.lab_id AND b.shipment_id = s.id) END AS parcels,
      ARRAY(SELECT b.tracking_number FROM parcels b WHERE b.lab_id = s.lab_id AND b.shipment_id = s.id AND b.tracking_number IS NOT NULL ORDER BY b.position) AS tracking
    FROM s JOIN practices p ON p.lab_id = s.lab_id AND p.id = s.practice_id LEFT JOIN carriers k ON k.lab_id = s.lab_id AND k.id = s.carrier_id
      LEFT JOIN route_stops st ON st.lab_id = s.lab_id AND st.id = s.stop_id LEFT JOIN delivery_routes r ON r.lab_id = st.lab_id AND r.id = st.route_id
    ORDER BY ${open ? (backwards ? sql`s."leaveBy" DESC, s.id DESC` : sql`s."leaveBy", s.id`) : backwards ? sql`s.created_at, s.id` : sql`s.created_at DESC, s.id DESC`}`);
  const more = found.length > PAGE;
  const rows = found.slice(0, PAGE);
  if (backwards) return { rows: rows.reverse(), hasNewer: more, hasOlder: true };
  return { rows, hasNewer: after !== null, hasOlder: more };
}

function openPage(after: ShipmentKey | null, before: ShipmentKey | null) {
  const bound = after
    ? sql`AND (x."leaveBy", x.id) > (${after[0]}::date, ${after[1]}::uuid)`
    : before
      ? sql`AND (x."leaveBy", x.id) < (${before[0]}::date, ${before[1]}::uuid)`
      : emptySql;
  return { bound, order: before && !after ? sql`x."leaveBy" DESC, x.id DESC` : sql`x."leaveBy", x.id` };
}

function closedPage(after: ShipmentKey | null, before: ShipmentKey | null) {
  const bound = after
    ? sql`AND x.created_at <= ${after[0]}::timestamptz AND (x.created_at < ${after[0]}::timestamptz OR x.id < ${after[1]}::uuid)`
    : before
      ? sql`AND x.created_at >= ${before[0]}::timestamptz AND (x.created_at > ${before[0]}::timestamptz OR x.id > ${before[1]}::uuid)`
      : emptySql;
  return { bound, order: before && !after ? sql`x.created_at, x.id` : sql`x.created_at DESC, x.id DESC` };
}
