import { DateTime } from "luxon";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { buildLab } from "@/lib/testing/build";
import { makeShipment } from "../make-shipment";
import { putOnRoute } from "../put-on-route";
import { as, Dispatch, reasonOf } from "../testing";
import { editedCarriers, parcelsWithCarrier } from "./carrier-queries";
import { changeWay, setPracticeWay } from "./change-way";
import { addCarrier, archiveCarrier, changeCarrier, restoreCarrier } from "./edit-carriers";
import { confirmCarrierDelivery, failCarrierDelivery, handToCollector, takeBackFromCarrier } from "./end-of-the-way";
import { handToCarrier } from "./hand-to-carrier";

const db = useDatabase();
const idempotencyKey = "0190a0a0-0000-7000-8000-000000000000";
const express = { name: "Example Express", phone: null, trackingUrl: "https://track.example.com/{tracking}" };
let owner: PoolClient;
let d: Dispatch;
let carrierId: string;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  d = await Dispatch.open(owner);
  carrierId = (await d.staff((c) => addCarrier(c, express))).id;
});
afterAll(() => owner.release());

const today = () => d.today();
/** A finished case's shipment of a practice that is served by the carrier, or another way. */
async function shipment(method: "carrier" | "collected" | "driver" = "carrier") {
  const built = await d.finishedCase();
  const way = { practiceId: d.lab.practiceId, method, carrierId: method === "carrier" ? carrierId : null };
  await d.staff((c) => setPracticeWay(c, way));
  const made = await d.pack(built);
  const parcel = await d.one<{ id: string }>("SELECT id FROM parcels WHERE shipment_id = $1", [made.id]);
  return { built, ...made, parcelId: parcel.id };
}
async function handedOver(trackingNumber: string | null = "JD01") {
  const made = await shipment();
  const parcels = [{ id: made.parcelId, trackingNumber }];
  const handed = await d.staff((c) => handToCarrier(c, { ...made, parcels, idempotencyKey }));
  return { ...made, ...handed };
}
const stateOf = (id: string) =>
  d.one<{ status: string; received_by: string | null; place: string; shipped_at: Date | null }>(
    "SELECT s.status, s.received_by, s.shipped_at, p.place FROM shipments s JOIN parcels p ON p.shipment_id = s.id WHERE s.id = $1",
    [id],
  );

test("a carrier is added, changed, put away and taken back; two of one name are refused, and another lab sees none", async () => {
  expect(await reasonOf(d.staff((c) => addCarrier(c, { ...express, name: "EXAMPLE express" })))).toBe("carrier_exists");
  await d.staff((c) => changeCarrier(c, { id: carrierId, ...express, phone: "0141" }));
  await d.staff((c) => archiveCarrier(c, { id: carrierId }));
  expect(await d.staff((c) => editedCarriers(c.tx))).toMatchObject([{ phone: "0141", archived: true }]);
  await d.staff((c) => restoreCarrier(c, { id: carrierId }));
  const lab = await buildLab(owner);
  expect(await as(lab.actors.staff, (c) => editedCarriers(c.tx))).toEqual([]);
  const theirs = { practiceId: lab.practiceId, method: "carrier" as const, carrierId };
  expect(await reasonOf(as(lab.actors.staff, (c) => setPracticeWay(c, theirs)))).toBe("invalid");
  expect(await reasonOf(as(lab.actors.staff, (c) => changeCarrier(c, { id: carrierId, ...express })))).toBe(
    "not_found",
  );
});

test("a carrier in use is not put away", async () => {
  await shipment();
  expect(await reasonOf(d.staff((c) => archiveCarrier(c, { id: carrierId })))).toBe("carrier_in_use");
});

test("the database takes no tracking address that is not https", async () => {
  const insert = owner.query(
    "INSERT INTO carriers (lab_id, name, tracking_url) VALUES ($1, 'X', 'http://x/{tracking}')",
    [d.lab.id],
  );
  await expect(insert).rejects.toMatchObject({ code: "23514" });
});

test("a handed-over parcel is followed by the dentist whose case it is, and by nobody else's", async () => {
  const { id, built, parcelId } = await handedOver();
  expect(await stateOf(id)).toMatchObject({ status: "in_transit", place: "carrier" });
  const seen = await as(d.lab.actors.dentist, (c) => parcelsWithCarrier(c.tx, built.id));
  expect(seen).toMatchObject([
    { id: parcelId, carrier: "Example Express", trackingNumber: "JD01", href: "https://track.example.com/JD01" },
  ]);
  expect((await d.eventsOf(built.id)).at(-1)).toMatchObject({
    kind: "out_for_delivery",
    audience: "shared",
    data: { carrier: "Example Express", tracking: "JD01" },
  });
  const lab = await buildLab(owner);
  expect(await as(lab.actors.dentist, (c) => parcelsWithCarrier(c.tx, built.id))).toEqual([]);
});

test("a shipment is handed over once, by many at once, and only the way it goes", async () => {
  const made = await shipment();
  const parcels = [{ id: made.parcelId, trackingNumber: null }];
  const hand = () => reasonOf(d.staff((c) => handToCarrier(c, { ...made, parcels, idempotencyKey })));
  expect((await Promise.all(Array.from({ length: 6 }, hand))).sort()).toEqual(["done", ...Array(5).fill("not_ready")]);
  const driven = await shipment("driver");
  const wrong = { ...driven, parcels: [{ id: driven.parcelId, trackingNumber: null }], idempotencyKey };
  expect(await reasonOf(d.staff((c) => handToCarrier(c, wrong)))).toBe("other_way");
  const third = await shipment();
  const foreign = { ...third, parcels, idempotencyKey };
  expect(await reasonOf(d.staff((c) => handToCarrier(c, foreign)))).toBe("not_found");
  expect(await stateOf(third.id)).toMatchObject({ status: "ready", place: "lab" });
});

test("a carrier's delivery is confirmed by hand on its day, which finishes the case", async () => {
  const { id, version, built } = await handedOver();
  const confirm = (deliveredOn: string) =>
    d.staff((c) => confirmCarrierDelivery(c, { id, version, deliveredOn, receiver: "Front desk", idempotencyKey }));
  const day = (days: number) => DateTime.fromISO(today()).plus({ days }).toISODate() as string;
  expect(await reasonOf(confirm(day(1)))).toBe("invalid");
  expect(await reasonOf(confirm(day(-1)))).toBe("invalid");
  await confirm(today());
  expect(await stateOf(id)).toMatchObject({ status: "delivered", received_by: "Front desk", place: "practice" });
  expect(await d.one("SELECT status FROM cases WHERE id = $1", [built.id])).toEqual({ status: "delivered" });
  const job = await d.one(
    "SELECT payload ->> 'caseId' AS id FROM outbox WHERE lab_id = $1 AND topic = 'draft_invoice'",
    [d.lab.id],
  );
  expect(job).toEqual({ id: built.id });
  expect(await reasonOf(confirm(today()))).toBe("not_in_transit");
});

test("a delivery told of days later counts for the day it was", async () => {
  const { id, version, built } = await handedOver();
  await owner.query("UPDATE cases SET submitted_at = now() - interval '9 days' WHERE id = $1", [built.id]);
  await owner.query("UPDATE case_items SET finished_at = now() - interval '6 days' WHERE case_id = $1", [built.id]);
  await owner.query("UPDATE shipments SET shipped_at = now() - interval '5 days' WHERE id = $1", [id]);
  const deliveredOn = DateTime.fromISO(today()).minus({ days: 3 }).toISODate() as string;
  const input = { id, version: version + 1, deliveredOn, receiver: "By telephone", idempotencyKey };
  await d.staff((c) => confirmCarrierDelivery(c, input));
  const days = await d.one(
    `SELECT (c.delivered_at AT TIME ZONE 'Europe/London')::date::text AS "case", (i.delivered_at AT TIME ZONE 'Europe/London')::date::text AS item
     FROM cases c JOIN case_items i ON i.case_id = c.id WHERE c.id = $1`,
    [built.id],
  );
  expect(days).toEqual({ case: deliveredOn, item: deliveredOn });
});

test("what a carrier could not deliver comes back and goes again, with its old number in the chain", async () => {
  const { id, version, built } = await handedOver("JD77");
  const reason = await d.one<{ id: string }>(
    "SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'delivery_failure' LIMIT 1",
    [d.lab.id],
  );
  const fail = { id, version, reasonId: reason.id, note: "Nobody there", isBack: false, idempotencyKey };
  expect(await reasonOf(d.staff((c) => failCarrierDelivery(c, { ...fail, reasonId: built.id })))).toBe("invalid");
  await d.staff((c) => failCarrierDelivery(c, fail));
  const failed = await d.one<{ status: string; version: number }>(
    "SELECT status, version FROM shipments WHERE id = $1",
    [id],
  );
  expect(failed.status).toBe("failed");
  await d.staff((c) => takeBackFromCarrier(c, { id, version: failed.version }));
  expect(await stateOf(id)).toMatchObject({ status: "ready", place: "lab", shipped_at: null });
  const chain = await owner.query(
    "SELECT kind, note FROM parcel_events e JOIN parcels p ON p.id = e.parcel_id WHERE p.shipment_id = $1 ORDER BY e.happened_at, e.id",
    [id],
  );
  expect(chain.rows).toMatchObject([
    { kind: "packed" },
    { kind: "handed_over", note: "Example Express" },
    { kind: "returned", note: "Tracking JD77" },
  ]);
});

test("what is collected at the lab's door is delivered by the same rule, with who took it and their signature", async () => {
  const made = await shipment("collected");
  const signature = { width: 300, height: 120, strokes: [[10, 10, 80, 60, 160, 20]] };
  await d.staff((c) => handToCollector(c, { ...made, receiver: "Kim Shaw", signature, idempotencyKey }));
  expect(await stateOf(made.id)).toMatchObject({ status: "delivered", received_by: "Kim Shaw", place: "practice" });
  expect(await d.one("SELECT status FROM cases WHERE id = $1", [made.built.id])).toEqual({ status: "delivered" });
  const again = d.staff((c) => handToCollector(c, { ...made, receiver: "Kim Shaw", signature: null, idempotencyKey }));
  expect(await reasonOf(again)).toBe("not_ready");
});

test("a way is changed while it is in the lab; what a carrier takes goes on no route", async () => {
  const made = await shipment();
  const route = await d.plan();
  const put = () => d.staff((c) => putOnRoute(c, { shipmentIds: [made.id], routeId: route.id }));
  expect(await reasonOf(put())).toBe("other_way");
  await d.staff((c) => changeWay(c, { ...made, method: "driver", carrierId: null }));
  await put();
  expect(await reasonOf(d.staff((c) => changeWay(c, { ...made, method: "carrier", carrierId })))).toBe("not_ready");
});

test("a practice whose carrier was put away is served by driver again", async () => {
  const built = await d.finishedCase();
  await owner.query("UPDATE practices SET delivery_method = 'carrier', carrier_id = $2 WHERE id = $1", [
    d.lab.practiceId,
    carrierId,
  ]);
  await owner.query("UPDATE carriers SET deleted_at = now() WHERE id = $1", [carrierId]);
  const { id } = await d.staff((c) => makeShipment(c, { practiceId: d.lab.practiceId, itemIds: built.itemIds }));
  expect(await d.one("SELECT method, carrier_id FROM shipments WHERE id = $1", [id])).toEqual({
    method: "driver",
    carrier_id: null,
  });
});
