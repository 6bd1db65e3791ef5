import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import type { BuiltCase } from "@/lib/testing/build";
import { findShipment, shipmentHistory } from "../shipment-queries";
import { as, Dispatch, reasonOf } from "../testing";
import { failedShipments } from "./failed-queries";
import { reschedule } from "./reschedule";
import { rescheduleSchema } from "./schema";

const db = useDatabase();
let owner: PoolClient;
let scene: Dispatch;
let made: BuiltCase;
beforeAll(async () => {
  owner = await db.ownerPool.connect();
  scene = await Dispatch.open(owner);
});
afterAll(() => owner.release());
beforeEach(async () => {
  made = await scene.finishedCase(2);
});

/** A shipment that nobody could take at the door. */
async function failed() {
  const { shipment, stop } = await scene.onTheRoad(made);
  await owner.query(
    `UPDATE route_stops SET status = 'failed', completed_at = now(), failure_note = 'Shutters down',
       failure_reason_id = (SELECT id FROM reasons WHERE lab_id = $2 AND kind = 'delivery_failure' ORDER BY position LIMIT 1) WHERE id = $1`,
    [stop.id, scene.lab.id],
  );
  await owner.query(
    "UPDATE delivery_routes SET status = 'completed', completed_at = now() WHERE status = 'in_progress'",
  );
  await owner.query("UPDATE shipments SET status = 'failed' WHERE id = $1", [shipment.id]);
  return { ...shipment, stopId: stop.id };
}

type Way =
  | { way: "route"; routeId: string }
  | { way: "day"; date: string }
  | { way: "carrier"; carrierId: string }
  | { way: "collected" };
const again = (shipmentId: string, way: Way, who: Actor = scene.lab.actors.staff) =>
  as(who, (context) =>
    reschedule(context, rescheduleSchema.parse({ ...way, shipmentId, idempotencyKey: randomUUID() })),
  );
const shipmentOf = (id: string) =>
  scene.one<Record<string, unknown>>(
    "SELECT status, stop_id IS NULL AS free, method, wanted_on::text, carrier_id FROM shipments WHERE id = $1",
    [id],
  );
const nextYear = () => scene.today().replace(/^\d{4}/, (year) => String(Number(year) + 1));

describe("a failed delivery", () => {
  it("waits for a decision with its reason and attempt, then goes back to waiting for a day", async () => {
    const { id, number } = await failed();
    const waiting = await scene.staff(({ tx }) => failedShipments(tx));
    expect(waiting.find((one) => one.id === id)).toMatchObject({ number, attempt: 1, note: "Shutters down" });
    expect(await again(id, { way: "day", date: nextYear() })).toEqual({
      shipmentId: id,
      number,
      attempt: 2,
      date: nextYear(),
    });
    expect(await shipmentOf(id)).toEqual({
      status: "ready",
      free: true,
      method: "driver",
      wanted_on: nextYear(),
      carrier_id: null,
    });
    expect((await scene.staff(({ tx }) => failedShipments(tx))).map((one) => one.id)).not.toContain(id);
    expect(
      await scene.one("SELECT count(*)::int FROM case_items WHERE id = ANY($1) AND status = 'shipped'", [made.itemIds]),
    ).toEqual({ count: 2 });
  });

  it("tells the case and the practice the new date, once", async () => {
    const { id, number } = await failed();
    await again(id, { way: "day", date: nextYear() });
    expect((await scene.eventsOf(made.id)).at(-1)).toEqual({
      kind: "delivery_rescheduled",
      audience: "shared",
      data: { number, attempt: 2, way: "day", date: nextYear() },
    });
    const notices = await owner.query(
      "SELECT payload #>> '{notice,title}' AS title FROM outbox WHERE topic = 'notify' AND payload #>> '{notice,key}' = $1",
      [`case:${made.id}:delivery_rescheduled:${id}:2`],
    );
    expect(notices.rows).toHaveLength(1);
    expect(notices.rows[0].title).toMatch(/^Case C-\d+-\d+ comes again on \w{3} \d+ \w{3}$/);
  });

  it("goes on a planned route at once, and counts the next failure as the second", async () => {
    const { id, stopId } = await failed();
    const route = await scene.plan();
    await again(id, { way: "route", routeId: route.id });
    expect(await shipmentOf(id)).toMatchObject({ status: "scheduled", free: false, wanted_on: scene.today() });
    expect(
      await scene.one("SELECT attempt, stop_id, way, goes_on::text FROM delivery_retries WHERE shipment_id = $1", [id]),
    ).toEqual({ attempt: 1, stop_id: stopId, way: "route", goes_on: scene.today() });
    await owner.query("UPDATE shipments SET status = 'failed' WHERE id = $1", [id]);
    expect(await again(id, { way: "day", date: "" })).toMatchObject({ attempt: 3, date: null });
  });

  it("goes with a carrier of the lab, or is collected there", async () => {
    const first = await failed();
    const { id: carrierId } = await scene.one<{ id: string }>(
      "INSERT INTO carriers (lab_id, name) VALUES ($1, 'Royal Mail') RETURNING id",
      [scene.lab.id],
    );
    expect(await reasonOf(again(first.id, { way: "carrier", carrierId: randomUUID() }))).toBe("invalid");
    await again(first.id, { way: "carrier", carrierId });
    expect(await shipmentOf(first.id)).toMatchObject({ status: "ready", method: "carrier", carrier_id: carrierId });
    made = await scene.finishedCase();
    const second = await failed();
    await again(second.id, { way: "collected" });
    expect(await shipmentOf(second.id)).toMatchObject({ status: "ready", method: "collected", carrier_id: null });
  });

  it("is decided once, also by many at the same moment", async () => {
    const { id } = await failed();
    const route = await scene.plan();
    const ways: Way[] = [{ way: "collected" }, { way: "route", routeId: route.id }, { way: "day", date: nextYear() }];
    const answers = await Promise.all([...ways, ...ways].map((way) => reasonOf(again(id, way))));
    expect(answers.toSorted()).toEqual(["done", ...Array(5).fill("not_failed")]);
    expect(await scene.one("SELECT count(*)::int FROM delivery_retries WHERE shipment_id = $1", [id])).toEqual({
      count: 1,
    });
  });

  it("is nothing to decide before it failed, on a day that is past, or in another lab", async () => {
    const ready = await scene.pack(made);
    expect(await reasonOf(again(ready.id, { way: "collected" }))).toBe("not_failed");
    made = await scene.finishedCase();
    const { id } = await failed();
    expect(await reasonOf(again(id, { way: "day", date: "2020-01-01" }))).toBe("invalid");
    const stranger = (await Dispatch.open(owner)).lab.actors.staff;
    expect(await reasonOf(again(id, { way: "collected" }, stranger))).toBe("not_found");
    expect(await asActor(stranger, (tx) => failedShipments(tx))).toEqual([]);
  });

  it("keeps a pick-up with the driver", async () => {
    const { id } = await failed();
    await owner.query("UPDATE shipments SET type = 'pickup' WHERE id = $1", [id]);
    expect(await reasonOf(again(id, { way: "collected" }))).toBe("invalid");
    expect(await again(id, { way: "day", date: nextYear() })).toMatchObject({ attempt: 2 });
    await owner.query("UPDATE shipments SET status = 'failed' WHERE id = $1", [id]);
    await again(id, { way: "day", date: "" });
    expect((await shipmentOf(id)).wanted_on).toBe(nextYear());
  });

  it("tells its own history with the decision in it", async () => {
    const { id } = await failed();
    await again(id, { way: "day", date: nextYear() });
    const told = await scene.staff(async ({ tx }) => shipmentHistory(tx, await findShipment(tx, id)));
    expect(told.at(-1)).toMatchObject({ kind: "delivery_rescheduled", data: { way: "day", date: nextYear() } });
    expect(await scene.staff(async ({ tx }) => (await findShipment(tx, id)).leaveBy)).toBe(nextYear());
  });
});
