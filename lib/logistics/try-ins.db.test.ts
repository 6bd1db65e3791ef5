import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { cancel } from "@/lib/cases/cancel";
import { tryInCandidates } from "@/lib/cases/try-ins";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { labToday } from "@/lib/labs/today";
import { type BuiltCase, type BuiltLab, buildCase } from "@/lib/testing/build";
import { receiveBuilt, takeTo } from "@/lib/workflow/testing";
import { sendForTryIn, tryInBack, tryInHanded } from "@/lib/workflow/try-in";
import { confirmDelivery } from "./confirm-delivery";
import { unpackShipment } from "./make-shipment";
import { as, crown, Dispatch, reasonOf } from "./testing";
import { waitingToShip } from "./waiting";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let scene: Dispatch;
let built: BuiltCase;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  scene = await Dispatch.open(owner);
  lab = scene.lab;
});
afterAll(() => owner.release());
beforeEach(async () => {
  built = await buildCase(owner, lab, [crown(14), crown(15)]);
  await receiveBuilt(lab, built);
  await takeTo(db.ownerPool, lab, built.id, "milling");
});

const all = async (text: string, values: unknown[] = []) => (await owner.query(text, values)).rows;
const first = () => built.itemIds[0] as string;
const signature = { width: 300, height: 150, strokes: [[10, 10, 60, 60, 90, 20]] };

async function sendFirst() {
  const [stage] = await all("SELECT id, version FROM workflow_stages WHERE item_id = $1 AND status <> 'completed'", [
    first(),
  ]);
  await as(lab.actors.technician, (context) => sendForTryIn(context, { stages: [stage], words: "Check the bite" }));
  const [tryIn] = await all("SELECT id FROM try_ins WHERE item_id = $1 AND ended_at IS NULL", [first()]);
  return tryIn.id as string;
}
const back = (tryInId: string, continueAt: "milling" | "design" | "delivery" | "receiving") =>
  scene.staff((context) => tryInBack(context, { tryInId, continueAt, findings: "Midline left" }));
const itemNow = async () => (await all("SELECT status, stage FROM case_items WHERE id = $1", [first()]))[0];

it("takes an item out unfinished by the driver, and on with its work when it is back", async () => {
  const tryInId = await sendFirst();
  expect(await itemNow()).toEqual({ status: "try_in", stage: "milling" });
  expect(await all("SELECT 1 FROM workflow_stages WHERE item_id = $1 AND status <> 'completed'", [first()])).toEqual(
    [],
  );
  expect(await all("SELECT status FROM cases WHERE id = $1", [built.id])).toEqual([{ status: "milling" }]);
  const waiting = await asActor(lab.actors.staff, (tx) =>
    waitingToShip(tx, { when: null, how: null, q: "" }, labToday("Europe/London"), null),
  );
  const ofCase = waiting.practices.flatMap(({ items }) => items).filter(({ caseId }) => caseId === built.id);
  expect(ofCase).toMatchObject([{ id: first(), tryIn: true }]);

  const { shipment, stop } = await scene.onTheRoad({ ...built, itemIds: [first()] });
  expect(await reasonOf(back(tryInId, "milling"))).toBe("in_shipment");
  await scene.driver((context) => confirmDelivery(context, { stopId: stop.id, receiver: "Jo", signature }));
  expect(await itemNow()).toEqual({ status: "try_in", stage: "milling" });
  expect(await all("SELECT status FROM shipments WHERE id = $1", [shipment.id])).toEqual([{ status: "delivered" }]);
  expect(await all("SELECT purpose FROM shipment_items WHERE shipment_id = $1", [shipment.id])).toEqual([
    { purpose: "try_in" },
  ]);
  expect(
    await all("SELECT 1 FROM outbox WHERE topic = 'draft_invoice' AND payload ->> 'caseId' = $1", [built.id]),
  ).toEqual([]);

  expect(await reasonOf(back(tryInId, "receiving"))).toBe("invalid");
  await back(tryInId, "design");
  expect(await itemNow()).toEqual({ status: "in_production", stage: "design" });
  expect(
    await all("SELECT stage, attempt, status FROM workflow_stages WHERE item_id = $1 AND status <> 'completed'", [
      first(),
    ]),
  ).toEqual([{ stage: "design", attempt: 2, status: "pending" }]);
  expect(await all("SELECT status FROM cases WHERE id = $1", [built.id])).toEqual([{ status: "designing" }]);
  expect(await reasonOf(back(tryInId, "design"))).toBe("already_back");
  const kinds = (await scene.eventsOf(built.id)).map(({ kind, audience }) => `${kind} ${audience}`);
  expect(kinds).toEqual(expect.arrayContaining(["try_in_sent shared", "try_in_arrived shared", "try_in_back shared"]));

  await takeTo(db.ownerPool, lab, built.id, "milling");
  await takeTo(db.ownerPool, lab, built.id, "delivery");
  const { stop: last } = await scene.onTheRoad(built);
  await scene.driver((context) => confirmDelivery(context, { stopId: last.id, receiver: "Jo", signature }));
  expect(await all("SELECT status FROM cases WHERE id = $1", [built.id])).toEqual([{ status: "delivered" }]);
});

it("is unpacked into what waits, handed over at the door, and fits as it is", async () => {
  const tryInId = await sendFirst();
  const packed = await scene.pack(built, [first()]);
  expect(await reasonOf(scene.pack(built, [first()]))).toBe("not_finished");
  await scene.staff((context) => unpackShipment(context, packed));
  expect(await itemNow()).toMatchObject({ status: "try_in" });
  await scene.staff((context) => tryInHanded(context, { tryInId }));
  expect(await reasonOf(scene.staff((context) => tryInHanded(context, { tryInId })))).toBe("already_there");
  await back(tryInId, "delivery");
  expect(await itemNow()).toEqual({ status: "finished", stage: "delivery" });
});

it("offers what can go, and is ended by a cancellation", async () => {
  const offered = await asActor(lab.actors.technician, (tx) => tryInCandidates(tx, built.id));
  expect(offered.map(({ teeth }) => teeth)).toEqual([[14], [15]]);
  await sendFirst();
  expect(await asActor(lab.actors.technician, (tx) => tryInCandidates(tx, built.id))).toHaveLength(1);
  const [{ version }] = await all("SELECT version FROM cases WHERE id = $1", [built.id]);
  const [reason] = await all("SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'cancellation' LIMIT 1", [lab.id]);
  await scene.staff((context) => cancel(context, { caseId: built.id, version, reasonId: reason.id }));
  expect(await itemNow()).toMatchObject({ status: "cancelled" });
  expect(await all("SELECT 1 FROM try_ins WHERE item_id = $1 AND ended_at IS NULL", [first()])).toEqual([]);
});
