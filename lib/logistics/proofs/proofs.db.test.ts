import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import type { BuiltCase } from "@/lib/testing/build";
import { custodyChain } from "../custody/chain";
import { Dispatch, reasonOf } from "../testing";
import { proofsOf } from "./proofs-of";
import { stopPhoto } from "./stop-photo";

const db = useDatabase();
let owner: PoolClient;
let scene: Dispatch;
let other: Dispatch;
let made: BuiltCase;
let photoId: string;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  scene = await Dispatch.open(owner);
  other = await Dispatch.open(owner);
  made = await scene.finishedCase();
  const { shipment, stop } = await scene.onTheRoad(made);
  await owner.query("UPDATE route_stops SET status = 'delivered', completed_at = now() WHERE id = $1", [stop.id]);
  await owner.query(
    "UPDATE shipments SET status = 'delivered', delivered_at = now(), received_by = 'Morag' WHERE id = $1",
    [shipment.id],
  );
  await owner.query(
    `INSERT INTO stop_proofs (lab_id, stop_id, purpose, person_name, happened_at) VALUES ($1, $2, 'delivery', 'Morag Kerr', now() - interval '1 hour')`,
    [scene.lab.id, stop.id],
  );
  photoId = randomUUID();
  await owner.query(
    `INSERT INTO stop_photos (id, lab_id, stop_id, purpose, media_type, size_bytes, sha256, store_key, taken_at)
     VALUES ($1, $2, $3, 'delivery', 'image/jpeg', 3, repeat('0', 64), 'photo', now())`,
    [photoId, scene.lab.id, stop.id],
  );
  await owner.query(
    `INSERT INTO parcel_events (lab_id, parcel_id, kind, person_id, note, happened_at)
     SELECT $1, id, 'delivered', $2, 'in the locker', now() + interval '1 minute' FROM parcels WHERE shipment_id = $3`,
    [scene.lab.id, scene.lab.actors.driver.userId, shipment.id],
  );
});
afterAll(() => owner.release());

it("shows the lab and the practice what was signed and taken at the door", async () => {
  const { staff, dentist } = scene.lab.actors;
  for (const actor of [staff, dentist]) {
    const [proof, ...more] = await asActor(actor, (tx) => proofsOf(tx, made.id));
    expect(more).toEqual([]);
    expect(proof).toMatchObject({ personName: "Morag Kerr", photos: [{ id: photoId }] });
    expect((proof?.heardAt.getTime() ?? 0) - (proof?.happenedAt.getTime() ?? 0)).toBeGreaterThan(3_500_000);
    expect(await asActor(actor, (tx) => stopPhoto(tx, photoId))).toMatchObject({ storeKey: "photo" });
  }
  expect(await asActor(scene.lab.actors.driver, (tx) => stopPhoto(tx, photoId))).toMatchObject({ id: photoId });
});

it("keeps the photos of an attempt that failed once another was decided on, for the lab and for the practice", async () => {
  const tried = await scene.finishedCase();
  const { shipment, stop } = await scene.onTheRoad(tried);
  const taken = randomUUID();
  await owner.query(
    `INSERT INTO stop_photos (id, lab_id, stop_id, purpose, media_type, size_bytes, sha256, store_key, taken_at)
     VALUES ($1, $2, $3, 'delivery', 'image/jpeg', 3, repeat('1', 64), 'shutters', now())`,
    [taken, scene.lab.id, stop.id],
  );
  await owner.query(
    `UPDATE route_stops SET status = 'failed', completed_at = now(),
       failure_reason_id = (SELECT id FROM reasons WHERE lab_id = $2 AND kind = 'delivery_failure' LIMIT 1) WHERE id = $1`,
    [stop.id, scene.lab.id],
  );
  await owner.query("UPDATE shipments SET status = 'failed' WHERE id = $1", [shipment.id]);
  const { staff, dentist } = scene.lab.actors;
  const shown = { failedAttempt: 1, personName: null, photos: [{ id: taken }] };
  for (const actor of [staff, dentist])
    expect(await asActor(actor, (tx) => proofsOf(tx, tried.id))).toMatchObject([shown]);

  await owner.query(
    "INSERT INTO delivery_retries (lab_id, shipment_id, attempt, stop_id, way) VALUES ($1, $2, 1, $3, 'collected')",
    [scene.lab.id, shipment.id, stop.id],
  );
  await owner.query(
    "UPDATE shipments SET status = 'delivered', stop_id = NULL, method = 'collected', delivered_at = now() + interval '1 day', received_by = 'Ailsa' WHERE id = $1",
    [shipment.id],
  );
  for (const actor of [staff, dentist]) {
    const proofs = await asActor(actor, (tx) => proofsOf(tx, tried.id));
    expect(proofs).toMatchObject([
      { failedAttempt: null, personName: "Ailsa", photos: [] },
      { ...shown, method: "driver" },
    ]);
    expect(await asActor(actor, (tx) => stopPhoto(tx, taken))).toMatchObject({ storeKey: "shutters" });
  }
  for (const actor of [other.lab.actors.dentist, { ...dentist, practice: null }])
    expect(await reasonOf(asActor(actor, (tx) => stopPhoto(tx, taken)))).toBe("not_found");
});

it("shows nobody else the proof or the photo", async () => {
  const strangers = [
    other.lab.actors.staff,
    other.lab.actors.dentist,
    other.lab.actors.driver,
    { ...scene.lab.actors.dentist, practice: null },
    { ...scene.lab.actors.driver, userId: randomUUID() },
  ];
  for (const actor of strangers)
    expect(await reasonOf(asActor(actor, (tx) => stopPhoto(tx, photoId)))).toBe("not_found");
  expect(await asActor(other.lab.actors.dentist, (tx) => proofsOf(tx, made.id))).toEqual([]);
});

it("tells the lab who had the parcel, and the practice only when it went on", async () => {
  const { staff, dentist } = scene.lab.actors;
  const kinds = ["finished", "packed", "loaded", "delivered"];
  const known = await asActor(staff, (tx) => custodyChain(tx, { caseId: made.id }, { names: true }));
  expect(known.map(({ kind }) => kind).filter((kind) => kinds.includes(kind))).toEqual(kinds);
  expect(known.find(({ kind }) => kind === "delivered")).toMatchObject({ who: "Test driver", note: "in the locker" });
  const told = await asActor(dentist, (tx) => custodyChain(tx, { caseId: made.id }, { names: false }));
  expect(told.map(({ kind }) => kind).filter((kind) => kinds.includes(kind))).toEqual(kinds);
  expect(told.every(({ who, note }) => who === null && note === null)).toBe(true);
});
