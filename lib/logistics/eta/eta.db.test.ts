import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import type { BuiltCase } from "@/lib/testing/build";
import { Dispatch } from "../testing";
import { ownVisits } from "./own-visits";
import { reckonArrivals } from "./reckon-arrivals";

const db = useDatabase();
let owner: PoolClient;
let scene: Dispatch;
let made: BuiltCase;
beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());
beforeEach(async () => {
  scene = await Dispatch.open(owner);
  await owner.query("UPDATE labs SET latitude = 55.86, longitude = -4.25, opens_at = '00:00' WHERE id = $1", [
    scene.lab.id,
  ]);
  await owner.query("UPDATE practices SET latitude = 55.87, longitude = -4.26 WHERE lab_id = $1", [scene.lab.id]);
  made = await scene.finishedCase();
});

const titles = async (stopId: string) =>
  (
    await owner.query<{ title: string }>(
      "SELECT payload #>> '{notice,title}' AS title FROM outbox WHERE topic = 'notify' AND payload #>> '{notice,key}' LIKE $1 ORDER BY id",
      [`stop:${stopId}:%`],
    )
  ).rows.map((row) => row.title);
const reckon = (routeId: string) => scene.driver(({ tx }) => reckonArrivals(tx, routeId));
const stopOf = (id: string) =>
  scene.one<{ version: number; expected: Date; told: Date | null }>(
    "SELECT version, expected_at AS expected, told_expected_at AS told FROM route_stops WHERE id = $1",
    [id],
  );

it("expects the driver after the way from the lab, tells the practice at the start, and leaves the stop's version alone", async () => {
  const { route, stop } = await scene.onTheRoad(made);
  const { started } = await scene.one<{ started: Date }>(
    "SELECT started_at AS started FROM delivery_routes WHERE id = $1",
    [route.id],
  );
  const before = await stopOf(stop.id);
  expect(before.expected.getTime() - started.getTime()).toBeGreaterThan(0);
  expect(before.told).toEqual(before.expected);
  expect(await titles(stop.id)).toEqual([
    expect.stringMatching(/^Case C-\d+-\d+ is on the way, expected \d\d:\d\d–\d\d:\d\d$/),
  ]);
  await owner.query("UPDATE route_stops SET window_from = '23:59' WHERE id = $1", [stop.id]);
  const { version } = await stopOf(stop.id);
  await reckon(route.id);
  expect(await stopOf(stop.id)).toMatchObject({ version });
});

it("tells of another time when it moved by more than half an hour, once for each move", async () => {
  const { route, stop } = await scene.onTheRoad(made);
  const moveTo = (minutes: number) =>
    owner.query("UPDATE delivery_routes SET started_at = now() + make_interval(mins => $2) WHERE id = $1", [
      route.id,
      minutes,
    ]);
  await moveTo(20);
  await reckon(route.id);
  expect(await titles(stop.id)).toHaveLength(1);
  await moveTo(45);
  await reckon(route.id);
  await reckon(route.id);
  expect(await titles(stop.id)).toEqual([expect.anything(), expect.stringContaining("is now expected")]);
});

it("tells the next door once that it is next", async () => {
  const { route, stop } = await scene.onTheRoad(made);
  await owner.query("UPDATE route_stops SET told_next_at = NULL WHERE id = $1", [stop.id]);
  await reckon(route.id);
  await reckon(route.id);
  expect(await titles(stop.id)).toEqual([expect.anything(), expect.stringMatching(/arrives in about \d+ minutes$/)]);
});

it("says nothing of a place that is not known, and nothing changes on a route that is over", async () => {
  await owner.query("UPDATE practices SET latitude = NULL, longitude = NULL WHERE lab_id = $1", [scene.lab.id]);
  const { route, stop } = await scene.onTheRoad(made);
  expect(await stopOf(stop.id)).toMatchObject({ expected: null, told: null });
  expect(await titles(stop.id)).toEqual([]);
  await owner.query("UPDATE practices SET latitude = 55.87, longitude = -4.26 WHERE lab_id = $1", [scene.lab.id]);
  await owner.query("UPDATE delivery_routes SET status = 'completed' WHERE id = $1", [route.id]);
  await reckon(route.id);
  expect(await stopOf(stop.id)).toMatchObject({ expected: null });
});

it("shows a practice its own visits and nobody else's, and no stop of the round", async () => {
  const { shipment, stop } = await scene.onTheRoad(made);
  const visits = (actor: Actor) => asActor(actor, (tx) => ownVisits(tx));
  const { dentist } = scene.lab.actors;
  const { expected } = await stopOf(stop.id);
  expect(await visits(dentist)).toEqual([
    expect.objectContaining({
      shipmentId: shipment.id,
      onTheRoad: true,
      isNext: true,
      expectedAt: expected,
      cases: [expect.objectContaining({ id: made.id, number: made.number })],
    }),
  ]);
  const other = await Dispatch.open(owner);
  expect(await visits(other.lab.actors.dentist)).toEqual([]);
  expect(await visits({ ...dentist, practice: null })).toEqual([]);
  const raw = (actor: Actor, statement: ReturnType<typeof sql>) =>
    asActor(actor, (tx) => tx.rows(statement)).catch((error: { code: string }) => error.code);
  expect(await raw(dentist, sql`SELECT id FROM route_stops`)).toBe("42501");
  expect(await raw(scene.lab.actors.driver, sql`SELECT * FROM own_visits()`)).toBe("42501");
});
