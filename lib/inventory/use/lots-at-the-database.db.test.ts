import { beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { finishBatch, startBatch } from "@/lib/workflow/batches/run-batch";
import { atFurnace, buildMachine, loadOf, standsAt } from "@/lib/workflow/batches/testing";
import { complete } from "@/lib/workflow/complete";
import { start } from "@/lib/workflow/start";
import { as, openStages, receiveBuilt, seen } from "@/lib/workflow/testing";
import { buildLine, buildStock, builtCase, clearBills, leftOf, movementsOf, shortfallsOf } from "./testing";

const db = useDatabase();
let lab: BuiltLab;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});

const recall = (lotId: string | undefined) =>
  db.ownerPool.query(
    "INSERT INTO lot_recalls (lab_id, lot_id, reason, recalled_by_id) VALUES ($1, $2, 'Cracks', $3) RETURNING id",
    [lab.id, lotId, lab.actors.manager.userId],
  );

/** Books a movement past every capability, and answers what the database said to it. */
const bookPast = (itemId: string, lotId: string | undefined, type: string, quantity: string) =>
  asActor(lab.actors.staff, (tx) =>
    tx.execute(sql`
      INSERT INTO inventory_transactions (inventory_item_id, lot_id, type, quantity, recorded_by_id)
      VALUES (${itemId}, ${lotId}, ${type}, ${quantity}::numeric, ${lab.actors.staff.userId})`),
  ).then(
    () => "booked",
    (thrown: unknown) => asRefusal(thrown)?.reason ?? thrown,
  );

test("the database itself refuses the use of an expired and of a recalled lot, and lets them be counted and written off", async () => {
  const { itemId, lotIds } = await buildStock(db.ownerPool, lab, [
    { number: "GONE", expiresIn: -1, quantity: 5 },
    { number: "LAST-DAY", expiresIn: 0, quantity: 5 },
    { number: "RECALLED", quantity: 5 },
  ]);
  await recall(lotIds[2]);
  expect(await bookPast(itemId, lotIds[0], "out", "-1")).toBe("lot_expired");
  expect(await bookPast(itemId, lotIds[1], "out", "-1")).toBe("booked");
  expect(await bookPast(itemId, lotIds[2], "out", "-1")).toBe("lot_recalled");
  for (const lotId of [lotIds[0], lotIds[2]])
    for (const type of ["write_off", "damage", "adjustment"])
      expect(await bookPast(itemId, lotId, type, "-1")).toBe("booked");
  await db.ownerPool.query(
    "UPDATE lot_recalls SET withdrawn_at = now(), withdrawn_by_id = recalled_by_id, withdrawn_reason = 'Mistake' WHERE lot_id = $1",
    [lotIds[2]],
  );
  expect(await bookPast(itemId, lotIds[2], "out", "-1")).toBe("booked");
});

test("of 32 simultaneous completions against a lot of 20 each is traced, 20 to the lot and 12 as short, and nothing falls below zero", async () => {
  await clearBills(db.ownerPool, lab);
  const { itemId, lotIds } = await buildStock(db.ownerPool, lab, [{ number: "ONE", quantity: 20 }]);
  await buildLine(db.ownerPool, lab, { itemId });
  const works = [];
  for (let n = 0; n < 32; n += 1) {
    const built = await builtCase(db.ownerPool, lab);
    await receiveBuilt(lab, built);
    const { stages } = await as(lab.actors.technician, start, {
      stages: seen(await openStages(db.ownerPool, built.id)),
    });
    works.push({ ...built, stages });
  }
  const answers = await Promise.allSettled(works.map(({ stages }) => as(lab.actors.technician, complete, { stages })));
  expect(answers.filter(({ status }) => status === "rejected")).toEqual([]);
  expect(await leftOf(db.ownerPool, lotIds[0])).toBe(0);
  const kinds = await Promise.all(
    works.map(async ({ itemIds: [id] }) => [
      ...(await movementsOf(db.ownerPool, id)),
      ...(await shortfallsOf(db.ownerPool, id)).map(({ missing }) => `short ${missing}`),
    ]),
  );
  expect(kinds.filter((said) => said.join() === "out ONE -1")).toHaveLength(20);
  expect(kinds.filter((said) => said.join() === "short 1")).toHaveLength(12);
});

test("a recall that races 16 completions lets through only what came before it", async () => {
  await clearBills(db.ownerPool, lab);
  const { itemId, lotIds } = await buildStock(db.ownerPool, lab, [{ number: "RACED", quantity: 50 }]);
  await buildLine(db.ownerPool, lab, { itemId });
  const works = [];
  for (let n = 0; n < 16; n += 1) {
    const built = await builtCase(db.ownerPool, lab);
    await receiveBuilt(lab, built);
    const { stages } = await as(lab.actors.technician, start, {
      stages: seen(await openStages(db.ownerPool, built.id)),
    });
    works.push({ ...built, stages });
  }
  const [recalled, ...answers] = await Promise.allSettled([
    recall(lotIds[0]),
    ...works.map(({ stages }) => as(lab.actors.technician, complete, { stages })),
  ]);
  expect(recalled?.status).toBe("fulfilled");
  const reasons = answers.flatMap((each) => (each.status === "rejected" ? [asRefusal(each.reason)?.reason] : []));
  expect(reasons.filter((reason) => reason !== "lot_recalled")).toEqual([]);
  expect(await leftOf(db.ownerPool, lotIds[0])).toBeGreaterThanOrEqual(34);
});

test("a finished load takes from the lot it was loaded with; what a recalled one keeps back stays with the reason", async () => {
  await clearBills(db.ownerPool, lab);
  const { itemId, lotIds } = await buildStock(db.ownerPool, lab, [
    { number: "FEFO", expiresIn: 5, quantity: 9 },
    { number: "LOADED", quantity: 9 },
  ]);
  await buildLine(db.ownerPool, lab, { itemId, stage: "sintering" });
  const furnace = await buildMachine(db.ownerPool, lab, "FURN-9");
  const runs = async () => {
    const built = await atFurnace(db.ownerPool, lab);
    const batchId = await loadOf(lab, furnace, [built]);
    await db.ownerPool.query("UPDATE batches SET lot = 'loaded' WHERE id = $1", [batchId]);
    await as(lab.actors.technician, startBatch, { batchId });
    return { built, batchId };
  };
  const first = await runs();
  await as(lab.actors.technician, finishBatch, { batchId: first.batchId });
  expect(await movementsOf(db.ownerPool, first.built.itemIds[0])).toEqual(["out LOADED -1"]);

  const second = await runs();
  await recall(lotIds[1]);
  const { items } = await as(lab.actors.technician, finishBatch, { batchId: second.batchId });
  expect(items[0]?.why).toContain("was recalled");
  expect(await standsAt(db.ownerPool, second.built)).toBe("sintering");
});
