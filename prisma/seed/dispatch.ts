import { hash } from "@node-rs/argon2";
import type { DateTime } from "luxon";
import { DEMO_PASSWORD } from "./lab-plans";
import { idAt, reason, tell, type World } from "./world";

/** Minutes before (−) or after now at each stop: two were done, one could not be served, the rest are to come. */
const TIMES = [-85, -62, -41, 14, 36, 58];
const STARTED = -105;
const FAILED = 2;
const SIGNATURE = { width: 300, height: 120, strokes: [[20, 70, 60, 20, 90, 95, 130, 40, 170, 80, 220, 30, 280, 60]] };

type Packed = { caseId: string; practiceId: string; itemIds: string[] };
type Visit = {
  practiceId: string;
  stopId: string;
  at: DateTime;
  started: DateTime;
  state: "done" | "failed" | "open";
  driverId: string;
};

/**
 * A second driver's round that is on the road at this moment: it fetched at two practices, nobody opened at the third, and the rest have
 * times they are expected at. Where cases were finished before it set out, it brings them to the third and the fourth. So the day's map,
 * the times in the portal and a delivery to be decided on have something to show.
 */
export async function seedDispatch(world: World): Promise<void> {
  const { owner, labId, chance, clock, rows } = world;
  const started = clock.now.plus({ minutes: STARTED });
  const driverId = await secondDriver(world);
  const routeId = idAt(started, chance);
  rows.add("delivery_routes", {
    id: routeId,
    lab_id: labId,
    name: "Second round",
    route_date: clock.now.setZone(world.plan.lab.timeZone).toISODate(),
    driver_id: driverId,
    status: "in_progress",
    started_at: started.toISO(),
    locked_at: started.toISO(),
    locked_by_id: driverId,
  });
  const packed = await finishedBefore(world, started);
  for (const [i, practiceId] of inOrder(world, packed).slice(0, TIMES.length).entries()) {
    const minutes = TIMES[i] as number;
    const state = i === FAILED ? "failed" : minutes < 0 ? "done" : "open";
    const visit: Visit = {
      practiceId,
      stopId: idAt(started, chance),
      at: clock.now.plus({ minutes }),
      started,
      state,
      driverId,
    };
    addStop(world, routeId, i + 1, visit);
    const own = packed.find((one) => one.practiceId === practiceId);
    await addShipment(world, visit, own ?? null);
  }
  await rows.insert(owner);
}

async function secondDriver({ owner, plan, people }: World): Promise<string> {
  const name = "Isla Boyd";
  const user = await owner.query<{ id: string }>(
    "INSERT INTO users (email, name, password_hash, email_verified_at) VALUES ($1, $2, $3, now()) RETURNING id",
    [`second.driver@${plan.emailDomain}`, name, await hash(DEMO_PASSWORD)],
  );
  const { id } = user.rows[0] as { id: string };
  await owner.query(
    "INSERT INTO memberships (user_id, role_id) SELECT $1, id FROM roles WHERE lab_id = app_lab_id() AND key = 'driver'",
    [id],
  );
  people.names.set(id, name);
  return id;
}

/** At most one case each of two practices, finished before the round set out and in no shipment; others still wait to be packed. */
async function finishedBefore({ owner }: World, started: DateTime): Promise<Packed[]> {
  const { rows } = await owner.query<Packed>(
    `SELECT DISTINCT ON (c.practice_id) c.id AS "caseId", c.practice_id AS "practiceId", array_agg(i.id) AS "itemIds"
     FROM cases c JOIN case_items i ON i.case_id = c.id WHERE c.lab_id = app_lab_id() GROUP BY c.id
     HAVING bool_and(i.status = 'finished') AND max(i.finished_at) < $1::timestamptz ORDER BY c.practice_id, c.id`,
    [started.minus({ minutes: 30 }).toISO()],
  );
  return rows.slice(0, 2);
}

/** The practices of the round: those that get something stand third and fourth, and the demonstration's dentist is still to come. */
function inOrder({ people }: World, packed: Packed[]): string[] {
  const brought = packed.map(({ practiceId }) => practiceId);
  const [own = "", ...rest] = people.practices.map(({ id }) => id);
  const order = rest
    .filter((id) => !brought.includes(id))
    .toReversed()
    .toSpliced(FAILED, 0, ...brought);
  return brought.includes(own) ? order : order.toSpliced(FAILED + 2, 0, own);
}

function addStop(world: World, routeId: string, position: number, { practiceId, stopId, at, state }: Visit): void {
  const { rows, labId, chance } = world;
  const over = state !== "open";
  rows.add("route_stops", {
    id: stopId,
    lab_id: labId,
    route_id: routeId,
    practice_id: practiceId,
    position,
    status: { done: "delivered", failed: "failed", open: "planned" }[state],
    arrived_at: over ? at.minus({ minutes: 4 }).toISO() : null,
    completed_at: over ? at.toISO() : null,
    expected_at: at.toISO(),
    told_expected_at: at.toISO(),
    failure_reason_id: state === "failed" ? reason(world, "delivery_failure", "nobody").id : null,
    failure_note: state === "failed" ? "Rang twice, nobody opened." : null,
  });
  if (state !== "done") return;
  rows.add("stop_proofs", {
    id: idAt(at, chance),
    lab_id: labId,
    stop_id: stopId,
    purpose: "pickup",
    person_name: "Front desk",
    signature: JSON.stringify(SIGNATURE),
    happened_at: at.toISO(),
    created_at: at.toISO(),
  });
}

/** What a stop is for: a case packed before the start, else a pick-up of one parcel. */
async function addShipment(world: World, visit: Visit, packed: Packed | null): Promise<void> {
  const { owner, labId, chance, rows, people } = world;
  const { state, at, started, driverId, stopId } = visit;
  const [id, packedAt] = [idAt(started, chance), started.minus({ minutes: 20 })];
  const { rows: numbers } = await owner.query<{ number: string }>("SELECT next_number('shipment') AS number");
  const { number } = numbers[0] as { number: string };
  rows.add("shipments", {
    id,
    lab_id: labId,
    number,
    type: packed ? "delivery" : "pickup",
    status: state === "failed" ? "failed" : packed || state === "done" ? "in_transit" : "scheduled",
    practice_id: visit.practiceId,
    case_id: packed?.caseId ?? null,
    stop_id: stopId,
    shipped_at: packed ? started.toISO() : null,
    wanted_on: packed ? null : started.setZone(world.plan.lab.timeZone).toISODate(),
    parcels_expected: packed ? null : 1,
    created_at: packedAt.toISO(),
  });
  if (!packed && state !== "done") return;
  const parcelId = idAt(packedAt, chance);
  rows.add("parcels", { id: parcelId, lab_id: labId, shipment_id: id, position: 1, code: `${number}-1`, place: "van" });
  const custody = (kind: string, person: string, when: DateTime, stop: string | null) =>
    rows.add("parcel_events", {
      id: idAt(when, chance),
      lab_id: labId,
      parcel_id: parcelId,
      stop_id: stop,
      kind,
      person_id: person,
      happened_at: when.toISO(),
      created_at: when.toISO(),
    });
  if (!packed) {
    custody("collected", driverId, at, stopId);
    return;
  }
  const { caseId, itemIds } = packed;
  const { staff } = people.byRole;
  custody("packed", staff, packedAt, null);
  custody("loaded", driverId, started.minus({ minutes: 3 }), stopId);
  for (const item of itemIds)
    rows.add("shipment_items", {
      id: idAt(packedAt, chance),
      lab_id: labId,
      shipment_id: id,
      parcel_id: parcelId,
      case_item_id: item,
    });
  await owner.query("UPDATE case_items SET status = 'shipped' WHERE id = ANY($1)", [itemIds]);
  tell(world, { caseId, kind: "shipment_made", by: staff, at: packedAt, data: { number, items: itemIds.length } });
  tell(world, { caseId, kind: "out_for_delivery", shared: true, by: driverId, at: started, data: { number } });
  if (state === "failed")
    tell(world, {
      caseId,
      kind: "delivery_failed",
      shared: true,
      by: driverId,
      at,
      data: { number, reason: "Nobody to receive it" },
    });
}
