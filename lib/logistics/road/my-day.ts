import type { Actor } from "@/lib/access/actor";
import { itemName, type NamedItem } from "@/lib/cases/item-name";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { appBuild } from "./app-build";
import { onVan } from "./custody";
import type { Day, DayCase, DayRoute, DayShipment, DayStop } from "./day";
import { proofRules } from "./proof-rules";

type CaseRow = { id: string; number: string; items: NamedItem[] | null };
type ShipmentRow = Omit<DayShipment, "cases"> & { type: "delivery" | "pickup"; cases: CaseRow[] };
type StopRow = Omit<DayStop, "deliveries" | "pickups"> & { routeId: string; shipments: ShipmentRow[] };

/**
 * All that the acting driver needs for their day: the routes of the lab's day and any still on the road from before, the one being driven
 * first, each with its stops, what is on its van, the reasons to choose from and the proofs the lab wants. Plain JSON, for the phone to keep.
 */
export async function myDay(tx: Transaction, actor: Actor): Promise<Day> {
  const today = labToday(actor.lab.timeZone);
  const routes = await tx.rows<Omit<DayRoute, "stops" | "van">>(sql`
    SELECT id, name, route_date AS "routeDate", status, departs_at AS "departsAt", to_jsonb(started_at) #>> '{}' AS "startedAt",
      to_jsonb(completed_at) #>> '{}' AS "completedAt" FROM delivery_routes
    WHERE (route_date = ${today}::date AND status <> 'cancelled') OR (status = 'in_progress' AND route_date < ${today}::date)
    ORDER BY array_position(ARRAY['in_progress', 'planned', 'completed'], status::text), route_date, departs_at, name, id LIMIT 20`);
  const reasons = await tx.rows<{ id: string; label: string }>(sql`
    SELECT id, label FROM reasons WHERE kind = 'delivery_failure' ORDER BY position, label LIMIT 50`);
  const rules = await proofRules(tx);
  // What lies behind the driver's own routes, found above, is read with the lab's rights: a case to be fetched is in no shipment of theirs yet.
  return tx.withLabRights(async () => {
    const ids = routes.map((route) => route.id);
    const stops = await tx.rows<StopRow>(stopsOf(ids));
    const full: DayRoute[] = [];
    for (const route of routes) {
      const own = stops.filter((stop) => stop.routeId === route.id).map(stopOf);
      full.push({ ...route, stops: own, van: await onVan(tx, route.id) });
    }
    const { timeZone, locale } = actor.lab;
    return {
      userId: actor.userId as string,
      asOf: new Date().toISOString(),
      build: await appBuild(),
      today,
      timeZone,
      locale,
      reasons,
      rules,
      routes: full,
    };
  });
}

const stopsOf = (routeIds: string[]) => sql`
  SELECT s.id, s.route_id AS "routeId", s.version, s.position, s.status, s.window_from AS "windowFrom", s.window_to AS "windowTo", s.notes,
    to_jsonb(s.expected_at) #>> '{}' AS "expectedAt", to_jsonb(s.arrived_at) #>> '{}' AS "arrivedAt", to_jsonb(s.completed_at) #>> '{}' AS "completedAt",
    reason_words(s.failure_reason_id) AS failure, s.failure_note AS "failureNote", p.name AS practice, p.phone, p.latitude, p.longitude, p.opening_hours AS hours,
    array_remove(ARRAY[p.address_line1, p.address_line2, concat_ws(' ', p.city, p.postcode)], NULL) AS "addressLines",
    (SELECT coalesce(q.person_name, '') FROM stop_proofs q WHERE q.stop_id = s.id AND q.purpose = 'delivery') AS "deliveredTo",
    (SELECT coalesce(q.person_name, '') FROM stop_proofs q WHERE q.stop_id = s.id AND q.purpose = 'pickup') AS "collectedFrom",
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', h.id, 'number', h.number, 'type', h.type, 'status', h.status, 'note', h.note, 'parcelsExpected', h.parcels_expected,
      'parcels', coalesce((SELECT jsonb_agg(jsonb_build_object('id', x.id, 'code', x.code, 'place', x.place) ORDER BY x.position)
        FROM parcels x WHERE x.shipment_id = h.id AND x.deleted_at IS NULL), '[]'),
      'cases', coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'items', (
          SELECT jsonb_agg(jsonb_build_object('procedureType', i.procedure_type, 'arch', i.arch, 'teeth', '[]'::jsonb) ORDER BY i.position) FROM case_items i
          WHERE i.case_id = c.id AND (h.type = 'pickup' OR i.id IN (SELECT si.case_item_id FROM shipment_items si WHERE si.shipment_id = h.id)))) ORDER BY c.number)
        FROM cases c WHERE c.id IN (SELECT i.case_id FROM shipment_items si JOIN case_items i ON i.id = si.case_item_id WHERE si.shipment_id = h.id
          UNION SELECT k.case_id FROM pickup_cases k WHERE k.shipment_id = h.id)), '[]')) ORDER BY h.number)
      FROM shipments h WHERE h.stop_id = s.id AND h.deleted_at IS NULL AND h.status <> 'cancelled'), '[]'::jsonb) AS shipments
  FROM route_stops s JOIN practices p ON p.id = s.practice_id
  WHERE s.route_id = ANY(${routeIds}::uuid[]) AND s.deleted_at IS NULL ORDER BY s.position`;

function stopOf({ shipments, routeId: _, ...stop }: StopRow): DayStop {
  const of = (type: ShipmentRow["type"]): DayShipment[] =>
    shipments
      .filter((one) => one.type === type)
      .map(({ type: _type, cases, ...rest }) => ({ ...rest, cases: cases.map(caseOf) }));
  return { ...stop, deliveries: of("delivery"), pickups: of("pickup") };
}

function caseOf({ id, number, items }: CaseRow): DayCase {
  return { id, number, what: (items ?? []).map((item) => itemName(item, "fdi")).join(", ") };
}
