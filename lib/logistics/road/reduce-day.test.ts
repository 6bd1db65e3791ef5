import { expect, it } from "vitest";
import { toFetch, toHandOver, toLoad } from "./day";
import { reduceDay } from "./reduce-day";
import type { RoadCommand } from "./schema";
import { dayOf, routeOf, shipmentOf, stopOf } from "./testing/day";

const day = dayOf([
  routeOf("r", [
    stopOf("a", { deliveries: [shipmentOf("s1"), shipmentOf("s2")] }),
    stopOf("b", { deliveries: [shipmentOf("s3")], pickups: [shipmentOf("p1", { parcels: [] })] }),
    stopOf("c"),
  ]),
  routeOf("other", [stopOf("x")]),
]);
let count = 0;
const did = (kind: string, about: object): RoadCommand => {
  count += 1;
  const when = new Date(Date.UTC(2026, 10, 23, 9, count)).toISOString();
  return { id: `c${count}`, routeId: "r", version: 1, happenedAt: when, kind, ...about } as unknown as RoadCommand;
};
const routeAfter = (...commands: RoadCommand[]) => {
  const [route] = reduceDay(day, commands).routes;
  if (!route) throw new Error("no route");
  return route;
};
const proof = { person: "Ann", signature: null, photoIds: [], scannedIds: [] };
const start = () => did("start", { parcelIds: ["s1-1", "s3-1"] });
const deliver = (stopId: string, ...shipmentIds: string[]) => did("deliver", { ...proof, stopId, shipmentIds });
const collect = (shipmentId: string, ...parcelIds: string[]) =>
  did("collect", { ...proof, stopId: "b", pickups: [{ shipmentId, caseIds: [], parcelIds, note: null }], extra: null });
const fail = (stopId: string, next: string) =>
  did("fail", { stopId, reasonId: "closed", note: "dark", next, photoIds: [] });

it("loads, and leaves behind at the start what is not on the van", () => {
  const loaded = routeAfter(
    did("load", { parcelId: "s1-1" }),
    did("load", { parcelId: "s2-1" }),
    did("unload", { parcelId: "s2-1" }),
  );
  expect(toLoad(loaded).map((parcel) => parcel.place)).toEqual(["van", "lab", "lab"]);
  const route = routeAfter(start());
  expect(route.status).toBe("in_progress");
  expect(route.van.map((parcel) => parcel.code)).toEqual(["s1-1", "s3-1"]);
  expect(route.stops[0]?.deliveries.map((one) => one.id)).toEqual(["s1"]);
});

it("ends a stop when both parts of it are done, and counts what was fetched as on the van", () => {
  const half = routeAfter(start(), did("arrive", { stopId: "b" }), deliver("b", "s3"));
  const [, b] = half.stops;
  expect([b?.status, b && toHandOver(b).length, b && toFetch(b).length]).toEqual(["arrived", 0, 1]);
  const both = routeAfter(start(), deliver("b", "s3"), collect("p1", "n1", "n2"));
  expect(both.stops[1]).toMatchObject({ status: "delivered", deliveredTo: "Ann", collectedFrom: "Ann" });
  expect(both.van.map((parcel) => parcel.id)).toEqual(["s1-1", "n1", "n2"]);
  const none = routeAfter(start(), deliver("b", "s3"), collect("p1"));
  expect(none.stops[1]).toMatchObject({ status: "delivered", collectedFrom: null });
});

it("keeps a route on the road while something is on its van, until the count", () => {
  const rest = [deliver("b", "s3"), collect("p1"), did("visit", { stopId: "c" })];
  const back = routeAfter(start(), ...rest, fail("a", "lab"));
  expect(back).toMatchObject({ status: "in_progress", van: [{ code: "s1-1" }] });
  expect(back.stops[0]).toMatchObject({ status: "failed", failure: "Practice closed", failureNote: "dark" });
  expect(routeAfter(start(), ...rest, fail("a", "lab"), did("count", { parcelIds: ["s1-1"] }))).toMatchObject({
    status: "completed",
    van: [],
  });
  expect(routeAfter(start(), ...rest, deliver("a", "s1")).status).toBe("completed");
});

it("puts a stop off that is tried again, and fails only what is left of one that was served in part", () => {
  expect(routeAfter(start(), fail("a", "today")).stops[0]).toMatchObject({
    status: "skipped",
    failure: "Practice closed",
  });
  const served = routeAfter(start(), deliver("b", "s3"), fail("b", "lab")).stops[1];
  expect(served).toMatchObject({ status: "delivered", pickups: [{ status: "failed" }] });
});

it("moves, puts off and reorders, keeping what is done in front", () => {
  const route = routeAfter(start(), did("visit", { stopId: "c" }), did("reorder", { stopIds: ["b", "gone", "a"] }));
  expect(route.stops.map((stop) => [stop.id, stop.position])).toEqual([
    ["c", 1],
    ["b", 2],
    ["a", 3],
  ]);
  const moved = [did("skip", { stopId: "a" }), did("resume", { stopId: "a" }), did("arrive", { stopId: "a" })];
  expect(moved.map((_, i) => routeAfter(start(), ...moved.slice(0, i + 1)).stops[0]?.status)).toEqual([
    "skipped",
    "planned",
    "arrived",
  ]);
});

it("touches no other route, no done stop and not the day it was given", () => {
  const before = JSON.stringify(day);
  const after = reduceDay(day, [
    start(),
    deliver("a", "s1"),
    did("arrive", { stopId: "a" }),
    did("arrive", { stopId: "gone" }),
  ]);
  expect(after.routes[0]?.stops[0]?.status).toBe("delivered");
  expect(after.routes[1]).toBe(day.routes[1]);
  expect(JSON.stringify(day)).toBe(before);
});
