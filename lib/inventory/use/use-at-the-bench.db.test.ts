import { beforeAll, beforeEach, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildLab } from "@/lib/testing/build";
import { complete } from "@/lib/workflow/complete";
import { start } from "@/lib/workflow/start";
import { as, openStages, receiveBuilt, refusalOf, seen, takeTo } from "@/lib/workflow/testing";
import { undoComplete } from "@/lib/workflow/undo-complete";
import type { MaterialChoice } from "./schema";
import { buildLine, buildStock, builtCase, clearBills, leftOf, movementsOf, shortfallsOf } from "./testing";

const db = useDatabase();
let lab: BuiltLab;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});
beforeEach(() => clearBills(db.ownerPool, lab));

/** A received case in work at its scan. */
async function begun(
  items?: Parameters<typeof builtCase>[2],
): Promise<BuiltCase & { stages: { id: string; version: number }[] }> {
  const built = await builtCase(db.ownerPool, lab, items);
  await receiveBuilt(lab, built);
  const { stages } = await as(lab.actors.technician, start, { stages: seen(await openStages(db.ownerPool, built.id)) });
  return { ...built, stages };
}
const done = (stages: { id: string; version: number }[], materials?: MaterialChoice[]) =>
  as(lab.actors.technician, complete, { stages, materials });

test("completing a stage takes its bill from the lot that expires first, and goes on to the next lot", async () => {
  const { itemId, lotIds } = await buildStock(db.ownerPool, lab, [
    { number: "LATE", expiresIn: 200, quantity: 5 },
    { number: "SOON", expiresIn: 20, quantity: 1 },
    { number: "GONE", expiresIn: -1, quantity: 9 },
  ]);
  await buildLine(db.ownerPool, lab, { itemId, quantity: "0.75" });
  const bridge = await begun([{ procedureType: "crowns", material: "zirconia_full", teeth: [14, 15] }]);
  await done(bridge.stages);

  expect((await movementsOf(db.ownerPool, bridge.itemIds[0])).toSorted()).toEqual(["out LATE -0.5", "out SOON -1"]);
  expect(await leftOf(db.ownerPool, lotIds[2])).toBe(9);
});

test("lines of the item's material come beside those of any, and count per item and per arch", async () => {
  const general = await buildStock(db.ownerPool, lab, [{ number: "BOX", quantity: 9 }]);
  const zirconia = await buildStock(db.ownerPool, lab, [{ number: "ZR", quantity: 9 }]);
  const other = await buildStock(db.ownerPool, lab, [{ number: "LDS", quantity: 9 }]);
  await buildLine(db.ownerPool, lab, { itemId: general.itemId, quantity: "1", per: "item" });
  await buildLine(db.ownerPool, lab, { itemId: zirconia.itemId, material: "zirconia_full", quantity: "0.5" });
  await buildLine(db.ownerPool, lab, { itemId: other.itemId, material: "lithium_disilicate" });
  await buildLine(db.ownerPool, lab, {
    itemId: general.itemId,
    procedureType: "night_guards",
    quantity: "2",
    per: "arch",
  });
  const built = await begun([
    { procedureType: "crowns", material: "zirconia_full", teeth: [14, 15] },
    { procedureType: "night_guards", material: "acrylic" },
  ]);
  await db.ownerPool.query("UPDATE case_items SET arch = 'both' WHERE id = $1", [built.itemIds[1]]);
  await done(built.stages);
  expect((await movementsOf(db.ownerPool, built.itemIds[0])).toSorted()).toEqual(["out BOX -1", "out ZR -1"]);
  expect(await movementsOf(db.ownerPool, built.itemIds[1])).toEqual(["out BOX -4"]);
});

test("of a group what has the case's shade is taken, else what goes with any; an empty group takes nothing", async () => {
  const a2 = await buildStock(db.ownerPool, lab, [{ number: "A2", quantity: 1 }]);
  const white = await buildStock(db.ownerPool, lab, [{ number: "WHITE", expiresIn: 5, quantity: 9 }]);
  const group = await db.ownerPool.query<{ id: string }>(
    "INSERT INTO stock_groups (lab_id, name, unit) VALUES ($1, 'Discs of any shade', 'disc'), ($1, 'Nothing yet', 'disc') RETURNING id",
    [lab.id],
  );
  const [groupId, empty] = group.rows.map(({ id }) => id);
  await db.ownerPool.query(
    "INSERT INTO stock_group_items (lab_id, group_id, inventory_item_id, shade) VALUES ($1, $2, $3, 'A2'), ($1, $2, $4, NULL)",
    [lab.id, groupId, a2.itemId, white.itemId],
  );
  await buildLine(db.ownerPool, lab, { groupId });
  await buildLine(db.ownerPool, lab, { groupId: empty, traced: true });
  const [one, two] = [await begun(), await begun()];
  await db.ownerPool.query("UPDATE case_items SET shade = 'a2' WHERE id = $1", [one.itemIds[0]]);
  await db.ownerPool.query("UPDATE case_items SET shade = 'B1' WHERE id = $1", [two.itemIds[0]]);
  await done(one.stages);
  await done(two.stages);
  expect(await movementsOf(db.ownerPool, one.itemIds[0])).toEqual(["out A2 -1"]);
  expect(await movementsOf(db.ownerPool, two.itemIds[0])).toEqual(["out WHITE -1"]);
});

test("a scanned lot goes before the one that expires first, and another quantity wants its reason", async () => {
  const { itemId, lotIds } = await buildStock(db.ownerPool, lab, [
    { number: "SOON", expiresIn: 20, quantity: 5 },
    { number: "HAND", expiresIn: 200, quantity: 5 },
  ]);
  const lineId = await buildLine(db.ownerPool, lab, { itemId });
  const built = await begun();
  const stageId = built.stages[0]?.id as string;
  await done(built.stages, [
    { stageId, lineId, lotIds: [lotIds[1] as string], quantity: "2", reason: "First one cracked" },
  ]);
  expect(await movementsOf(db.ownerPool, built.itemIds[0])).toEqual(["out HAND -2"]);
});

test("what the books have not is recorded and never goes below zero; the lot in hand is kept with it", async () => {
  const { itemId, lotIds } = await buildStock(db.ownerPool, lab, [
    { number: "HAND", quantity: 1 },
    { number: "OTHER", quantity: 9 },
  ]);
  const lineId = await buildLine(db.ownerPool, lab, { itemId, quantity: "3", traced: true });
  const built = await begun();
  const stageId = built.stages[0]?.id as string;
  await done(built.stages, [{ stageId, lineId, lotIds: [lotIds[0] as string] }]);
  expect(await leftOf(db.ownerPool, lotIds[0])).toBe(0);
  expect(await leftOf(db.ownerPool, lotIds[1])).toBe(9);
  expect(await shortfallsOf(db.ownerPool, built.itemIds[0])).toEqual([{ missing: 2, lot: "HAND", open: true }]);
});

test("a traced line without a usable lot stops the stage, an untraced one does not", async () => {
  const { itemId } = await buildStock(db.ownerPool, lab, [{ number: "GONE", expiresIn: -1, quantity: 5 }]);
  const lineId = await buildLine(db.ownerPool, lab, { itemId, traced: true });
  const built = await begun();
  expect(await refusalOf(done(built.stages))).toMatchObject({ code: "conflict", reason: "lot_needed" });
  expect((await openStages(db.ownerPool, built.id))[0]).toMatchObject({
    stage: "impression_scan",
    status: "in_progress",
  });
  await db.ownerPool.query("UPDATE bill_lines SET traced = false WHERE id = $1", [lineId]);
  await done(built.stages);
  expect(await shortfallsOf(db.ownerPool, built.itemIds[0])).toEqual([{ missing: 1, lot: null, open: true }]);
});

test("a lot in hand that is expired, recalled or of something else is refused", async () => {
  const { itemId, lotIds } = await buildStock(db.ownerPool, lab, [
    { number: "GONE", expiresIn: -1, quantity: 5 },
    { number: "RECALLED", quantity: 5 },
  ]);
  const other = await buildStock(db.ownerPool, lab, [{ number: "ELSE", quantity: 5 }]);
  await db.ownerPool.query(
    "INSERT INTO lot_recalls (lab_id, lot_id, reason, recalled_by_id) VALUES ($1, $2, 'Cracks', $3)",
    [lab.id, lotIds[1], lab.actors.manager.userId],
  );
  const lineId = await buildLine(db.ownerPool, lab, { itemId });
  const built = await begun();
  const stageId = built.stages[0]?.id as string;
  const take = (lotId?: string) => refusalOf(done(built.stages, [{ stageId, lineId, lotIds: [lotId as string] }]));
  expect(await take(lotIds[0])).toMatchObject({ reason: "lot_expired" });
  expect(await take(lotIds[1])).toMatchObject({ reason: "lot_recalled" });
  expect(await take(other.lotIds[0])).toMatchObject({ reason: "not_found" });
});

test("taking a completion back books its materials back, once, also into a lot that was recalled meanwhile", async () => {
  const { itemId, lotIds } = await buildStock(db.ownerPool, lab, [{ number: "L1", quantity: 1 }]);
  await buildLine(db.ownerPool, lab, { itemId, quantity: "1.5" });
  const built = await begun();
  const { stages } = await done(built.stages);
  await db.ownerPool.query(
    "INSERT INTO lot_recalls (lab_id, lot_id, reason, recalled_by_id) VALUES ($1, $2, 'Cracks', $3)",
    [lab.id, lotIds[0], lab.actors.manager.userId],
  );
  await as(lab.actors.technician, undoComplete, { stages });
  expect(await movementsOf(db.ownerPool, built.itemIds[0])).toEqual(["out L1 -1", "adjustment L1 1"]);
  expect(await leftOf(db.ownerPool, lotIds[0])).toBe(1);
  expect(await shortfallsOf(db.ownerPool, built.itemIds[0])).toEqual([{ missing: 0.5, lot: null, open: false }]);
});

test("what passes the quality check takes its bill too", async () => {
  const { itemId } = await buildStock(db.ownerPool, lab, [{ number: "BOX", quantity: 5 }]);
  await buildLine(db.ownerPool, lab, { itemId, stage: "quality_control" });
  const built = await builtCase(db.ownerPool, lab);
  await receiveBuilt(lab, built);
  await takeTo(db.ownerPool, lab, built.id, "delivery");
  expect(await movementsOf(db.ownerPool, built.itemIds[0])).toEqual(["out BOX -1"]);
});
