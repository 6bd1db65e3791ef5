import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { complete } from "./complete";
import { start } from "./start";
import { as, openStages, receiveBuilt, refusalOf, seen, stagesOf, takeTo } from "./testing";

const db = useDatabase();
let lab: BuiltLab;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});

async function received(items?: Parameters<typeof buildCase>[2]) {
  const owner = await db.ownerPool.connect();
  const built = await buildCase(owner, lab, items);
  owner.release();
  await receiveBuilt(lab, built);
  return built;
}

const caseRow = async (id: string) => (await db.ownerPool.query("SELECT * FROM cases WHERE id = $1", [id])).rows[0];
const count = async (text: string, values: unknown[]) =>
  (await db.ownerPool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${text}`, values)).rows[0]?.n;

test("of 64 simultaneous completions of one stage 1 wins and 63 get the conflict", async () => {
  const built = await received();
  const { stages } = await as(lab.actors.technician, start, { stages: seen(await openStages(db.ownerPool, built.id)) });
  const stageId = stages[0]?.id as string;
  await db.ownerPool.query("DELETE FROM outbox");

  const answers = await Promise.all(
    Array.from({ length: 64 }, () =>
      as(lab.actors.technician, complete, { stages }).then(
        () => "ok",
        (error: { code: string; reason: string }) => `${error.code} ${error.reason}`,
      ),
    ),
  );

  expect(answers.filter((answer) => answer === "ok")).toHaveLength(1);
  expect(answers.filter((answer) => answer === "conflict stale")).toHaveLength(63);
  expect(
    await count(
      "audit_log WHERE table_name = 'workflow_stages' AND row_id = $1 AND new_values ->> 'status' = 'completed'",
      [stageId],
    ),
  ).toBe(1);
  expect(await count("workflow_stages WHERE case_id = $1 AND stage = 'design'", [built.id])).toBe(1);
  expect(await count("case_events WHERE case_id = $1 AND kind = 'stage_completed'", [built.id])).toBe(1);
  expect(await count("outbox WHERE payload ->> 'topic' = 'queue'", [])).toBe(1);
});

test("a completed stage opens the next one of the template, with its department, and settles item and case", async () => {
  const built = await received();
  const [open] = await openStages(db.ownerPool, built.id);
  expect(open).toMatchObject({ stage: "impression_scan", status: "pending", attempt: 1 });
  const { stages } = await as(lab.actors.technician, start, { stages: seen(open ? [open] : []) });
  const done = await as(lab.actors.technician, complete, { stages });

  expect(done.items).toEqual([{ item: "Crown 14", next: "design" }]);
  const [, scan, design] = await stagesOf(db.ownerPool, built.id);
  expect(scan).toMatchObject({ status: "completed", outcome: "passed", assigned_to_id: lab.actors.technician.userId });
  expect(design).toMatchObject({ stage: "design", status: "pending", assigned_to_id: null });
  const department = await db.ownerPool.query("SELECT key FROM departments WHERE id = $1", [design?.department_id]);
  expect(department.rows[0]).toEqual({ key: "cad" });
  expect(await caseRow(built.id)).toMatchObject({ status: "designing" });
  const item = await db.ownerPool.query("SELECT stage, status FROM case_items WHERE case_id = $1", [built.id]);
  expect(item.rows).toEqual([{ stage: "design", status: "in_production" }]);
});

test("a template without sintering skips it, one without milling too, and each item goes its own way", async () => {
  const built = await received([
    { procedureType: "provisionals", material: "pmma", teeth: [11] },
    { procedureType: "night_guards", material: "acrylic" },
  ]);
  await takeTo(db.ownerPool, lab, built.id, "quality_control");
  const passed = (itemId: string | undefined) => async () =>
    (await stagesOf(db.ownerPool, built.id)).filter((s) => s.item_id === itemId).map((s) => s.stage);
  expect(await passed(built.itemIds[0])()).toEqual([
    "receiving",
    "impression_scan",
    "design",
    "milling",
    "quality_control",
  ]);
  expect(await passed(built.itemIds[1])()).toEqual(["receiving", "impression_scan", "design", "quality_control"]);
  expect(await caseRow(built.id)).toMatchObject({ status: "qc" });
});

test("several items move together, and one stale among them leaves all as they were and is named", async () => {
  const built = await received([
    { procedureType: "crowns", material: "zirconia_full", teeth: [14] },
    { procedureType: "crowns", material: "zirconia_full", teeth: [15] },
  ]);
  const { stages } = await as(lab.actors.technician, start, { stages: seen(await openStages(db.ownerPool, built.id)) });
  const before = await stagesOf(db.ownerPool, built.id);
  const oneStale = stages.map((s, i) => (i === 1 ? { ...s, version: s.version - 1 } : s));
  const staleTooth =
    (await openStages(db.ownerPool, built.id)).findIndex((s) => s.id === stages[1]?.id) === 1 ? "15" : "14";

  const refusal = await refusalOf(as(lab.actors.technician, complete, { stages: oneStale }));
  expect(refusal).toMatchObject({ code: "conflict", reason: "stale" });
  expect(refusal.message).toContain(`Crown ${staleTooth} changed`);
  expect(await stagesOf(db.ownerPool, built.id)).toEqual(before);

  const done = await as(lab.actors.technician, complete, { stages });
  expect(done.items.map(({ next }) => next)).toEqual(["design", "design"]);
});

test("a case on hold and a cancelled one stand still", async () => {
  const built = await received();
  const { stages } = await as(lab.actors.technician, start, { stages: seen(await openStages(db.ownerPool, built.id)) });
  await db.ownerPool.query("UPDATE cases SET status = 'on_hold' WHERE id = $1", [built.id]);
  expect(await refusalOf(as(lab.actors.technician, complete, { stages }))).toMatchObject({ reason: "on_hold" });
  await db.ownerPool.query("UPDATE cases SET status = 'cancelled', cancelled_at = now() WHERE id = $1", [built.id]);
  expect(await refusalOf(as(lab.actors.technician, complete, { stages }))).toMatchObject({ reason: "cancelled" });
});

test("a stage of another lab is not there", async () => {
  const owner = await db.ownerPool.connect();
  const other = await buildLab(owner);
  owner.release();
  const built = await received();
  const stages = seen(await openStages(db.ownerPool, built.id));
  expect(await refusalOf(as(other.actors.technician, start, { stages }))).toMatchObject({ code: "not_found" });
});
