import { beforeAll, beforeEach, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { assign } from "./assign";
import { block, unblock } from "./block";
import type { MovedStage } from "./clock";
import { complete } from "./complete";
import { pause, resume } from "./pause";
import { start, undoStart } from "./start";
import { as, openStages, receiveBuilt, refusalOf, type StageRow, seen, stagesOf } from "./testing";

const db = useDatabase();
let lab: BuiltLab;
let other: BuiltLab["actors"]["technician"];

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
  other = { ...lab.actors.technician, userId: lab.actors.manager.userId, name: "Another technician" };
});

// Clocks that run beside each other share their time: what earlier tests left is long ago.
beforeEach(async () => {
  await db.ownerPool.query(
    "UPDATE stage_time_entries SET started_at = started_at - interval '9 days', ended_at = coalesce(ended_at, started_at) - interval '9 days'",
  );
});

async function scanOf() {
  const owner = await db.ownerPool.connect();
  const built = await buildCase(owner, lab);
  owner.release();
  await receiveBuilt(lab, built);
  return { caseId: built.id, stages: seen(await openStages(db.ownerPool, built.id)) };
}

/** Lets the clock have run: everything that happened to the stage so far moves this many seconds into the past. */
async function elapse(stages: MovedStage[], seconds: number) {
  const id = stages[0]?.id;
  const by = `make_interval(secs => ${seconds})`;
  await db.ownerPool.query(
    `UPDATE stage_time_entries SET started_at = started_at - ${by}, ended_at = ended_at - ${by} WHERE workflow_stage_id = $1`,
    [id],
  );
  await db.ownerPool.query(
    `UPDATE workflow_stages SET queued_at = queued_at - ${by}, started_at = started_at - ${by} WHERE id = $1`,
    [id],
  );
  return seen((await db.ownerPool.query<StageRow>("SELECT id, version FROM workflow_stages WHERE id = $1", [id])).rows);
}
const rowOf = async (caseId: string) =>
  (await stagesOf(db.ownerPool, caseId)).find((s) => s.stage === "impression_scan");

test("working time is what the clock ran, waiting is the rest", async () => {
  const { technician } = lab.actors;
  const { caseId, stages } = await scanOf();
  const queued = await elapse(stages, 600); // waits 10 min
  let at = (await as(technician, start, { stages: queued })).stages;
  at = await elapse(at, 300); // works 5 min
  at = (await as(technician, pause, { stages: at })).stages;
  expect(await rowOf(caseId)).toMatchObject({ status: "on_hold", working_seconds: 300 });
  at = await elapse(at, 1200); // stands still 20 min
  at = (await as(technician, resume, { stages: at })).stages;
  at = await elapse(at, 60); // works 1 min
  await as(technician, complete, { stages: at });

  const done = await rowOf(caseId);
  expect(done).toMatchObject({ status: "completed", working_seconds: 360 });
  const { rows } = await db.ownerPool.query(
    "SELECT round(extract(epoch FROM completed_at - queued_at))::int - working_seconds AS waiting FROM workflow_stages WHERE id = $1",
    [done?.id],
  );
  expect(rows[0]?.waiting).toBeGreaterThanOrEqual(1800);
  expect(rows[0]?.waiting).toBeLessThan(1805);
});

test("the reason of a pause stays with the stretch of time it ended", async () => {
  const { caseId, stages } = await scanOf();
  const { rows } = await db.ownerPool.query("SELECT id FROM reasons WHERE lab_id = $1 AND code = 'break'", [lab.id]);
  const begun = await as(lab.actors.technician, start, { stages });
  await as(lab.actors.technician, pause, { stages: begun.stages, reasonId: rows[0]?.id });
  const entry = await db.ownerPool.query(
    "SELECT pause_reason_id, ended_at IS NOT NULL AS ended FROM stage_time_entries e JOIN workflow_stages w ON w.id = e.workflow_stage_id WHERE w.case_id = $1",
    [caseId],
  );
  expect(entry.rows).toEqual([{ pause_reason_id: rows[0]?.id, ended: true }]);
});

test("a reason of another kind is refused at its field and nothing moves", async () => {
  const { caseId, stages } = await scanOf();
  const { rows } = await db.ownerPool.query("SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'hold' LIMIT 1", [
    lab.id,
  ]);
  const refusal = await refusalOf(as(lab.actors.technician, block, { stages, reasonId: rows[0]?.id }));
  expect(refusal.fieldErrors).toHaveProperty("reasonId");
  expect(await rowOf(caseId)).toMatchObject({ status: "pending" });
});

test("a start taken back does not count, and frees what was nobody's", async () => {
  const { technician } = lab.actors;
  const { caseId, stages } = await scanOf();
  const begun = await as(technician, start, { stages });
  expect(begun).toMatchObject({ wasAssigned: false, tookOver: false });
  const later = await elapse(begun.stages, 50);
  await as(technician, undoStart, { stages: later, keepAssigned: begun.wasAssigned });
  expect(await rowOf(caseId)).toMatchObject({ status: "pending", working_seconds: 0, assigned_to_id: null });
});

test("taking back a second start keeps the time worked before it", async () => {
  const { technician } = lab.actors;
  const reason = await db.ownerPool.query("SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'block' LIMIT 1", [
    lab.id,
  ]);
  const { caseId, stages } = await scanOf();
  let at = await elapse((await as(technician, start, { stages })).stages, 120);
  at = (await as(technician, block, { stages: at, reasonId: reason.rows[0]?.id })).stages;
  expect(await rowOf(caseId)).toMatchObject({ status: "blocked", working_seconds: 120, reason_id: reason.rows[0]?.id });
  at = (await as(technician, unblock, { stages: at })).stages;
  expect(await rowOf(caseId)).toMatchObject({ status: "pending", working_seconds: 120, reason_id: null });
  at = await elapse((await as(technician, start, { stages: at })).stages, 30);
  await as(technician, undoStart, { stages: at, keepAssigned: true });
  expect(await rowOf(caseId)).toMatchObject({
    status: "pending",
    working_seconds: 120,
    assigned_to_id: technician.userId,
  });
});

test("what someone else works on is taken over only in so many words, and the timeline tells", async () => {
  const { caseId, stages } = await scanOf();
  const begun = await as(lab.actors.technician, start, { stages });
  const paused = await as(lab.actors.technician, pause, { stages: begun.stages });
  expect(await refusalOf(as(other, resume, { stages: paused.stages }))).toMatchObject({ reason: "someone_elses" });
  await as(other, resume, { stages: paused.stages, takeOver: true });
  expect(await rowOf(caseId)).toMatchObject({ assigned_to_id: other.userId, status: "in_progress" });
  const { rows } = await db.ownerPool.query(
    "SELECT data FROM case_events WHERE case_id = $1 AND kind = 'stage_resumed'",
    [caseId],
  );
  expect(rows[0]?.data).toMatchObject({ takenFrom: "Test technician" });
});

test("work that goes on is paused when it is assigned to someone else, with its time kept", async () => {
  const { technician, manager, admin } = lab.actors;
  const { caseId, stages } = await scanOf();
  const at = await elapse((await as(technician, start, { stages })).stages, 90);
  await as(manager, assign, { stages: at, userId: admin.userId });
  expect(await rowOf(caseId)).toMatchObject({ status: "on_hold", working_seconds: 90, assigned_to_id: admin.userId });
});

test("nobody can be assigned who does not work at the bench", async () => {
  const { stages } = await scanOf();
  const refusal = await refusalOf(as(lab.actors.manager, assign, { stages, userId: lab.actors.driver.userId }));
  expect(refusal.fieldErrors).toHaveProperty("userId");
});
