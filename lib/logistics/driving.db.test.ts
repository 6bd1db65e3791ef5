import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import type { BuiltCase, BuiltLab } from "@/lib/testing/build";
import { arrive, leaveAgain, resumeStop, skipStop } from "./arrive";
import { confirmDelivery } from "./confirm-delivery";
import { failDelivery } from "./fail-delivery";
import { orderStops } from "./plan-route";
import { putOnRoute, takeOffRoute } from "./put-on-route";
import { signatureSchema } from "./signature-schema";
import { startRoute } from "./start-route";
import { as, Dispatch, reasonOf } from "./testing";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let made: BuiltCase;
let scene: Dispatch;
beforeAll(async () => {
  owner = await db.ownerPool.connect();
  scene = await Dispatch.open(owner);
  lab = scene.lab;
});
afterAll(() => owner.release());
beforeEach(async () => {
  made = await scene.finishedCase(2);
});

const signature = { width: 300, height: 150, strokes: [[10, 10, 60, 60, 90, 20]] };
const confirmation = (stopId: string) => ({ stopId, receiver: "Morag Kerr", signature });

it("delivers: proof, books, timeline and the end of the route", async () => {
  const { shipment, route, stop } = await scene.onTheRoad(made);
  await scene.driver((context) => arrive(context, { stopId: stop.id, version: stop.version }));
  const done = await scene.driver((context) => confirmDelivery(context, confirmation(stop.id)));
  expect(done).toEqual({ stopId: stop.id, stopDone: true, routeDone: true });
  expect(await scene.one("SELECT status, received_by FROM shipments WHERE id = $1", [shipment.id])).toEqual({
    status: "delivered",
    received_by: "Morag Kerr",
  });
  expect(await scene.one("SELECT status FROM cases WHERE id = $1", [made.id])).toEqual({ status: "delivered" });
  expect(await scene.one("SELECT status FROM delivery_routes WHERE id = $1", [route.id])).toEqual({
    status: "completed",
  });
  expect((await scene.eventsOf(made.id)).map((event) => [event.kind, event.audience])).toEqual([
    ["shipment_made", "internal"],
    ["put_on_route", "internal"],
    ["out_for_delivery", "shared"],
    ["delivered", "shared"],
  ]);
  expect(
    await scene.one("SELECT count(*)::int FROM outbox WHERE topic = 'draft_invoice' AND payload ->> 'caseId' = $1", [
      made.id,
    ]),
  ).toEqual({ count: 1 });
});

it("delivers a stop once", async () => {
  const { stop } = await scene.onTheRoad(made);
  const confirm = () => reasonOf(scene.driver((context) => confirmDelivery(context, confirmation(stop.id))));
  const outcomes = await Promise.all([confirm(), confirm(), confirm()]);
  expect(outcomes.toSorted()).toEqual(["already_delivered", "already_delivered", "done"]);
  expect((await scene.eventsOf(made.id)).filter((event) => event.kind === "delivered")).toHaveLength(1);
});

it("shows and confirms nobody else's stops", async () => {
  const { stop, route } = await scene.onTheRoad(made);
  const another: Actor = { ...lab.actors.driver, userId: randomUUID() };
  expect(await as(another, ({ tx }) => tx.rows(sql`SELECT id FROM route_stops`))).toEqual([]);
  expect(await as(another, ({ tx }) => tx.rows(sql`SELECT id FROM shipments`))).toEqual([]);
  expect(await reasonOf(as(another, (context) => confirmDelivery(context, confirmation(stop.id))))).toBe("not_found");
  expect(await reasonOf(as(another, (context) => arrive(context, { stopId: stop.id, version: stop.version })))).toBe(
    "not_found",
  );
  expect(await reasonOf(as(another, (context) => startRoute(context, { routeId: route.id })))).toBe("not_found");
  expect(await scene.one("SELECT status FROM route_stops WHERE id = $1", [stop.id])).toEqual({ status: "planned" });
});

it("lets a driver see the cases of what is on board and no others", async () => {
  await scene.finishedCase();
  await scene.onTheRoad(made);
  const seen = await scene.driver(({ tx }) =>
    tx.rows<{ id: string }>(sql`SELECT id FROM cases WHERE status <> 'delivered'`),
  );
  expect(seen.map((row) => row.id)).toContain(made.id);
  const unshipped = await scene.finishedCase();
  const all = await scene.driver(({ tx }) => tx.rows<{ id: string }>(sql`SELECT id FROM cases`));
  expect(all.map((row) => row.id)).not.toContain(unshipped.id);
});

it("fails a stop, whose parcels wait on the van for the count", async () => {
  const { shipment, stop } = await scene.onTheRoad(made);
  const { id: reasonId } = await scene.one<{ id: string }>(
    "SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'delivery_failure' LIMIT 1",
    [lab.id],
  );
  const { id: wrong } = await scene.one<{ id: string }>(
    "SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'hold' LIMIT 1",
    [lab.id],
  );
  const fail = (id: string) =>
    scene.driver((context) => failDelivery(context, { stopId: stop.id, reasonId: id, note: null }));
  expect(await reasonOf(fail(wrong))).toBe("invalid");
  expect(await fail(reasonId)).toEqual({ stopId: stop.id, routeDone: false });
  expect(await reasonOf(fail(reasonId))).toBe("already_failed");
  expect(await scene.one("SELECT status FROM shipments WHERE id = $1", [shipment.id])).toEqual({ status: "failed" });
  expect((await scene.eventsOf(made.id)).at(-1)).toMatchObject({ kind: "delivery_failed", audience: "shared" });
});

it("wants a receiver, and a signature with ink in it", async () => {
  const { stop } = await scene.onTheRoad(made);
  const without = { ...confirmation(stop.id), receiver: null };
  expect(await reasonOf(scene.driver((context) => confirmDelivery(context, without)))).toBe("proof_missing");
  expect(signatureSchema.safeParse(signature).success).toBe(true);
  for (const strokes of [[], [[5, 5]], [[5, 5, 6, 6]], [[5, 5, 6]]])
    expect(signatureSchema.safeParse({ ...signature, strokes }).success).toBe(false);
});

it("puts a stop off and back, arrives and leaves again, and tells who saw an older state", async () => {
  const { stop } = await scene.onTheRoad(made);
  const at = (version: number) => ({ stopId: stop.id, version });
  const skipped = await scene.driver((context) => skipStop(context, at(stop.version)));
  expect(await reasonOf(scene.driver((context) => skipStop(context, at(skipped.version))))).toBe("not_planned");
  const back = await scene.driver((context) => resumeStop(context, at(skipped.version)));
  expect(await reasonOf(scene.driver((context) => arrive(context, at(stop.version))))).toBe("stale");
  const there = await scene.driver((context) => arrive(context, at(back.version)));
  expect(await reasonOf(scene.driver((context) => arrive(context, at(there.version))))).toBe("already_arrived");
  await scene.driver((context) => leaveAgain(context, at(there.version)));
  expect(await scene.one("SELECT status, arrived_at FROM route_stops WHERE id = $1", [stop.id])).toEqual({
    status: "planned",
    arrived_at: null,
  });
});

it("starts a route once, on its day, with something on it; then the lab leaves it alone", async () => {
  const start = (routeId: string) => reasonOf(scene.driver((context) => startRoute(context, { routeId })));
  const tomorrow = scene.today().replace(/^\d{4}/, (year) => String(Number(year) + 1));
  expect(await start((await scene.plan(lab.actors.driver.userId, tomorrow)).id)).toBe("not_today");
  expect(await start((await scene.plan()).id)).toBe("no_stops");
  const { route, shipment, stop } = await scene.onTheRoad(made);
  expect(await start(route.id)).toBe("route_started");
  expect(await reasonOf(scene.staff((context) => takeOffRoute(context, { shipmentIds: [shipment.id] })))).toBe(
    "not_on_route",
  );
  expect(await reasonOf(scene.staff((context) => orderStops(context, { routeId: route.id, stopIds: [stop.id] })))).toBe(
    "route_started",
  );
  const other = await scene.pack(await scene.finishedCase());
  expect(
    await reasonOf(scene.staff((context) => putOnRoute(context, { shipmentIds: [other.id], routeId: route.id }))),
  ).toBe("route_started");
});
