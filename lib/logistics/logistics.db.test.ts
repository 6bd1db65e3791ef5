import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { answerOnce } from "@/lib/access/idempotency";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { labToday } from "@/lib/labs/today";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { arrive, leaveAgain, resumeStop, skipStop } from "./arrive";
import { confirmDelivery } from "./confirm-delivery";
import { failDelivery } from "./fail-delivery";
import { makeShipment, unpackShipment } from "./make-shipment";
import { deleteRoute, orderStops, planRoute } from "./plan-route";
import { putOnRoute, takeOffRoute } from "./put-on-route";
import { confirmDeliverySchema } from "./schema";
import { startRoute } from "./start-route";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let made: BuiltCase;

const as = <T>(actor: Actor, work: (context: Context) => Promise<T>) => asActor(actor, (tx) => work({ actor, tx }));
const staff = <T>(work: (context: Context) => Promise<T>) => as(lab.actors.staff, work);
const driver = <T>(work: (context: Context) => Promise<T>) => as(lab.actors.driver, work);
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (thrown: unknown) => asRefusal(thrown)?.reason ?? thrown,
  );

/** Items as they are after the quality check, waiting for delivery. */
async function finish(built: BuiltCase, itemIds = built.itemIds) {
  for (const id of itemIds)
    await owner.query(
      `WITH open AS (UPDATE workflow_stages SET stage = 'delivery' WHERE item_id = $1 AND status <> 'completed')
       UPDATE case_items SET status = 'finished', stage = 'delivery', finished_at = now() WHERE id = $1`,
      [id],
    );
}
const crown = (tooth: number) => ({
  procedureType: "crowns" as const,
  material: "zirconia_full" as const,
  teeth: [tooth],
});
const finishedCase = async (items = 1) => {
  const built = await buildCase(
    owner,
    lab,
    Array.from({ length: items }, (_, i) => crown(11 + i)),
  );
  await finish(built);
  return built;
};
const today = () => labToday(lab.actors.staff.lab.timeZone);
const pack = (built: BuiltCase, itemIds = built.itemIds) =>
  staff((context) => makeShipment(context, { practiceId: lab.practiceId, itemIds }));
const plan = (driverId: string | null = lab.actors.driver.userId, routeDate = today()) =>
  staff((context) => planRoute(context, { routeDate, driverId, name: "", idempotencyKey: randomUUID() }));
const one = async <T extends Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T> =>
  (await owner.query(text, values)).rows[0] as T;
const eventsOf = async (caseId: string) =>
  (await owner.query("SELECT kind, audience, data FROM case_events WHERE case_id = $1 ORDER BY id", [caseId])).rows;

/** A shipment on a started route of the lab's driver. */
async function onTheRoad(built = made) {
  const shipment = await pack(built);
  const route = await plan();
  await staff((context) => putOnRoute(context, { shipmentIds: [shipment.id], routeId: route.id }));
  await driver((context) => startRoute(context, { routeId: route.id }));
  const stop = await one<{ id: string; version: number }>("SELECT id, version FROM route_stops WHERE route_id = $1", [
    route.id,
  ]);
  return { shipment, route, stop };
}
const signature = { width: 300, height: 150, strokes: [[10, 10, 60, 60, 90, 20]] };
const confirmation = (stopId: string, idempotencyKey: string = randomUUID()) => ({
  stopId,
  receiver: "Morag Kerr",
  signature,
  idempotencyKey,
});

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
});
afterAll(() => owner.release());
beforeEach(async () => {
  made = await finishedCase(2);
});

it("packs part of a case, says so once per case, and undoes it", async () => {
  const shipment = await pack(made, made.itemIds.slice(0, 1));
  expect(shipment.number).toMatch(/^S-\d{4}-\d{6}$/);
  expect(await reasonOf(pack(made))).toBe("not_finished");
  expect(await eventsOf(made.id)).toMatchObject([{ kind: "shipment_made", audience: "internal", data: { items: 1 } }]);
  await staff((context) => unpackShipment(context, { id: shipment.id, version: shipment.version }));
  const whole = await pack(made);
  expect(await one("SELECT count(*)::int FROM shipment_items WHERE shipment_id = $1", [whole.id])).toEqual({
    count: 2,
  });
});

it("gives an item to one of two who pack it at the same moment, without a gap in the numbers", async () => {
  const before = await one<{ value: number }>(
    "SELECT value FROM lab_counters WHERE lab_id = $1 AND kind = 'shipment'",
    [lab.id],
  );
  const results = await Promise.all(Array.from({ length: 8 }, () => reasonOf(pack(made))));
  expect(results.sort()).toEqual(["done", ...Array(7).fill("not_finished")]);
  const after = await one<{ value: number }>("SELECT value FROM lab_counters WHERE lab_id = $1 AND kind = 'shipment'", [
    lab.id,
  ]);
  expect(after.value).toBe(before.value + 1);
});

it("refuses unfinished items, held cases and another lab's items", async () => {
  const unfinished = await buildCase(owner, lab, [crown(21)]);
  expect(await reasonOf(pack(unfinished))).toBe("not_finished");
  await owner.query("BEGIN");
  await owner.query("SELECT set_config('app.lab_id', $1, true)", [lab.id]);
  await owner.query("INSERT INTO holds (case_id, placed_by_id) VALUES ($1, $2)", [made.id, lab.actors.staff.userId]);
  await owner.query("COMMIT");
  expect(await reasonOf(pack(made))).toBe("on_hold");
  const foreign = await buildLab(owner);
  const theirs = await buildCase(owner, foreign, [crown(11)]);
  await finish(theirs);
  expect(await reasonOf(pack(theirs))).toBe("not_found");
});

it("makes one stop per practice and takes the stop away with its last shipment", async () => {
  const first = await pack(made);
  const second = await pack(await finishedCase());
  const route = await plan();
  await staff((context) => putOnRoute(context, { shipmentIds: [first.id], routeId: route.id }));
  expect(await staff((context) => putOnRoute(context, { shipmentIds: [second.id], routeId: route.id }))).toMatchObject({
    stops: 1,
  });
  expect(await reasonOf(staff((context) => putOnRoute(context, { shipmentIds: [first.id], routeId: route.id })))).toBe(
    "not_ready",
  );
  expect(await reasonOf(staff((context) => deleteRoute(context, { id: route.id })))).toBe("has_stops");
  await staff((context) => takeOffRoute(context, { shipmentIds: [first.id, second.id] }));
  expect(
    await one("SELECT count(*)::int FROM route_stops WHERE route_id = $1 AND deleted_at IS NULL", [route.id]),
  ).toEqual({
    count: 0,
  });
  await staff((context) => putOnRoute(context, { shipmentIds: [first.id], routeId: route.id }));
  expect(await one("SELECT status FROM shipments WHERE id = $1", [first.id])).toEqual({ status: "scheduled" });
});

it("takes the window of a stop from the practice's hours of that weekday", async () => {
  await owner.query(
    `UPDATE practices SET opening_hours = '{"monday": [["08:30", "12:00"], ["13:00", "17:15"]]}' WHERE id = $1`,
    [lab.practiceId],
  );
  const shipment = await pack(made);
  const route = await plan(null, "2026-11-23");
  await staff((context) => putOnRoute(context, { shipmentIds: [shipment.id], routeId: route.id }));
  expect(await one("SELECT window_from, window_to FROM route_stops WHERE route_id = $1", [route.id])).toEqual({
    window_from: "08:30",
    window_to: "17:15",
  });
});

it("delivers: proof, books, timeline and the end of the route", async () => {
  const { shipment, route, stop } = await onTheRoad();
  await driver((context) => arrive(context, { stopId: stop.id, version: stop.version }));
  const done = await driver((context) => confirmDelivery(context, confirmation(stop.id)));
  expect(done).toEqual({ stopId: stop.id, routeDone: true });
  expect(await one("SELECT status, received_by FROM shipments WHERE id = $1", [shipment.id])).toEqual({
    status: "delivered",
    received_by: "Morag Kerr",
  });
  expect(await one("SELECT status FROM cases WHERE id = $1", [made.id])).toEqual({ status: "delivered" });
  expect(await one("SELECT status FROM delivery_routes WHERE id = $1", [route.id])).toEqual({ status: "completed" });
  expect((await eventsOf(made.id)).map((event) => [event.kind, event.audience])).toEqual([
    ["shipment_made", "internal"],
    ["put_on_route", "internal"],
    ["out_for_delivery", "shared"],
    ["delivered", "shared"],
  ]);
  expect(
    await one("SELECT count(*)::int FROM outbox WHERE topic = 'draft_invoice' AND payload ->> 'caseId' = $1", [
      made.id,
    ]),
  ).toEqual({ count: 1 });
});

it("delivers once when a bad signal repeats the command, also at the same moment", async () => {
  const { stop } = await onTheRoad();
  const input = confirmation(stop.id);
  const actor = lab.actors.driver;
  const command = { userId: actor.userId, key: input.idempotencyKey, command: "confirmDelivery", requestHash: "same" };
  const send = () => asActor(actor, (tx) => answerOnce(tx, command, () => confirmDelivery({ actor, tx }, input)));
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers).toEqual(Array(3).fill({ stopId: stop.id, routeDone: true }));
  expect((await eventsOf(made.id)).filter((event) => event.kind === "delivered")).toHaveLength(1);
  expect(await reasonOf(driver((context) => confirmDelivery(context, confirmation(stop.id))))).toBe(
    "already_delivered",
  );
});

it("shows and confirms nobody else's stops", async () => {
  const { stop, route } = await onTheRoad();
  const another: Actor = { ...lab.actors.driver, userId: randomUUID() };
  expect(await as(another, ({ tx }) => tx.rows(sql`SELECT id FROM route_stops`))).toEqual([]);
  expect(await as(another, ({ tx }) => tx.rows(sql`SELECT id FROM shipments`))).toEqual([]);
  expect(await reasonOf(as(another, (context) => confirmDelivery(context, confirmation(stop.id))))).toBe("not_found");
  expect(await reasonOf(as(another, (context) => arrive(context, { stopId: stop.id, version: stop.version })))).toBe(
    "not_found",
  );
  expect(await reasonOf(as(another, (context) => startRoute(context, { routeId: route.id })))).toBe("not_found");
  expect(await one("SELECT status FROM route_stops WHERE id = $1", [stop.id])).toEqual({ status: "planned" });
});

it("lets a driver see the cases of what is on board and no others", async () => {
  await finishedCase();
  await onTheRoad();
  const seen = await driver(({ tx }) => tx.rows<{ id: string }>(sql`SELECT id FROM cases WHERE status <> 'delivered'`));
  expect(seen.map((row) => row.id)).toContain(made.id);
  const unshipped = await finishedCase();
  const all = await driver(({ tx }) => tx.rows<{ id: string }>(sql`SELECT id FROM cases`));
  expect(all.map((row) => row.id)).not.toContain(unshipped.id);
});

it("brings a failed shipment back, ready for another route", async () => {
  const { shipment, stop } = await onTheRoad();
  const { id: reasonId } = await one<{ id: string }>(
    "SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'delivery_failure' LIMIT 1",
    [lab.id],
  );
  const { id: wrong } = await one<{ id: string }>(
    "SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'hold' LIMIT 1",
    [lab.id],
  );
  const fail = (id: string) =>
    driver((context) =>
      failDelivery(context, { stopId: stop.id, reasonId: id, note: null, idempotencyKey: randomUUID() }),
    );
  expect(await reasonOf(fail(wrong))).toBe("invalid");
  expect(await fail(reasonId)).toEqual({ stopId: stop.id, routeDone: true });
  expect(await reasonOf(fail(reasonId))).toBe("already_failed");
  expect(await one("SELECT status FROM shipments WHERE id = $1", [shipment.id])).toEqual({ status: "ready" });
  expect((await eventsOf(made.id)).at(-1)).toMatchObject({ kind: "delivery_failed", audience: "shared" });

  const again = await plan();
  await staff((context) => putOnRoute(context, { shipmentIds: [shipment.id], routeId: again.id }));
  await driver((context) => startRoute(context, { routeId: again.id }));
  const next = await one<{ id: string }>("SELECT id FROM route_stops WHERE route_id = $1", [again.id]);
  await driver((context) => confirmDelivery(context, confirmation(next.id)));
  expect(await one("SELECT status FROM cases WHERE id = $1", [made.id])).toEqual({ status: "delivered" });
});

it("wants a receiver and a signature with ink in it", () => {
  const valid = confirmation(randomUUID());
  expect(confirmDeliverySchema.safeParse(valid).success).toBe(true);
  expect(confirmDeliverySchema.safeParse({ ...valid, receiver: "  " }).success).toBe(false);
  for (const strokes of [[], [[5, 5]], [[5, 5, 6, 6]], [[5, 5, 6]]])
    expect(confirmDeliverySchema.safeParse({ ...valid, signature: { ...signature, strokes } }).success).toBe(false);
});

it("puts a stop off and back, arrives and leaves again, and tells who saw an older state", async () => {
  const { stop } = await onTheRoad();
  const at = (version: number) => ({ stopId: stop.id, version });
  const skipped = await driver((context) => skipStop(context, at(stop.version)));
  expect(await reasonOf(driver((context) => skipStop(context, at(skipped.version))))).toBe("not_planned");
  const back = await driver((context) => resumeStop(context, at(skipped.version)));
  expect(await reasonOf(driver((context) => arrive(context, at(stop.version))))).toBe("stale");
  const there = await driver((context) => arrive(context, at(back.version)));
  expect(await reasonOf(driver((context) => arrive(context, at(there.version))))).toBe("already_arrived");
  await driver((context) => leaveAgain(context, at(there.version)));
  expect(await one("SELECT status, arrived_at FROM route_stops WHERE id = $1", [stop.id])).toEqual({
    status: "planned",
    arrived_at: null,
  });
});

it("starts a route once, on its day, with something on it; then the lab leaves it alone", async () => {
  const start = (routeId: string) => reasonOf(driver((context) => startRoute(context, { routeId })));
  const tomorrow = labToday(lab.actors.staff.lab.timeZone).replace(/^\d{4}/, (year) => String(Number(year) + 1));
  expect(await start((await plan(lab.actors.driver.userId, tomorrow)).id)).toBe("not_today");
  expect(await start((await plan()).id)).toBe("no_stops");
  const { route, shipment, stop } = await onTheRoad();
  expect(await start(route.id)).toBe("route_started");
  expect(await reasonOf(staff((context) => takeOffRoute(context, { shipmentIds: [shipment.id] })))).toBe(
    "not_on_route",
  );
  expect(await reasonOf(staff((context) => orderStops(context, { routeId: route.id, stopIds: [stop.id] })))).toBe(
    "route_started",
  );
  const other = await pack(await finishedCase());
  expect(await reasonOf(staff((context) => putOnRoute(context, { shipmentIds: [other.id], routeId: route.id })))).toBe(
    "route_started",
  );
});
