import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { buildPractice } from "@/lib/testing/build";
import { orderBest } from "./order-best";
import { orderStops } from "./plan-route";
import { Dispatch, reasonOf } from "./testing";

const db = useDatabase();
let owner: PoolClient;
let scene: Dispatch;
beforeAll(async () => {
  owner = await db.ownerPool.connect();
  scene = await Dispatch.open(owner);
});
afterAll(() => owner.release());

/** A planned route with a stop at each longitude, in this order; all at the latitude of the lab. */
async function routeAlong(longitudes: (number | null)[]): Promise<{ id: string; stops: string[] }> {
  const { id } = await scene.plan();
  const stops: string[] = [];
  for (const [i, longitude] of longitudes.entries()) {
    await owner.query("SELECT set_config('app.lab_id', $1, false)", [scene.lab.id]);
    const practice = await buildPractice(owner);
    await owner.query("UPDATE practices SET latitude = $2, longitude = $3 WHERE id = $1", [
      practice.id,
      longitude === null ? null : 55.86,
      longitude,
    ]);
    const stop = await scene.one<{ id: string }>(
      "INSERT INTO route_stops (route_id, practice_id, position) VALUES ($1, $2, $3) RETURNING id",
      [id, practice.id, i + 1],
    );
    stops.push(stop.id);
  }
  return { id, stops };
}

const orderOf = async (routeId: string) =>
  (
    await owner.query<{ id: string }>("SELECT id FROM route_stops WHERE route_id = $1 ORDER BY position", [routeId])
  ).rows.map(({ id }) => id);

it("says whose place is not known, the lab's or a practice's, and changes nothing", async () => {
  const route = await routeAlong([-4.2, null]);
  expect(await reasonOf(scene.staff((context) => orderBest(context, route)))).toBe("no_place");
  await owner.query("UPDATE labs SET latitude = 55.86, longitude = -4.25 WHERE id = $1", [scene.lab.id]);
  expect(await reasonOf(scene.staff((context) => orderBest(context, route)))).toBe("no_place");
  expect(await orderOf(route.id)).toEqual(route.stops);
});

it("drives past the practices as they lie, keeps to a door that closes early, and is undone", async () => {
  const { id, stops } = await routeAlong([-4.1, -4.2, -4.15]);
  const [far, near, middle] = stops as [string, string, string];
  const { before, changed } = await scene.staff((context) => orderBest(context, { id }));
  expect(changed).toBe(true);
  const round = await orderOf(id);
  expect([
    [near, middle, far],
    [far, middle, near],
  ]).toContainEqual(round);

  await owner.query("UPDATE route_stops SET window_from = '07:00', window_to = '08:26' WHERE id = $1", [far]);
  await scene.staff((context) => orderBest(context, { id }));
  expect((await orderOf(id))[0]).toBe(far);

  await scene.staff((context) => orderStops(context, { routeId: id, stopIds: before }));
  expect(await orderOf(id)).toEqual(stops);
});
