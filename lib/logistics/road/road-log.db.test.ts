import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import type { BuiltCase } from "@/lib/testing/build";
import { Dispatch } from "../testing";
import { Phone, planned, proof, signature } from "./testing/phone";

const db = useDatabase();
let owner: PoolClient;
let scene: Dispatch;
let made: BuiltCase;
let phone: Phone;
beforeAll(async () => {
  owner = await db.ownerPool.connect();
  scene = await Dispatch.open(owner);
});
afterAll(() => owner.release());
beforeEach(async () => {
  made = await scene.finishedCase(2);
  phone = new Phone(scene.lab.actors.driver);
});

const delivery = (shipmentId: string) => ({ ...proof, shipmentIds: [shipmentId], scannedIds: [] });
const kindsOf = async (parcelId: string) =>
  (await owner.query("SELECT kind FROM parcel_events WHERE parcel_id = $1 ORDER BY happened_at, id", [parcelId])).rows
    .map((row) => row.kind)
    .filter((kind) => kind !== "packed");

it("takes a day that was kept on the phone: loaded, started, arrived, delivered, in one batch", async () => {
  const { at, routeId, parcels, shipment } = await planned(scene, made);
  const parcelId = parcels[0]?.id as string;
  const answers = await phone.send(
    phone.command("load", { routeId, parcelId }),
    phone.command("start", { routeId, parcelIds: [parcelId] }),
    phone.command("arrive", at),
    phone.command("deliver", { ...at, ...delivery(shipment.id), scannedIds: [parcelId] }),
  );
  expect(answers.map((one) => one.outcome)).toEqual(["applied", "applied", "applied", "applied"]);
  expect(answers.at(-1)?.data).toMatchObject({ stopDone: true, routeDone: true });
  expect(await kindsOf(parcelId)).toEqual(["loaded", "delivered"]);
  expect(await scene.one("SELECT status FROM cases WHERE id = $1", [made.id])).toEqual({ status: "delivered" });
  expect(await scene.one("SELECT person_name, purpose FROM stop_proofs WHERE stop_id = $1", [at.stopId])).toEqual({
    person_name: "Morag Kerr",
    purpose: "delivery",
  });
  expect((await phone.route(routeId)).status).toBe("completed");
});

it("counts the same proof once, sent five times, also at the same moment, and answers the same", async () => {
  const { at, routeId, shipment } = await planned(scene, made);
  await phone.does("start", { routeId, parcelIds: null });
  const command = phone.command("deliver", { ...at, ...delivery(shipment.id) });
  const answers = (await Promise.all(Array.from({ length: 5 }, () => phone.send(command)))).flat();
  expect(answers.map((one) => one.outcome).toSorted()).toEqual(["already", "already", "already", "already", "applied"]);
  expect(new Set(answers.map((one) => JSON.stringify(one.data)))).toHaveLength(1);
  const once = "SELECT count(*)::int FROM stop_proofs WHERE stop_id = $1";
  expect(await scene.one(once, [at.stopId])).toEqual({ count: 1 });
  expect((await scene.eventsOf(made.id)).filter((event) => event.kind === "delivered")).toHaveLength(1);
  expect(
    await scene.one("SELECT count(*)::int FROM outbox WHERE topic = 'draft_invoice' AND payload ->> 'caseId' = $1", [
      made.id,
    ]),
  ).toEqual({ count: 1 });
});

it("gives one of two phones the stop and tells the other, which changes nothing", async () => {
  const { at, routeId, shipment } = await planned(scene, made);
  await phone.does("start", { routeId, parcelIds: null });
  const other = new Phone(scene.lab.actors.driver);
  const deliver = (by: Phone, person: string) => by.does("deliver", { ...at, ...delivery(shipment.id), person });
  const outcomes = await Promise.all([deliver(phone, "Ann"), deliver(other, "Bea")]);
  expect(outcomes.toSorted()).toEqual(["already_delivered", "applied"]);
  const winner = outcomes[0] === "applied" ? "Ann" : "Bea";
  expect(await scene.one("SELECT person_name FROM stop_proofs WHERE stop_id = $1", [at.stopId])).toEqual({
    person_name: winner,
  });
});

it("refuses what saw an older state, keeps it whole for the dispatchers, and goes on with other stops", async () => {
  const { at, routeId, shipment } = await planned(scene, made);
  const another = await planned(scene, await scene.finishedCase());
  await phone.does("start", { routeId, parcelIds: null });
  await phone.does("start", { routeId: another.routeId, parcelIds: null });
  await owner.query("UPDATE route_stops SET status = 'skipped' WHERE id = $1", [at.stopId]);
  const command = phone.command("deliver", { ...at, ...delivery(shipment.id) });
  const answers = await phone.send(command, phone.command("arrive", another.at));
  expect(answers.map((one) => [one.outcome, one.reason])).toEqual([
    ["refused", "stale"],
    ["applied", undefined],
  ]);
  expect(answers[0]?.words).toContain("later");
  expect(await scene.one("SELECT status FROM route_stops WHERE id = $1", [at.stopId])).toEqual({ status: "skipped" });
  const kept = "SELECT outcome, payload ->> 'person' AS person FROM road_log WHERE command_id = $1";
  expect(await scene.one(kept, [command.id])).toEqual({ outcome: "refused", person: "Morag Kerr" });
  const told = "SELECT count(*)::int FROM outbox WHERE topic = 'notify' AND payload -> 'notice' ->> 'key' = $1";
  expect(await scene.one(told, [`road:${command.id}`])).toEqual({ count: 1 });
  expect((await phone.send(command))[0]).toMatchObject({ outcome: "refused", reason: "stale" });
  expect(await scene.one(told, [`road:${command.id}`])).toEqual({ count: 1 });
});

it("knows its own phone's earlier commands, but not those of another phone", async () => {
  const { at, routeId } = await planned(scene, made);
  await phone.does("start", { routeId, parcelIds: null });
  expect(await phone.does("skip", at)).toBe("applied");
  expect(await phone.does("resume", at)).toBe("applied");
  expect(await phone.does("arrive", at)).toBe("applied");
  expect(await phone.does("arrive", at)).toBe("already_arrived");
  expect(await new Phone(scene.lab.actors.driver).does("leave", at)).toBe("stale");
  expect(await phone.does("leave", at)).toBe("applied");
  expect(await phone.does("leave", at)).toBe("not_arrived");
});

it("tells the driver when the office took the shipment off or the route away", async () => {
  const { at, routeId, shipment } = await planned(scene, made);
  await phone.does("start", { routeId, parcelIds: null });
  const other = { ...delivery(randomUUID()) };
  expect(await phone.does("deliver", { ...at, ...other })).toBe("stop_changed");
  await owner.query("UPDATE delivery_routes SET driver_id = NULL WHERE id = $1", [routeId]);
  const [answer] = await phone.send(phone.command("deliver", { ...at, ...delivery(shipment.id) }));
  expect(answer).toMatchObject({ outcome: "refused", reason: "not_found" });
  expect(answer?.words).toContain("The office took this off your route");
  expect(await scene.one("SELECT status FROM shipments WHERE id = $1", [shipment.id])).toEqual({
    status: "in_transit",
  });
});

it("lets no other driver report or see a route, whatever the kind", async () => {
  const { at, routeId, shipment, parcels } = await planned(scene, made);
  const other = new Phone({ ...scene.lab.actors.driver, userId: scene.lab.actors.technician.userId });
  const about: [string, Record<string, unknown>][] = [
    ["load", { routeId, parcelId: parcels[0]?.id }],
    ["start", { routeId, parcelIds: null }],
    ["arrive", at],
    ["deliver", { ...at, ...delivery(shipment.id) }],
    ["collect", { ...at, ...proof, pickups: [], extra: { parcelIds: [randomUUID()], note: null } }],
    ["visit", at],
    ["fail", { ...at, reasonId: randomUUID(), note: null, next: "lab", photoIds: [] }],
    ["reorder", { routeId, stopIds: [at.stopId] }],
    ["count", { routeId, parcelIds: [] }],
  ];
  for (const [kind, what] of about) expect([kind, await other.does(kind, what)]).toEqual([kind, "not_found"]);
  expect((await other.day()).routes).toEqual([]);
  expect(await scene.one("SELECT status FROM delivery_routes WHERE id = $1", [routeId])).toEqual({ status: "planned" });
});

it("puts a clock right that is wrong by a day, and says on the record how wrong it was", async () => {
  const { at, routeId, shipment } = await planned(scene, made);
  const wrong = new Phone(scene.lab.actors.driver, 24 * 3_600_000);
  await wrong.send({ ...wrong.command("start", { routeId, parcelIds: null }), happenedAt: wrong.clock(120_000) });
  const command = { ...wrong.command("deliver", { ...at, ...delivery(shipment.id) }), happenedAt: wrong.clock(60_000) };
  await wrong.send(command);
  const row = await scene.one<{ ago: number; ahead: string; is_clamped: boolean }>(
    `SELECT extract(epoch FROM now() - p.happened_at)::float AS ago, l.phone_ahead_seconds::int AS ahead, l.is_clamped
     FROM stop_proofs p JOIN road_log l ON l.stop_id = p.stop_id AND l.kind = 'deliver' WHERE p.stop_id = $1`,
    [at.stopId],
  );
  expect(row).toMatchObject({ ahead: 86_400, is_clamped: false });
  expect(Math.abs(row.ago - 60)).toBeLessThan(30);
});

it("never lets a deed come before the one reported before it, and says so", async () => {
  const { at, routeId } = await planned(scene, made);
  await phone.does("start", { routeId, parcelIds: null });
  const command = { ...phone.command("arrive", at), happenedAt: phone.clock(50 * 3_600_000) };
  await phone.send(command);
  const times = "SELECT happened_at, is_clamped FROM road_log WHERE route_id = $1 ORDER BY happened_at, id";
  const { rows } = await owner.query(times, [routeId]);
  expect(rows.map((row) => row.is_clamped)).toEqual([false, true]);
  expect(rows[1].happened_at).toEqual(rows[0].happened_at);
});

it("reads each command by itself: a malformed signature is refused at its field, the next one counts", async () => {
  const { at, routeId, shipment } = await planned(scene, made);
  await phone.does("start", { routeId, parcelIds: null });
  const large = { ...signature, strokes: Array.from({ length: 400 }, () => Array(16_000).fill(123)) };
  for (const bad of [large, { ...signature, strokes: [[1, 2, 3]] }, "ink", { ...signature, strokes: [] }]) {
    const wrong = phone.command("deliver", { ...at, ...delivery(shipment.id), signature: bad });
    const [answer] = await phone.send(wrong);
    expect(answer).toMatchObject({ id: wrong.id, outcome: "refused", reason: "invalid" });
    expect(Object.keys(answer?.fieldErrors ?? {})[0]).toMatch(/^signature/);
  }
  const answers = await phone.send({ nonsense: true }, phone.command("arrive", at));
  expect(answers.map((one) => one.outcome)).toEqual(["refused", "applied"]);
});
