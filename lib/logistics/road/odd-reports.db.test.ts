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

it("keeps a report that cannot be read for the dispatchers, once, and goes on with what follows", async () => {
  const scene = await Dispatch.open(owner);
  const { at, routeId, shipment } = await planned(scene, await scene.finishedCase());
  const phone = new Phone(scene.lab.actors.driver);
  await phone.does("start", { routeId, parcelIds: null });
  const scribble = {
    ...phone.command("deliver", { ...at, ...proof, scannedIds: [] }),
    shipmentIds: "one\u0000two\ud800",
  };
  const send = () =>
    phone.send(
      scribble,
      "no command at all \u0000",
      null,
      phone.command("deliver", { ...at, ...proof, shipmentIds: [shipment.id], scannedIds: [] }),
    );
  expect((await send()).map(({ outcome }) => outcome)).toEqual(["refused", "refused", "refused", "applied"]);
  await send();
  const kept = await owner.query(
    "SELECT command_id, stop_id, payload FROM road_log WHERE lab_id = $1 AND kind = 'unreadable' ORDER BY id",
    [scene.lab.id],
  );
  expect(kept.rows).toHaveLength(3);
  expect(kept.rows[0]).toMatchObject({ command_id: scribble.id, stop_id: at.stopId });
  expect(JSON.parse(kept.rows[0].payload.unread)).toEqual(scribble);
  const told = "SELECT count(*)::int FROM outbox WHERE topic = 'notify' AND payload -> 'notice' ->> 'key' = $1";
  expect(await scene.one(told, [`road:${scribble.id}`])).toEqual({ count: 1 });
});

it("keeps a refused report whose words no JSON of the database could hold", async () => {
  const scene = await Dispatch.open(owner);
  const { at, routeId } = await planned(scene, await scene.finishedCase());
  const phone = new Phone(scene.lab.actors.driver);
  await phone.does("start", { routeId, parcelIds: null });
  const odd = { ...at, ...proof, person: "Half \ud83d", shipmentIds: [routeId], scannedIds: [] };
  const [answer] = await phone.send(phone.command("deliver", odd));
  expect(answer).toMatchObject({ outcome: "refused" });
});
