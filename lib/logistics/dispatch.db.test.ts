import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { addDays } from "@/lib/cases/due-date";
import { useDatabase } from "@/lib/db/testing";
import { weekdayOf } from "@/lib/practices/opening-hours";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { unpackShipment } from "./make-shipment";
import { changeRoute, deleteRoute } from "./plan-route";
import { putOnNewRoute, putOnRoute, takeOffRoute } from "./put-on-route";
import { crown, Dispatch, reasonOf } from "./testing";

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

it("packs part of a case, says so once per case, and undoes it", async () => {
  const shipment = await scene.pack(made, made.itemIds.slice(0, 1));
  expect(shipment.number).toMatch(/^S-\d{4}-\d{6}$/);
  expect(await reasonOf(scene.pack(made))).toBe("not_finished");
  expect(await scene.eventsOf(made.id)).toMatchObject([
    { kind: "shipment_made", audience: "internal", data: { items: 1 } },
  ]);
  await scene.staff((context) => unpackShipment(context, { id: shipment.id, version: shipment.version }));
  const whole = await scene.pack(made);
  expect(await scene.one("SELECT count(*)::int FROM shipment_items WHERE shipment_id = $1", [whole.id])).toEqual({
    count: 2,
  });
});

it("gives an item to one of two who pack it at the same moment, without a gap in the numbers", async () => {
  const before = await scene.one<{ value: number }>(
    "SELECT value FROM lab_counters WHERE lab_id = $1 AND kind = 'shipment'",
    [lab.id],
  );
  const results = await Promise.all(Array.from({ length: 8 }, () => reasonOf(scene.pack(made))));
  expect(results.sort()).toEqual(["done", ...Array(7).fill("not_finished")]);
  const after = await scene.one<{ value: number }>(
    "SELECT value FROM lab_counters WHERE lab_id = $1 AND kind = 'shipment'",
    [lab.id],
  );
  expect(after.value).toBe(before.value + 1);
});

it("refuses unfinished items, held cases and another lab's items", async () => {
  const unfinished = await buildCase(owner, lab, [crown(21)]);
  expect(await reasonOf(scene.pack(unfinished))).toBe("not_finished");
  await owner.query("BEGIN");
  await owner.query("SELECT set_config('app.lab_id', $1, true)", [lab.id]);
  await owner.query("INSERT INTO holds (case_id, placed_by_id) VALUES ($1, $2)", [made.id, lab.actors.staff.userId]);
  await owner.query("COMMIT");
  expect(await reasonOf(scene.pack(made))).toBe("on_hold");
  const foreign = await buildLab(owner);
  const theirs = await buildCase(owner, foreign, [crown(11)]);
  await scene.finish(theirs);
  expect(await reasonOf(scene.pack(theirs))).toBe("not_found");
});

it("makes one stop per practice and takes the stop away with its last shipment", async () => {
  const first = await scene.pack(made);
  const second = await scene.pack(await scene.finishedCase());
  const route = await scene.plan();
  await scene.staff((context) => putOnRoute(context, { shipmentIds: [first.id], routeId: route.id }));
  expect(
    await scene.staff((context) => putOnRoute(context, { shipmentIds: [second.id], routeId: route.id })),
  ).toMatchObject({
    stops: 1,
  });
  expect(
    await reasonOf(scene.staff((context) => putOnRoute(context, { shipmentIds: [first.id], routeId: route.id }))),
  ).toBe("not_ready");
  expect(await reasonOf(scene.staff((context) => deleteRoute(context, { id: route.id })))).toBe("has_stops");
  await scene.staff((context) => takeOffRoute(context, { shipmentIds: [first.id, second.id] }));
  expect(
    await scene.one("SELECT count(*)::int FROM route_stops WHERE route_id = $1 AND deleted_at IS NULL", [route.id]),
  ).toEqual({
    count: 0,
  });
  await scene.staff((context) => putOnRoute(context, { shipmentIds: [first.id], routeId: route.id }));
  expect(await scene.one("SELECT status FROM shipments WHERE id = $1", [first.id])).toEqual({ status: "scheduled" });
});

it("plans a route and puts shipments on it in one: a refusal of either leaves no route behind", async () => {
  const shipment = await scene.pack(made);
  const put = () =>
    scene.staff((context) =>
      putOnNewRoute(context, {
        shipmentIds: [shipment.id],
        routeDate: scene.today(),
        driverId: null,
        name: "Only with it",
        idempotencyKey: randomUUID(),
      }),
    );
  const routes = () => scene.one("SELECT count(*)::int FROM delivery_routes WHERE name = 'Only with it'");
  expect(await put()).toMatchObject({ stops: 1 });
  expect(await reasonOf(put())).toBe("not_ready");
  expect(await routes()).toEqual({ count: 1 });
});

it("takes the window of a stop from the practice's hours of that weekday", async () => {
  await owner.query(
    `UPDATE practices SET opening_hours = '{"monday": [["08:30", "12:00"], ["13:00", "17:15"]]}' WHERE id = $1`,
    [lab.practiceId],
  );
  const shipment = await scene.pack(made);
  const today = scene.today();
  const monday = Array.from({ length: 7 }, (_, days) => addDays(today, days)).find(
    (day) => weekdayOf(day) === "monday",
  );
  const route = await scene.plan(null, monday);
  await scene.staff((context) => putOnRoute(context, { shipmentIds: [shipment.id], routeId: route.id }));
  expect(await scene.one("SELECT window_from, window_to FROM route_stops WHERE route_id = $1", [route.id])).toEqual({
    window_from: "08:30",
    window_to: "17:15",
  });
});

it("is planned for today or later, and moved to no day that is past", async () => {
  const { id } = await scene.plan();
  const yesterday = addDays(scene.today(), -1);
  const change = (routeDate: string) =>
    scene.staff((context) => changeRoute(context, { id, routeDate, driverId: null, name: "" }));
  await expect(scene.plan(null, yesterday)).rejects.toMatchObject({ fieldErrors: { routeDate: expect.any(Array) } });
  await expect(change(yesterday)).rejects.toMatchObject({ fieldErrors: { routeDate: expect.any(Array) } });
  await owner.query("UPDATE delivery_routes SET route_date = $2 WHERE id = $1", [id, yesterday]);
  expect(await change(yesterday)).toMatchObject({ id });
});
