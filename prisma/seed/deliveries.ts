import type { DateTime } from "luxon";
import type { SeededCase } from "./cases";
import { idAt, numberAt, tell, type World } from "./world";

export type Delivery = { case: SeededCase; at: DateTime };

/** A signature as the driver's screen keeps one (lib/logistics/signature.ts). */
const SIGNATURE = JSON.stringify({
  width: 300,
  height: 120,
  strokes: [[20, 70, 60, 20, 90, 95, 130, 40, 170, 80, 220, 30, 280, 60]],
});
const RECEIVERS = ["Front desk", "M. Doyle", "K. Shaw", "R. Patel", "J. Lind"];

/**
 * Ships what was finished: each working day one route, which takes what was ready the evening before. What is finished since waits
 * for today's or tomorrow's round.
 */
export function seedDeliveries(world: World, cases: SeededCase[]): Delivery[] {
  const byDay = new Map<string, SeededCase[]>();
  for (const c of cases) {
    if (!c.readyAt) continue;
    const day = world.clock.workingDay(c.readyAt, 1).toISODate() as string;
    byDay.set(day, [...(byDay.get(day) ?? []), c]);
  }
  const today = world.clock.now.setZone(world.plan.lab.timeZone).toISODate() as string;
  const delivered: Delivery[] = [];
  for (const [day, ready] of [...byDay].sort()) {
    if (day > today) continue;
    delivered.push(...seedRoute(world, day, ready, day === today));
  }
  if (!byDay.has(today)) {
    // The driver has something to look at on a Sunday too; the other half waits to be packed.
    const waiting = [...byDay].filter(([day]) => day > today).flatMap(([, ready]) => ready);
    if (waiting.length > 0) seedRoute(world, today, waiting.slice(0, Math.ceil(waiting.length / 2)), true);
  }
  assignPans(world, cases);
  return delivered;
}

function seedRoute(world: World, day: string, ready: SeededCase[], isToday: boolean): Delivery[] {
  const { chance, rows, labId, people, clock } = world;
  const start = clock.now.setZone(world.plan.lab.timeZone).set({
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8)),
    hour: 9,
    minute: 15,
    second: 0,
  });
  const routeId = idAt(start, chance);
  const done = !isToday;
  const name = "Morning round";
  const stops = [...new Set(ready.map((c) => c.practice))];
  rows.add("delivery_routes", {
    id: routeId,
    lab_id: labId,
    name,
    route_date: day,
    driver_id: people.byRole.driver,
    status: done ? "completed" : "planned",
    started_at: done ? start.toISO() : null,
    completed_at: done ? start.plus({ minutes: 20 * (stops.length + 1) }).toISO() : null,
    created_at: start.minus({ hours: 1 }).toISO(),
    updated_at: start.toISO(),
  });
  const delivered: Delivery[] = [];
  for (const [index, practice] of stops.entries()) {
    const arrivedAt = start.plus({ minutes: 20 * (index + 1) });
    const at = arrivedAt.plus({ minutes: 4 });
    const receiver = chance.pick(RECEIVERS);
    const stopId = idAt(start, chance);
    rows.add("route_stops", {
      id: stopId,
      lab_id: labId,
      route_id: routeId,
      practice_id: practice.id,
      position: index + 1,
      status: done ? "delivered" : "planned",
      window_from: "08:30",
      window_to: "17:30",
      arrived_at: done ? arrivedAt.toISO() : null,
      completed_at: done ? at.toISO() : null,
      version: 1,
      created_at: start.toISO(),
      updated_at: at.toISO(),
    });
    if (done)
      rows.add("stop_proofs", {
        id: idAt(at, chance),
        lab_id: labId,
        stop_id: stopId,
        purpose: "delivery",
        person_name: receiver,
        signature: SIGNATURE,
        happened_at: at.toISO(),
        created_at: at.toISO(),
      });
    for (const c of ready.filter((r) => r.practice === practice)) {
      const shipmentId = idAt(start, chance);
      const number = numberAt(world, "shipment", start);
      const packedAt = start.minus({ hours: 1 });
      rows.add("shipments", {
        id: shipmentId,
        lab_id: labId,
        number,
        type: "delivery",
        status: done ? "delivered" : "scheduled",
        practice_id: practice.id,
        case_id: c.id,
        stop_id: stopId,
        shipped_at: done ? start.toISO() : null,
        delivered_at: done ? at.toISO() : null,
        received_by: done ? receiver : null,
        version: 1,
        created_at: packedAt.toISO(),
        updated_at: at.toISO(),
      });
      tell(world, {
        caseId: c.id,
        kind: "shipment_made",
        by: people.byRole.staff,
        at: packedAt,
        data: { number, items: c.items.length },
      });
      tell(world, {
        caseId: c.id,
        kind: "put_on_route",
        by: people.byRole.staff,
        at: packedAt,
        data: { number, route: name, date: day },
      });
      const parcelId = idAt(packedAt, chance);
      rows.add("parcels", {
        id: parcelId,
        lab_id: labId,
        shipment_id: shipmentId,
        position: 1,
        code: `${number}-1`,
        place: done ? "practice" : "lab",
        created_at: packedAt.toISO(),
        updated_at: at.toISO(),
      });
      for (const item of c.items) {
        rows.add("shipment_items", {
          id: idAt(packedAt, chance),
          lab_id: labId,
          shipment_id: shipmentId,
          parcel_id: parcelId,
          case_item_id: item.id,
          created_at: packedAt.toISO(),
          updated_at: packedAt.toISO(),
        });
        item.row.status = done ? "delivered" : "shipped";
        item.row.delivered_at = done ? at.toISO() : null;
        if (done && item.deliveryRow) {
          Object.assign(item.deliveryRow, {
            status: "completed",
            outcome: "passed",
            completed_at: at.toISO(),
            completed_by_id: people.byRole.driver,
            updated_at: at.toISO(),
          });
        }
      }
      if (!done) continue;
      c.row.status = "delivered";
      c.row.delivered_at = at.toISO();
      tell(world, {
        caseId: c.id,
        kind: "delivered",
        shared: true,
        by: people.byRole.driver,
        at,
        data: { number, receiver },
      });
      delivered.push({ case: c, at });
    }
  }
  return delivered;
}

/** Every case in the house rides in a pan of its own. */
function assignPans(world: World, cases: SeededCase[]): void {
  const inHouse = cases.filter((c) => c.row.received_at && c.row.status !== "delivered");
  const createdAt = world.clock.daysAgo(60, 9, 0);
  for (let n = 1; n <= Math.max(60, inHouse.length + 20); n += 1) {
    const id = idAt(createdAt, world.chance);
    world.rows.add("pans", {
      id,
      lab_id: world.labId,
      code: `PAN-${String(n).padStart(3, "0")}`,
      created_at: createdAt.toISO(),
      updated_at: createdAt.toISO(),
    });
    const carried = inHouse[n - 1];
    if (carried) carried.row.pan_id = id;
  }
}
