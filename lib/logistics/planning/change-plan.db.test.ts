import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { orderBest } from "../order-best";
import { changeRoute, deleteRoute, orderStops } from "../plan-route";
import { putOnRoute, takeOffRoute } from "../put-on-route";
import { startRoute } from "../start-route";
import { reasonOf } from "../testing";
import { lockPlan, unlockPlan } from "./lock-plan";
import { moveStop } from "./move-stop";
import { setServiceMinutes, setTimes } from "./set-times";
import { takeStopOff } from "./take-stop-off";
import { everyDay, Planning } from "./testing";

const db = useDatabase();
let owner: PoolClient;
let p: Planning;
beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());
beforeEach(async () => {
  p = await Planning.open(owner);
});

type Route = Awaited<ReturnType<Planning["routes"]>>[number];

/** Two planned routes, AM with three stops and PM with one, each stop with a pick-up. */
async function twoRoutes(day = p.day()): Promise<{ am: Route; pm: Route; shipments: string[] }> {
  const practices = [await p.practice(-4.2), await p.practice(-4.15), await p.practice(-4.1), await p.practice(-4.3)];
  const [a, b, c, d] = practices as [string, string, string, string];
  await p.template("AM", [[a], [b], [c]]);
  await p.template("PM", [[d]], ["13:00", "17:00"]);
  const shipments = [];
  for (const practice of practices) shipments.push(await p.pickup(practice));
  await p.plan(day);
  const [am, pm] = (await p.routes(day)) as [Route, Route];
  return { am, pm, shipments };
}

const staff: Planning["scene"]["staff"] = (work) => p.scene.staff(work);
const statusOf = (id: string) => p.scene.one("SELECT status, stop_id AS stop FROM shipments WHERE id = $1", [id]);
const versionOf = async (stopId: string) =>
  (await p.scene.one<{ version: number }>("SELECT version FROM route_stops WHERE id = $1", [stopId])).version;

it("moves a stop with what it carries to another route, at a place, and back", async () => {
  const { am, pm, shipments } = await twoRoutes();
  const [, middle] = am.stops as [string, string, string];
  const moved = await staff((context) => moveStop(context, { stopId: middle, toRouteId: pm.id, position: 1 }));
  expect(moved).toMatchObject({ stopId: middle, from: { id: am.id, position: 2 }, to: { name: "PM" } });
  expect(await p.routes()).toMatchObject([{ stops: [am.stops[0], am.stops[2]] }, { stops: [middle, pm.stops[0]] }]);
  expect(await statusOf(shipments[1] as string)).toEqual({ status: "scheduled", stop: middle });
  expect((await p.expected(pm.id))[0]).toMatch(/^13:/);
  await staff((context) => moveStop(context, { stopId: middle, toRouteId: am.id, position: 2 }));
  expect(await p.routes()).toMatchObject([{ stops: am.stops }, { stops: pm.stops }]);
});

it("joins a moved stop with the one that the other route has at the practice", async () => {
  const { am, pm, shipments } = await twoRoutes();
  const second = await p.pickup(am.practices[0] as string);
  await staff((context) => putOnRoute(context, { shipmentIds: [second], routeId: pm.id }));
  const there = (await p.routes())[1]?.stops[1];
  const stopId = am.stops[0] as string;
  expect(await staff((context) => moveStop(context, { stopId, toRouteId: pm.id }))).toMatchObject({ stopId: there });
  for (const id of [shipments[0] as string, second]) expect(await statusOf(id)).toMatchObject({ stop: there });
  expect((await p.routes())[0]?.stops).toEqual(am.stops.slice(1));
});

it("moves a stop once when several move it at once, and never loses a shipment", async () => {
  const { am, pm, shipments } = await twoRoutes();
  const stopId = am.stops[0] as string;
  const done = await Promise.all([
    ...Array.from({ length: 4 }, () => reasonOf(staff((context) => moveStop(context, { stopId, toRouteId: pm.id })))),
    ...Array.from({ length: 2 }, () =>
      reasonOf(staff((context) => takeOffRoute(context, { shipmentIds: [shipments[0] as string] }))),
    ),
  ]);
  expect(
    done.every((reason) =>
      ["done", "same_route", "stops_changed", "not_found", "not_on_route"].includes(reason as string),
    ),
  ).toBe(true);
  const { status, stop } = (await statusOf(shipments[0] as string)) as { status: string; stop: string | null };
  expect([status, stop === null]).toEqual(status === "ready" ? ["ready", true] : ["scheduled", false]);
  const all = (await p.routes()).flatMap(({ stops }) => stops);
  expect(all.length).toBe(new Set(all).size);
});

it("keeps a locked route as it is, for everyone who plans, until it is unlocked", async () => {
  const { am, pm } = await twoRoutes();
  const routeId = am.id;
  const stopId = am.stops[0] as string;
  const extra = await p.pickup(pm.practices[0] as string);
  await staff((context) => lockPlan(context, { routeId }));
  const tries = [
    staff((context) => lockPlan(context, { routeId })),
    staff((context) => orderStops(context, { routeId, stopIds: am.stops.toReversed() })),
    staff((context) => orderBest(context, { id: routeId })),
    staff((context) => changeRoute(context, { id: routeId, routeDate: p.day(), driverId: null, name: "X" })),
    staff((context) => deleteRoute(context, { id: routeId })),
    staff((context) => setTimes(context, { routeId, departsAt: "09:00", shiftEndsAt: "10:00" })),
    staff((context) => setServiceMinutes(context, { stopId, minutes: 20 })),
    staff((context) => moveStop(context, { stopId, toRouteId: pm.id })),
    staff((context) => moveStop(context, { stopId: pm.stops[0] as string, toRouteId: routeId })),
    staff(async (context) => takeStopOff(context, { stopId, version: await versionOf(stopId) })),
    staff((context) => putOnRoute(context, { shipmentIds: [extra], routeId })),
  ];
  expect(await Promise.all(tries.map(reasonOf))).toEqual(tries.map(() => "route_locked"));
  expect(await p.routes()).toMatchObject([{ stops: am.stops }, { stops: pm.stops }]);
  await staff((context) => unlockPlan(context, { routeId }));
  expect(await reasonOf(staff((context) => unlockPlan(context, { routeId })))).toBe("route_not_locked");
  expect(await reasonOf(staff((context) => setServiceMinutes(context, { stopId, minutes: 20 })))).toBe("done");
});

it("reckons when the driver is there from the departure, the minutes at each door, and pauses", async () => {
  const { am } = await twoRoutes();
  const [first, second] = am.stops as [string, string];
  await staff((context) => setTimes(context, { routeId: am.id, departsAt: "09:00", shiftEndsAt: "12:00" }));
  const before = await p.expected(am.id);
  expect(before[0]).toMatch(/^09:0/);
  await staff((context) => setServiceMinutes(context, { stopId: first, minutes: 65 }));
  expect((await p.expected(am.id))[0]).toBe(before[0]);
  expect((await p.expected(am.id))[1]?.slice(0, 2)).toBe("10");

  const practice = am.practices[1];
  await owner.query("UPDATE practices SET opening_hours = $2 WHERE id = $1", [
    practice,
    JSON.stringify(everyDay(["08:00", "10:00"], ["11:00", "12:00"])),
  ]);
  await owner.query("UPDATE route_stops SET window_from = '08:00', window_to = '12:00' WHERE id = $1", [second]);
  await staff((context) => orderStops(context, { routeId: am.id, stopIds: am.stops }));
  expect((await p.expected(am.id))[1]).toBe("11:00");
});

it.each([
  ["on the day the clocks go forward", "2027-03-28", ["08:00", "17:00"], "08:0", "2027-03-28 07:0"],
  ["on the day they go back", "2027-10-31", ["08:00", "17:00"], "08:0", "2027-10-31 08:0"],
  ["after midnight", "2027-06-01", ["23:57", "23:59"], "00:0", "2027-06-01 23:0"],
])("keeps the lab's clock %s", async (_when, day, times, clock, utc) => {
  const { am } = await twoRoutes(day);
  const [departsAt, shiftEndsAt] = times as [string, string];
  await staff((context) => setTimes(context, { routeId: am.id, departsAt, shiftEndsAt }));
  expect((await p.expected(am.id))[0]?.startsWith(clock)).toBe(true);
  const { at } = await p.scene.one<{ at: string }>(
    "SELECT to_char(expected_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS at FROM route_stops WHERE id = $1",
    [am.stops[0]],
  );
  expect(at.startsWith(utc)).toBe(true);
});

it("takes a stop off, and on the road only one that nothing is on board for and the driver has not come to", async () => {
  const { am, shipments } = await twoRoutes(p.scene.today());
  const [first, second] = am.stops as [string, string, string];
  expect(await reasonOf(staff((context) => takeStopOff(context, { stopId: first, version: 99 })))).toBe("stale");
  const off = await staff(async (context) => takeStopOff(context, { stopId: first, version: await versionOf(first) }));
  expect(off.shipmentIds).toEqual([shipments[0]]);
  expect(await statusOf(shipments[0] as string)).toEqual({ status: "ready", stop: null });
  expect((await p.routes(p.scene.today()))[0]?.stops).toEqual(am.stops.slice(1));

  await owner.query("UPDATE delivery_routes SET status = 'in_progress', started_at = now() WHERE id = $1", [am.id]);
  expect(await reasonOf(staff((context) => unlockPlan(context, { routeId: am.id })))).toBe("route_started");
  await owner.query("UPDATE shipments SET status = 'in_transit' WHERE id = $1", [shipments[1]]);
  const take = async () =>
    reasonOf(staff(async (context) => takeStopOff(context, { stopId: second, version: await versionOf(second) })));
  expect(await take()).toBe("on_board");
  await owner.query("UPDATE shipments SET status = 'scheduled' WHERE id = $1", [shipments[1]]);
  await owner.query("UPDATE route_stops SET status = 'arrived', arrived_at = now() WHERE id = $1", [second]);
  expect(await take()).toBe("stop_visited");
  await owner.query("UPDATE route_stops SET status = 'planned', arrived_at = NULL WHERE id = $1", [second]);
  expect(await take()).toBe("done");
});

it("does not know another lab's routes and stops", async () => {
  const { am } = await twoRoutes();
  const other = await Planning.open(owner);
  const stopId = am.stops[0] as string;
  const theirs = <T>(work: Parameters<typeof other.scene.staff<T>>[0]) => reasonOf(other.scene.staff(work));
  expect(await theirs((context) => lockPlan(context, { routeId: am.id }))).toBe("not_found");
  expect(await theirs((context) => moveStop(context, { stopId, toRouteId: am.id }))).toBe("not_found");
  expect(await theirs((context) => setServiceMinutes(context, { stopId, minutes: 1 }))).toBe("not_found");
  expect(await theirs((context) => takeStopOff(context, { stopId, version: 1 }))).toBe("not_found");
  expect(await theirs((context) => startRoute(context, { routeId: am.id }))).toBe("not_found");
});
