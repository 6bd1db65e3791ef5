import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { startRoute } from "../start-route";
import { reasonOf } from "../testing";
import { addOnRoad } from "./add-on-road";
import { takeStopOff } from "./take-stop-off";
import { Planning } from "./testing";

const db = useDatabase();
let owner: PoolClient;
let p: Planning;
let routeId: string;
let practices: string[];
beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());
beforeEach(async () => {
  p = await Planning.open(owner);
  practices = [await p.practice(-4.2), await p.practice(-4.15)];
  await p.template("AM", [[practices[0] as string]]);
  await p.pickup(practices[0] as string);
  await p.plan(p.scene.today());
  routeId = (await p.routes(p.scene.today()))[0]?.id as string;
});

const add = (shipmentIds: string[]) => p.scene.staff((context) => addOnRoad(context, { routeId, shipmentIds }));
const stops = async () => (await p.routes(p.scene.today()))[0]?.practices;

it("sends a driver to fetch more, at a stop that is to do or a new one at the end, and tells them", async () => {
  const [near, far] = practices as [string, string];
  const more = [await p.pickup(near), await p.pickup(far)];
  expect(await reasonOf(add(more))).toBe("route_not_started");
  await p.scene.driver((context) => startRoute(context, { routeId }));
  expect(await add(more)).toMatchObject({ stops: 2 });
  expect(await stops()).toEqual([near, far]);
  expect(await p.placesOf(more)).toEqual([near, far]);
  expect(await reasonOf(add(more))).toBe("not_ready");
  const expected = await p.expected(routeId);
  expect(expected.every((time) => time !== null)).toBe(true);
});

it("cannot bring what is at the lab, and does not know another lab's route", async () => {
  await p.scene.driver((context) => startRoute(context, { routeId }));
  const delivery = await p.scene.pack(await p.scene.finishedCase());
  expect(await reasonOf(add([delivery.id]))).toBe("not_a_pickup");
  const other = await Planning.open(owner);
  const theirs = await other.pickup(await other.practice(-4.2));
  expect(await reasonOf(add([theirs]))).toBe("not_found");
  const sent = other.scene.staff((context) => addOnRoad(context, { routeId, shipmentIds: [theirs] }));
  expect(await reasonOf(sent)).toBe("not_found");
});

it("adds a pick-up once when several add it at once", async () => {
  await p.scene.driver((context) => startRoute(context, { routeId }));
  const pickup = await p.pickup(practices[1] as string);
  const done = await Promise.all(Array.from({ length: 5 }, () => reasonOf(add([pickup]))));
  expect(done.sort()).toEqual(["done", ...Array(4).fill("not_ready")]);
  expect(await stops()).toEqual(practices);
});

it("ends the route when its last stop to do is taken off", async () => {
  await p.scene.driver((context) => startRoute(context, { routeId }));
  const stop = await p.scene.one<{ id: string; version: number }>(
    "SELECT id, version FROM route_stops WHERE route_id = $1",
    [routeId],
  );
  await p.scene.staff((context) => takeStopOff(context, { stopId: stop.id, version: stop.version }));
  expect(await p.scene.one("SELECT status FROM delivery_routes WHERE id = $1", [routeId])).toEqual({
    status: "completed",
  });
});
