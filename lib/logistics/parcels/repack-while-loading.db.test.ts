import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { Phone, planned } from "../road/testing/phone";
import { Dispatch, reasonOf } from "../testing";
import { repack } from "./repack";

const db = useDatabase();
let owner: PoolClient;
beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());

async function untilWaiting(many: number): Promise<void> {
  const { rows } = await db.ownerPool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE NOT l.granted AND a.datname = current_database()`,
  );
  if ((rows[0]?.n ?? 0) < many) await untilWaiting(many);
}

it("takes no parcel out of a shipment that the driver scans onto the van at this moment", async () => {
  const scene = await Dispatch.open(owner);
  const made = await scene.finishedCase();
  const { routeId, parcels, shipment } = await planned(scene, made);
  const parcelId = parcels[0]?.id as string;
  const { version } = await scene.one<{ version: number }>("SELECT version FROM shipments WHERE id = $1", [
    shipment.id,
  ]);
  await owner.query("BEGIN");
  await owner.query("SELECT FROM parcels WHERE id = $1 FOR UPDATE", [parcelId]);
  const phone = new Phone(scene.lab.actors.driver);
  const loading = phone.does("load", { routeId, parcelId });
  await untilWaiting(1);
  const anew = {
    id: shipment.id,
    version,
    parcels: [{ id: null, itemIds: made.itemIds }],
    idempotencyKey: randomUUID(),
  };
  const packing = reasonOf(scene.staff((context) => repack(context, anew)));
  await untilWaiting(2);
  await owner.query("COMMIT");
  expect([await loading, await packing]).toEqual(["applied", "on_the_van"]);
  expect(await scene.one("SELECT place, deleted_at FROM parcels WHERE id = $1", [parcelId])).toEqual({
    place: "van",
    deleted_at: null,
  });
});
