import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { buildCase } from "@/lib/testing/build";
import { failedShipments } from "../dispatch/failed-queries";
import { settleMissing } from "../pickups/settle-missing";
import { Dispatch, reasonOf } from "../testing";
import { keepProofRules, type ProofRules } from "./proof-rules";
import { asked, Phone, planned, proof } from "./testing/phone";

const db = useDatabase();
let owner: PoolClient;
let scene: Dispatch;
let phone: Phone;
let reasonId: string;
const OFF: ProofRules = {
  deliveryName: "off",
  deliverySignature: "off",
  deliveryPhoto: "off",
  pickupName: "off",
  pickupSignature: "off",
  pickupPhoto: "off",
};
beforeAll(async () => {
  owner = await db.ownerPool.connect();
  scene = await Dispatch.open(owner);
  const reason = "SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'delivery_failure' LIMIT 1";
  reasonId = (await scene.one<{ id: string }>(reason, [scene.lab.id])).id;
});
afterAll(() => owner.release());
beforeEach(async () => {
  phone = new Phone(scene.lab.actors.driver);
  await rules({ ...OFF, deliveryName: "required", deliverySignature: "required" });
});

const rules = (kept: ProofRules) => asActor(scene.lab.actors.manager, (tx) => keepProofRules({ tx }, kept));
const started = async () => {
  const set = await planned(scene, await scene.finishedCase());
  await phone.does("start", { routeId: set.routeId, parcelIds: null });
  return set;
};
const uuids = (many: number) => Array.from({ length: many }, () => randomUUID());
const statusOf = (id: string) => scene.one("SELECT status FROM shipments WHERE id = $1", [id]);
const fail = (at: object, next = "lab") => phone.does("fail", { ...at, reasonId, note: "Closed", next, photoIds: [] });

it("collecting receives the named case without a pan, and what nobody asked for gets codes of its own", async () => {
  const { at, shipment } = await started();
  const fetched = await buildCase(owner, scene.lab);
  const other = await buildCase(owner, scene.lab);
  const pickup = await asked(scene, at.stopId, [fetched.id, other.id]);
  const taking = { shipmentId: pickup, caseIds: [fetched.id], parcelIds: uuids(2), note: "One bag was open" };
  const [answer] = await phone.send(
    phone.command("collect", { ...at, ...proof, pickups: [taking], extra: { parcelIds: [randomUUID()], note: null } }),
  );
  expect(answer).toMatchObject({ outcome: "applied", data: { received: [fetched.number], stopDone: false } });
  expect((answer?.data as { parcels: string[] } | undefined)?.parcels).toHaveLength(3);
  expect(await statusOf(pickup)).toEqual({ status: "in_transit" });
  const row = "SELECT status, received_by_id, pan_id FROM cases WHERE id = $1";
  expect(await scene.one(row, [fetched.id])).toEqual({
    status: "received",
    received_by_id: scene.lab.actors.driver.userId,
    pan_id: null,
  });
  expect(await scene.one("SELECT status FROM cases WHERE id = $1", [other.id])).toEqual({ status: "submitted" });
  expect(await phone.does("deliver", { ...at, ...proof, shipmentIds: [shipment.id], scannedIds: [] })).toBe("applied");
  expect(await scene.one("SELECT status FROM route_stops WHERE id = $1", [at.stopId])).toEqual({ status: "delivered" });
});

it("does not receive a case on hold, and refuses a pick-up that the office changed", async () => {
  const { at } = await started();
  const held = await buildCase(owner, scene.lab);
  await owner.query("UPDATE cases SET status = 'on_hold' WHERE id = $1", [held.id]);
  const pickup = await asked(scene, at.stopId, [held.id]);
  const taking = (shipmentId: string) => [{ shipmentId, caseIds: [held.id], parcelIds: uuids(1), note: null }];
  const collect = (pickups: unknown[]) => phone.does("collect", { ...at, ...proof, pickups, extra: null });
  expect(await collect(taking(randomUUID()))).toBe("pickup_changed");
  expect(await collect([])).toBe("pickup_changed");
  expect(await collect(taking(pickup))).toBe("applied");
  expect(await scene.one("SELECT status FROM cases WHERE id = $1", [held.id])).toEqual({ status: "on_hold" });
});

it("ends a route with something on the van by the count alone: back, handed in, missing, and unexpected", async () => {
  const { at, routeId, parcels, shipment } = await started();
  const strange = await planned(scene, await scene.finishedCase());
  const pickup = await asked(scene, at.stopId);
  const taking = { shipmentId: pickup, caseIds: [], parcelIds: uuids(2), note: null };
  await phone.does("collect", { ...at, ...proof, pickups: [taking], extra: null });
  expect(await phone.does("count", { routeId, parcelIds: [] })).toBe("stops_open");
  expect(await fail(at)).toBe("applied");
  expect(await statusOf(shipment.id)).toEqual({ status: "failed" });
  const route = await phone.route(routeId);
  expect(route.status).toBe("in_progress");
  const fetched = route.van.filter((one) => one.origin === "pickup");
  expect([route.van.length, fetched.length]).toEqual([3, 2]);
  const seen = [parcels[0]?.id, fetched[0]?.id, strange.parcels[0]?.id];
  const [answer] = await phone.send(phone.command("count", { routeId, parcelIds: seen }));
  expect(answer?.data).toMatchObject({
    returned: [parcels[0]?.code],
    handedIn: [fetched[0]?.code],
    missing: [fetched[1]?.code],
    unexpected: [strange.parcels[0]?.code],
  });
  expect(await statusOf(pickup)).toEqual({ status: "in_transit" });
  expect((await phone.route(routeId)).status).toBe("completed");
  const place = "SELECT place FROM parcels WHERE id = $1";
  expect(await scene.one(place, [parcels[0]?.id])).toEqual({ place: "lab" });
  expect(await scene.one(place, [fetched[1]?.id])).toEqual({ place: "van" });
  const told = "SELECT count(*)::int FROM outbox WHERE topic = 'notify' AND payload -> 'notice' ->> 'key' = $1";
  expect(await scene.one(told, [`count:${routeId}`])).toEqual({ count: 1 });
  expect(await phone.does("count", { routeId, parcelIds: [] })).toBe("route_over");
  const { version } = await scene.one<{ version: number }>("SELECT version FROM shipments WHERE id = $1", [pickup]);
  const settle = () => scene.staff((context) => settleMissing(context, { id: pickup, version, isHere: true }));
  await settle();
  expect(await statusOf(pickup)).toEqual({ status: "delivered" });
  expect(await scene.one(place, [fetched[1]?.id])).toEqual({ place: "lab" });
  expect(await reasonOf(settle())).toBe("not_missing");
});

it("settles no pick-up before its van was counted, and gives one up that was lost", async () => {
  const { at, routeId, shipment } = await started();
  const pickup = await asked(scene, at.stopId);
  const taking = { shipmentId: pickup, caseIds: [], parcelIds: uuids(2), note: null };
  await phone.does("collect", { ...at, ...proof, pickups: [taking], extra: null });
  await phone.does("deliver", { ...at, ...proof, shipmentIds: [shipment.id], scannedIds: [] });
  const { version } = await scene.one<{ version: number }>("SELECT version FROM shipments WHERE id = $1", [pickup]);
  const giveUp = () => scene.staff((context) => settleMissing(context, { id: pickup, version, isHere: false }));
  expect(await reasonOf(giveUp())).toBe("route_not_over");
  await phone.does("count", { routeId, parcelIds: [] });
  expect(await statusOf(pickup)).toEqual({ status: "in_transit" });
  expect(await giveUp()).toMatchObject({ id: pickup });
  expect(await scene.staff(({ tx }) => failedShipments(tx, { shipmentId: pickup }))).toMatchObject([{ id: pickup }]);
});

it("tries again later today: the stop is put off with its reason, and its parcels stay on the van", async () => {
  const { at, shipment } = await started();
  expect(await fail(at, "today")).toBe("applied");
  expect(await scene.one("SELECT status, failure_note FROM route_stops WHERE id = $1", [at.stopId])).toEqual({
    status: "skipped",
    failure_note: "Closed",
  });
  expect(await statusOf(shipment.id)).toEqual({ status: "in_transit" });
  expect(await phone.does("deliver", { ...at, ...proof, shipmentIds: [shipment.id], scannedIds: [] })).toBe("applied");
});

it("wants the proofs of the lab's rules, keeps none that is switched off, and takes a visit without any", async () => {
  await rules({ ...OFF, deliveryPhoto: "required" });
  const { at, shipment, stopId } = await started();
  const deliver = (photoIds: string[]) =>
    phone.send(phone.command("deliver", { ...at, ...proof, photoIds, shipmentIds: [shipment.id], scannedIds: [] }));
  const [refused] = await deliver([randomUUID()]);
  expect(refused).toMatchObject({ reason: "proof_missing", fieldErrors: { photoIds: ["Take a photo."] } });
  const photo =
    "INSERT INTO stop_photos (id, lab_id, stop_id, purpose, media_type, size_bytes, sha256, store_key, taken_at) VALUES ($1, $2, $3, 'delivery', 'image/jpeg', 1, $4, $4, now())";
  const photoId = randomUUID();
  await owner.query(photo, [photoId, scene.lab.id, stopId, "0".repeat(64)]);
  expect((await deliver([photoId]))[0]?.outcome).toBe("applied");
  expect(await scene.one("SELECT person_name, signature FROM stop_proofs WHERE stop_id = $1", [stopId])).toEqual({
    person_name: null,
    signature: null,
  });
  const empty = await started();
  expect(await phone.does("visit", empty.at)).toBe("not_empty");
  await owner.query("UPDATE shipments SET status = 'ready', stop_id = NULL WHERE id = $1", [empty.shipment.id]);
  expect(await phone.does("visit", empty.at)).toBe("applied");
});

it("starts without what is missing: a whole shipment waits again, part of one becomes a shipment of its own", async () => {
  const set = await planned(scene, await scene.finishedCase());
  const more = "INSERT INTO parcels (lab_id, shipment_id, position, code) VALUES ($1, $2, 2, $3) RETURNING id";
  const second = (await owner.query(more, [scene.lab.id, set.shipment.id, `${set.shipment.number}-2`])).rows[0].id;
  await phone.does("load", { routeId: set.routeId, parcelId: set.parcels[0]?.id });
  const loaded = await scene.one("SELECT place FROM parcels WHERE id = $1", [set.parcels[0]?.id]);
  expect(loaded).toEqual({ place: "van" });
  const [answer] = await phone.send(
    phone.command("start", { routeId: set.routeId, parcelIds: [set.parcels[0]?.id, randomUUID()] }),
  );
  expect(answer?.data).toMatchObject({ left: [`${set.shipment.number}-2`] });
  const split = await scene.one<{ id: string; status: string }>(
    "SELECT h.id, h.status FROM parcels p JOIN shipments h ON h.id = p.shipment_id WHERE p.id = $1",
    [second],
  );
  expect(split.status).toBe("ready");
  expect(split.id).not.toBe(set.shipment.id);
  expect(await statusOf(set.shipment.id)).toEqual({ status: "in_transit" });

  const whole = await planned(scene, await scene.finishedCase());
  await phone.does("start", { routeId: whole.routeId, parcelIds: [] });
  expect(await statusOf(whole.shipment.id)).toEqual({ status: "ready" });
});

it("reorders what is still to do, passing over what it does not know", async () => {
  const { at, routeId } = await started();
  const practice =
    "INSERT INTO practices (lab_id, code, name, address_line1, city, postcode) VALUES ($1, $2, $2, '1 Road', 'Glasgow', 'G2 2BB') RETURNING id";
  const { id } = await scene.one<{ id: string }>(practice, [scene.lab.id, randomUUID().slice(0, 8)]);
  const stop = "INSERT INTO route_stops (lab_id, route_id, practice_id, position) VALUES ($1, $2, $3, 2) RETURNING id";
  const added = await scene.one<{ id: string }>(stop, [scene.lab.id, routeId, id]);
  expect(await phone.does("reorder", { routeId, stopIds: [randomUUID(), added.id] })).toBe("applied");
  expect((await phone.route(routeId)).stops.map((one) => one.id)).toEqual([added.id, at.stopId]);
  const version = "SELECT version FROM route_stops WHERE id = $1";
  expect(await scene.one(version, [at.stopId])).toEqual({ version: at.version });
});
