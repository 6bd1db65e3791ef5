import { beforeAll, expect, test } from "vitest";
import { hold } from "@/lib/cases/hold";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { reportDown, reportUp } from "../machines/downtime";
import { as, openStages, refusalOf, stagesOf } from "../testing";
import { loadByScan, takeOut } from "./load-by-scan";
import { cancelBatch, openBatch } from "./open-batch";
import { finishBatch, startBatch } from "./run-batch";
import { atFurnace, buildMachine, loadOf, standsAt } from "./testing";

const db = useDatabase();
let lab: BuiltLab;
let furnace: string;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});
let machines = 0;
const newFurnace = () => buildMachine(db.ownerPool, lab, `F-${++machines}`);
const cases = (n: number) => Promise.all(Array.from({ length: n }, () => atFurnace(db.ownerPool, lab)));
const sintering = async (caseId: string) =>
  (await stagesOf(db.ownerPool, caseId)).find(({ stage }) => stage === "sintering") as Record<string, unknown> & {
    id: string;
  };

test("twenty items go through the furnace in one load, on the machine's clock and nobody's", async () => {
  const { technician, manager } = lab.actors;
  furnace = await newFurnace();
  const built = await cases(20);
  const batchId = await loadOf(lab, furnace, built);
  expect((await as(technician, startBatch, { batchId })).items.filter(({ why }) => why)).toEqual([]);
  for (const { id } of built)
    expect(await sintering(id)).toMatchObject({ status: "in_progress", equipment_id: furnace });
  await db.ownerPool.query(
    "UPDATE stage_time_entries SET started_at = started_at - interval '2 hours' WHERE equipment_id = $1",
    [furnace],
  );
  await db.ownerPool.query(
    "UPDATE workflow_stages SET queued_at = queued_at - interval '3 hours', started_at = started_at - interval '2 hours' WHERE equipment_id = $1",
    [furnace],
  );

  const { items } = await as(manager, finishBatch, { batchId });
  expect(items).toHaveLength(20);
  expect(items.filter(({ why }) => why)).toEqual([]);
  for (const each of built) {
    expect(await standsAt(db.ownerPool, each)).toBe("quality_control");
    const { working_seconds, machine_seconds, status } = await sintering(each.id);
    expect({ working_seconds, status }).toEqual({ working_seconds: 0, status: "completed" });
    expect(machine_seconds).toBeGreaterThanOrEqual(7200);
    expect(machine_seconds).toBeLessThan(7260);
  }
}, 60_000);

test("what cannot move stays and says why, the rest goes on", async () => {
  const { technician, manager } = lab.actors;
  furnace = await newFurnace();
  const [good, held] = await cases(2);
  if (!good || !held) throw new Error("two");
  const batchId = await loadOf(lab, furnace, [good, held]);
  await as(technician, startBatch, { batchId });
  const reason = await db.ownerPool.query("SELECT id FROM reasons WHERE lab_id = $1 AND code = 'payment'", [lab.id]);
  const version = (await db.ownerPool.query("SELECT version FROM cases WHERE id = $1", [held.id])).rows[0]?.version;
  await as(manager, hold, { caseId: held.id, version, reasonId: reason.rows[0]?.id } as never);
  const { items } = await as(technician, finishBatch, { batchId });
  expect(items.find(({ caseId }) => caseId === good.id)?.why).toBeNull();
  expect(items.find(({ caseId }) => caseId === held.id)?.why).toContain("on hold");
  expect(await standsAt(db.ownerPool, good)).toBe("quality_control");
  expect(await sintering(held.id)).toMatchObject({ status: "on_hold" });
  const left = await db.ownerPool.query("SELECT outcome, note FROM batch_items WHERE batch_id = $1 ORDER BY outcome", [
    batchId,
  ]);
  expect(left.rows.map(({ outcome }) => outcome)).toEqual(["moved", "stayed"]);
}, 30_000);

test("a checklist of the stage keeps its items in place", async () => {
  const { technician } = lab.actors;
  furnace = await newFurnace();
  const [one] = await cases(1);
  if (!one) throw new Error("one");
  const batchId = await loadOf(lab, furnace, [one]);
  await as(technician, startBatch, { batchId });
  await db.ownerPool.query(
    "INSERT INTO checklist_items (lab_id, stage, label) VALUES ($1, 'sintering', 'Fit after sintering')",
    [lab.id],
  );
  const { items } = await as(technician, finishBatch, { batchId });
  expect(items[0]?.why).toContain("Fit after sintering");
  expect(await sintering(one.id)).toMatchObject({ status: "on_hold" });
  await db.ownerPool.query("UPDATE checklist_items SET deleted_at = now() WHERE lab_id = $1 AND stage = 'sintering'", [
    lab.id,
  ]);
}, 30_000);

test("two people who finish the same load: one does, the other is told; each item moves once", async () => {
  const { technician, manager } = lab.actors;
  furnace = await newFurnace();
  const built = await cases(5);
  const batchId = await loadOf(lab, furnace, built);
  await as(technician, startBatch, { batchId });
  const answers = await Promise.allSettled([
    as(technician, finishBatch, { batchId }),
    as(manager, finishBatch, { batchId }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(answers.find((a) => a.status === "rejected")).toMatchObject({ reason: { reason: "batch_finished" } });
  for (const { id } of built) {
    const attempts = (await stagesOf(db.ownerPool, id)).filter(({ stage }) => stage === "quality_control");
    expect(attempts).toHaveLength(1);
  }
}, 30_000);

test("an item scanned into two loads at once lies in one", async () => {
  const { technician, manager } = lab.actors;
  const [one] = await cases(1);
  if (!one) throw new Error("one");
  const [a, b] = [await loadOf(lab, await newFurnace(), []), await loadOf(lab, await newFurnace(), [])];
  const answers = await Promise.allSettled([
    as(technician, loadByScan, { batchId: a, code: one.number }),
    as(manager, loadByScan, { batchId: b, code: one.number }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(answers.find((x) => x.status === "rejected")).toMatchObject({ reason: { reason: "in_another_load" } });
  const lies = await db.ownerPool.query(
    "SELECT 1 FROM batch_items b JOIN workflow_stages w ON w.id = b.workflow_stage_id WHERE w.case_id = $1 AND b.left_at IS NULL",
    [one.id],
  );
  expect(lies.rowCount).toBe(1);
}, 30_000);

test("kindred material comes in when a person says so, any other never", async () => {
  const { technician } = lab.actors;
  const kin = await atFurnace(db.ownerPool, lab, "zirconia_multilayer");
  const other = await atFurnace(db.ownerPool, lab, "lithium_disilicate");
  const batchId = await loadOf(lab, await newFurnace(), []);
  const scan = (code: string, mixed?: boolean) => as(technician, loadByScan, { batchId, code, mixed });
  expect(await refusalOf(scan(kin.number))).toMatchObject({ reason: "kindred_material" });
  expect((await scan(kin.number, true)).items).toEqual(["Crown 14"]);
  expect(await refusalOf(scan(other.number, true))).toMatchObject({ reason: "other_material" });
  expect(await refusalOf(scan(kin.number, true))).toMatchObject({ reason: "in_this_load" });
}, 30_000);

test("an item taken out, or a load given up, is free for another", async () => {
  const { technician } = lab.actors;
  const [one] = await cases(1);
  if (!one) throw new Error("one");
  const first = await loadOf(lab, await newFurnace(), [one]);
  const entry = await db.ownerPool.query("SELECT id FROM batch_items WHERE batch_id = $1", [first]);
  await as(technician, takeOut, { batchId: first, entryIds: [entry.rows[0]?.id] });
  expect(await refusalOf(as(technician, startBatch, { batchId: first }))).toMatchObject({ reason: "nothing_loaded" });
  const second = await loadOf(lab, await newFurnace(), [one]);
  await as(technician, cancelBatch, { batchId: second });
  const third = await loadOf(lab, await newFurnace(), [one]);
  await as(technician, startBatch, { batchId: third });
  expect(await refusalOf(as(technician, takeOut, { batchId: third, entryIds: [entry.rows[0]?.id] }))).toMatchObject({
    reason: "batch_running",
  });
}, 30_000);

test("a machine that is down takes no load, and pauses the one it runs until it is up", async () => {
  const { technician } = lab.actors;
  furnace = await newFurnace();
  const [one] = await cases(1);
  if (!one) throw new Error("one");
  const batchId = await loadOf(lab, furnace, [one]);
  await as(technician, startBatch, { batchId });
  expect(await as(technician, reportDown, { equipmentId: furnace, minutesAgo: 0 })).toEqual({ paused: 1 });
  expect(await sintering(one.id)).toMatchObject({ status: "on_hold" });
  const input = { equipmentId: furnace, stage: "sintering" as const, program: "x", material: null };
  expect(await refusalOf(as(technician, openBatch, input))).toMatchObject({ reason: "machine_down" });
  expect(await refusalOf(as(technician, reportDown, { equipmentId: furnace, minutesAgo: 0 }))).toMatchObject({
    reason: "already_down",
  });
  expect(await as(technician, reportUp, { equipmentId: furnace })).toEqual({ resumed: 1 });
  expect(await sintering(one.id)).toMatchObject({ status: "in_progress" });
  await as(technician, finishBatch, { batchId });
  expect((await openStages(db.ownerPool, one.id))[0]?.stage).toBe("quality_control");
}, 30_000);

test("a machine runs one load at a time", async () => {
  furnace = await newFurnace();
  const [a, b] = await cases(2);
  if (!a || !b) throw new Error("two");
  const [first, second] = [await loadOf(lab, furnace, [a]), await loadOf(lab, furnace, [b])];
  await as(lab.actors.technician, startBatch, { batchId: first });
  expect(await refusalOf(as(lab.actors.technician, startBatch, { batchId: second }))).toMatchObject({
    reason: "machine_running",
  });
}, 30_000);
