import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { Dispatch } from "../testing";
import { Phone, planned, proof } from "./testing/phone";

const db = useDatabase();
let owner: PoolClient;
beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());

const HOUR = 3_600_000;

it("books items and cases as delivered when the driver handed them over, though the phone reports a day later", async () => {
  const scene = await Dispatch.open(owner);
  const built = await scene.finishedCase(2);
  const { at, routeId, shipment } = await planned(scene, built);
  await owner.query("UPDATE delivery_routes SET route_date = route_date - 3 WHERE id = $1", [routeId]);
  await owner.query("UPDATE cases SET submitted_at = submitted_at - interval '9 days' WHERE id = $1", [built.id]);
  await owner.query("UPDATE case_items SET finished_at = now() - interval '30 hours' WHERE case_id = $1", [built.id]);
  const phone = new Phone(scene.lab.actors.driver);
  const handedOver = phone.clock(26 * HOUR);
  const answers = await phone.send(
    phone.command("start", { routeId, parcelIds: null, happenedAt: phone.clock(28 * HOUR) }),
    phone.command("deliver", { ...at, ...proof, shipmentIds: [shipment.id], scannedIds: [], happenedAt: handedOver }),
  );
  expect(answers.map(({ outcome }) => outcome)).toEqual(["applied", "applied"]);
  const days = await owner.query<{ at: Date }>(
    `SELECT delivered_at AS at FROM shipments WHERE id = $1 UNION ALL SELECT delivered_at FROM case_items WHERE case_id = $2
     UNION ALL SELECT delivered_at FROM cases WHERE id = $2`,
    [shipment.id, built.id],
  );
  expect(days.rows).toHaveLength(4);
  // Never before it was finished, whatever the phone's clock says.
  const early = await scene.finishedCase();
  const next = await planned(scene, early);
  await owner.query("UPDATE delivery_routes SET route_date = route_date - 3 WHERE id = $1", [next.routeId]);
  const given = { ...next.at, ...proof, shipmentIds: [next.shipment.id], scannedIds: [], happenedAt: handedOver };
  await phone.send(
    phone.command("start", { routeId: next.routeId, parcelIds: null, happenedAt: phone.clock(28 * HOUR) }),
    phone.command("deliver", given),
  );
  expect(await scene.one("SELECT status FROM cases WHERE id = $1", [early.id])).toEqual({ status: "delivered" });
  for (const { at: day } of days.rows) expect(Math.abs(day.getTime() - Date.parse(handedOver))).toBeLessThan(60_000);
});
