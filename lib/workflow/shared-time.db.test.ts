import { beforeAll, beforeEach, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { buildMachine } from "./batches/testing";
import { complete } from "./complete";
import { bindMachine } from "./machines/bind";
import { reportDown, reportUp } from "./machines/downtime";
import { pause, resume } from "./pause";
import { start } from "./start";
import { as, openStages, receiveBuilt, refusalOf, type StageRow, seen } from "./testing";
import { undoComplete } from "./undo-complete";

const db = useDatabase();
let lab: BuiltLab;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});
beforeEach(async () => {
  await db.ownerPool.query(
    "UPDATE stage_time_entries SET started_at = started_at - interval '9 days', ended_at = coalesce(ended_at, started_at) - interval '9 days'",
  );
});

/** A case of so many crowns that wait for their scan. */
async function crowns(n: number) {
  const owner = await db.ownerPool.connect();
  const items = Array.from({ length: n }, (_, i) => ({
    procedureType: "crowns" as const,
    material: "zirconia_full" as const,
    teeth: [11 + i],
  }));
  const built = await buildCase(owner, lab, items);
  owner.release();
  await receiveBuilt(lab, built);
  return { caseId: built.id, open: await openStages(db.ownerPool, built.id) };
}
/** Lets every clock of the lab have run for this long. */
async function elapse(minutes: number) {
  await db.ownerPool.query(
    "UPDATE stage_time_entries SET started_at = started_at - make_interval(mins => $1), ended_at = ended_at - make_interval(mins => $1)",
    [minutes],
  );
  await db.ownerPool.query(
    "UPDATE workflow_stages SET queued_at = queued_at - make_interval(mins => $1), started_at = started_at - make_interval(mins => $1) WHERE status <> 'completed'",
    [minutes],
  );
}
const rows = async (ids: string[]) =>
  (
    await db.ownerPool.query<StageRow & { machine_seconds: number }>(
      "SELECT * FROM workflow_stages WHERE id = ANY($1) ORDER BY id",
      [ids],
    )
  ).rows;
const now = async (...ids: string[]) => seen(await rows(ids));

test("items worked together share the time, whoever is completed first", async () => {
  const { technician } = lab.actors;
  const { open } = await crowns(3);
  const [a, b, c] = open.map(({ id }) => id) as [string, string, string];
  await as(technician, start, { stages: await now(a, b, c) });
  await elapse(30); // three at once: 10 each
  await as(technician, complete, { stages: await now(a) });
  await elapse(20); // two at once: 10 each
  await as(technician, complete, { stages: await now(b, c) });
  const seconds = (await rows([a, b, c])).map((row) => row.working_seconds);
  expect(seconds).toEqual([600, 1200, 1200]);
});

test("two people side by side do not share", async () => {
  const { technician, manager } = lab.actors;
  const [one, two] = [await crowns(1), await crowns(1)];
  const [a, b] = [one.open[0]?.id as string, two.open[0]?.id as string];
  await as(technician, start, { stages: await now(a) });
  await as(manager, start, { stages: await now(b) });
  await elapse(10);
  await as(technician, complete, { stages: await now(a) });
  await as(manager, complete, { stages: await now(b) });
  expect((await rows([a, b])).map((row) => row.working_seconds)).toEqual([600, 600]);
});

test("a machine's standstill is nobody's time: work on it pauses from the moment it stopped", async () => {
  const { technician } = lab.actors;
  const scanner = await buildMachine(db.ownerPool, lab, "SCAN-9", "cad");
  const { open, caseId } = await crowns(1);
  const id = open[0]?.id as string;
  await as(technician, start, { stages: await now(id) });
  await as(technician, bindMachine, { stages: await now(id), equipmentId: scanner });
  await elapse(40);
  expect(await as(technician, reportDown, { equipmentId: scanner, minutesAgo: 15 })).toEqual({ paused: 1 });
  expect((await rows([id]))[0]).toMatchObject({ status: "on_hold", working_seconds: 25 * 60 });
  const entry = await db.ownerPool.query(
    "SELECT r.code FROM stage_time_entries e JOIN reasons r ON r.id = e.pause_reason_id WHERE e.workflow_stage_id = $1",
    [id],
  );
  expect(entry.rows).toEqual([{ code: "machine_down" }]);
  expect(await refusalOf(as(technician, resume, { stages: await now(id) }))).toMatchObject({ reason: "machine_down" });
  await elapse(60);
  expect(await as(technician, reportUp, { equipmentId: scanner })).toEqual({ resumed: 0 });
  await as(technician, resume, { stages: await now(id) });
  await elapse(5);
  await as(technician, complete, { stages: await now(id) });
  expect((await rows([id]))[0]).toMatchObject({ working_seconds: 30 * 60, machine_seconds: 0 });
  const told = await db.ownerPool.query("SELECT data FROM case_events WHERE case_id = $1 AND kind = 'stage_paused'", [
    caseId,
  ]);
  expect(told.rows[0]?.data.reason).toContain("SCAN-9");
});

test("standstills of a machine never overlap", async () => {
  const { technician } = lab.actors;
  const machine = await buildMachine(db.ownerPool, lab, "PRNT-9", "cad");
  await as(technician, reportDown, { equipmentId: machine, minutesAgo: 0 });
  await as(technician, reportUp, { equipmentId: machine });
  await db.ownerPool.query(
    "UPDATE equipment_downtimes SET started_at = started_at - interval '20 min' WHERE equipment_id = $1",
    [machine],
  );
  expect(await refusalOf(as(technician, reportDown, { equipmentId: machine, minutesAgo: 10 }))).toMatchObject({
    reason: "already_down",
  });
  const both = await Promise.allSettled([
    as(technician, reportDown, { equipmentId: machine, minutesAgo: 0 }),
    as(lab.actors.manager, reportDown, { equipmentId: machine, minutesAgo: 0 }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a machine of another department is refused, as is one that is down", async () => {
  const { technician } = lab.actors;
  const mill = await buildMachine(db.ownerPool, lab, "MILL-9", "cam");
  const id = (await crowns(1)).open[0]?.id as string;
  const refusal = await refusalOf(as(technician, bindMachine, { stages: await now(id), equipmentId: mill }));
  expect(refusal.fieldErrors).toHaveProperty("equipmentId");
});

test("a completion taken back goes on from where it was; once someone began the next stage it is too late", async () => {
  const { technician } = lab.actors;
  const { open, caseId } = await crowns(1);
  const id = open[0]?.id as string;
  await as(technician, start, { stages: await now(id) });
  await elapse(10);
  const { stages } = await as(technician, complete, { stages: await now(id) });
  await as(technician, undoComplete, { stages });
  const again = await openStages(db.ownerPool, caseId);
  expect(again).toMatchObject([{ id, status: "on_hold", working_seconds: 600, outcome: null }]);
  await as(technician, resume, { stages: seen(again) });
  await as(technician, pause, { stages: await now(id) });
  const done = await as(technician, complete, { stages: await now(id) });
  const next = await openStages(db.ownerPool, caseId);
  expect(next).toMatchObject([{ stage: "design", attempt: 1 }]);
  await as(technician, start, { stages: seen(next) });
  expect(await refusalOf(as(technician, undoComplete, { stages: done.stages }))).toMatchObject({ reason: "too_late" });
});
