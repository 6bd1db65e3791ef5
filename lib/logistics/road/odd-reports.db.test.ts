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

it("keeps what no database could keep as it is from holding back the reports behind it", async () => {
  const scene = await Dispatch.open(owner);
  const { at, routeId, shipment } = await planned(scene, await scene.finishedCase());
  const phone = new Phone(scene.lab.actors.driver);
  const deliver = { ...at, ...proof, person: "Mo\u0000rag", shipmentIds: [shipment.id], scannedIds: [] };
  const answers = await phone.send(
    phone.command("start", { routeId, parcelIds: null, happenedAt: "0000-01-01T00:00:00Z" }),
    phone.command("arrive", { ...at, happenedAt: "2026-11-21T10:00:00+23:59" }),
    phone.command("visit", { ...at, happenedAt: "9999-12-31T23:59:59Z" }),
    phone.command("deliver", deliver),
  );
  expect(answers.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
    "applied",
    "applied",
    "not_empty",
    "applied",
  ]);
  expect(await scene.one("SELECT person_name FROM stop_proofs WHERE stop_id = $1", [at.stopId])).toEqual({
    person_name: "Morag",
  });
});
