import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { whatIf, whatMayBeMissing } from "../capacity/suppose";
import { promisesInDanger } from "./in-danger";
import { movePromises } from "./move-promises";
import { tellOfPromises } from "./tell-managers";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let mill: string;
// A Wednesday in London, as the lab opens.
const NOW = new Date("2026-11-25T08:00:00Z");

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());
beforeEach(async () => {
  lab = await buildLab(owner);
  const { rows } = await owner.query(
    `WITH d AS (UPDATE departments SET daily_capacity_units = 4 WHERE lab_id = $1 AND key = 'cam' RETURNING id)
     INSERT INTO department_equipment (lab_id, department_id, name, code) SELECT $1, id, 'Mill', 'M1' FROM d RETURNING id`,
    [lab.id],
  );
  mill = rows[0].id;
});

/** A crown of so many units that came to a stage on a day, to leave by another. Left from milling on: milling 1, sintering 1, check ½. */
async function crown(shipBy: string, of: { stage?: string; units?: number; since?: string; status?: string } = {}) {
  const teeth = [11, 12, 13, 14].slice(0, of.units ?? 1);
  const made = await buildCase(owner, lab, [{ procedureType: "crowns", material: "zirconia_full", teeth }]);
  await owner.query("UPDATE case_items SET stage = $2 WHERE case_id = $1", [made.id, of.stage ?? "milling"]);
  await owner.query("UPDATE workflow_stages SET stage = $2, queued_at = $3 WHERE case_id = $1", [
    made.id,
    of.stage ?? "milling",
    of.since ?? "2026-11-25T07:30:00Z",
  ]);
  await owner.query(
    `UPDATE cases SET ship_by = $2, due_on = ($2::date + 1), submitted_at = $3, status = coalesce($4, status) WHERE id = $1`,
    [made.id, shipBy, of.since ?? "2026-11-25T07:30:00Z", of.status ?? null],
  );
  return made;
}
const inDanger = async (now = NOW) =>
  (await asActor(lab.actors.manager, (tx) => promisesInDanger(tx, now))).cases.map(
    ({ number, finishedOn }) => `${number} ${finishedOn}`,
  );
const millDown = async (from: string, to: string) => {
  const [machine] = (await asActor(lab.actors.manager, (tx) => whatMayBeMissing(tx))).filter(({ id }) => id === mill);
  if (!machine) throw new Error("no mill");
  return asActor(lab.actors.manager, (tx) => whatIf(tx, { missing: machine, from, to }, NOW));
};

test("a case that cannot be finished by its ship-by day is in danger; one that can, is held or is late already is not", async () => {
  // From this morning: milling today, sintering on Thursday, the check on Friday's morning.
  const tight = await crown("2026-11-26");
  await crown("2026-11-27");
  await crown("2026-11-26", { status: "on_hold" });
  await crown("2026-11-24");
  // It came yesterday, so its day of milling is over when it is taken up today.
  await crown("2026-11-26", { since: "2026-11-24T10:00:00Z" });
  expect(await inDanger()).toEqual([`${tight.number} 2026-11-27`]);
});

test("what was submitted before counts from its promise, what came after closing from the next day", async () => {
  // Scan ½, design 1, milling 1, sintering 1, check ½: four days.
  await crown("2026-11-30", { stage: "receiving", since: "2026-11-24T10:00:00Z" });
  const late = await crown("2026-11-30", { stage: "receiving", since: "2026-11-24T20:00:00Z" });
  expect(await inDanger()).toEqual([`${late.number} 2026-12-01`]);
});

test("a machine that is supposed down takes its days' capacity and endangers promises, and nothing is written", async () => {
  const two = [await crown("2026-11-27"), await crown("2026-11-30", { units: 4 })];
  expect(await inDanger()).toEqual([]);
  const found = await millDown("2026-11-25", "2026-11-30");
  const cam = (plan: typeof found.after) =>
    plan.departments.find(({ name }) => name === "Milling")?.days.map(({ capacity }) => capacity);
  expect(cam(found.before)?.slice(0, 4)).toEqual([4, 4, 4, 4]);
  expect(cam(found.after)?.slice(0, 4)).toEqual([0, 0, 0, 4]);
  expect(found.inDanger).toEqual({ before: 0, after: 2 });
  // Milled on Tuesday (one unit, then three of the four) and on Wednesday; then a day of sintering and half a day's check.
  expect(found.added.map(({ number, finishedOn }) => `${number} ${finishedOn}`)).toEqual([
    `${two[0]?.number} 2026-12-03`,
    `${two[1]?.number} 2026-12-04`,
  ]);
  expect(found.added[0]?.waits[0]).toMatchObject({ department: "Milling", of: "machines" });
  expect((await owner.query("SELECT 1 FROM equipment_downtimes WHERE lab_id = $1", [lab.id])).rowCount).toBe(0);
  expect(await inDanger()).toEqual([]);
});

test("a planned downtime endangers promises; moved to a new day they hold again, and the practice reads why", async () => {
  const made = await crown("2026-11-27");
  await owner.query(
    `INSERT INTO equipment_downtimes (lab_id, equipment_id, started_at, ended_at, planned, reported_by_id)
     VALUES ($1, $2, '2026-11-24T00:00Z', '2026-12-01T00:00Z', true, $3)`,
    [lab.id, mill, lab.actors.manager.userId],
  );
  const { cases, total } = await asActor(lab.actors.manager, (tx) => promisesInDanger(tx, NOW));
  expect([total, cases[0]?.finishedOn, cases[0]?.couldBeDue]).toEqual([1, "2026-12-03", "2026-12-04"]);
  const { caseId, version, couldBeDue } = cases[0] as (typeof cases)[number];
  const move = (rows: { caseId: string; version: number; dueOn: string }[], actor = lab.actors.manager) =>
    movePromises({ actor }, { rows, reason: "The mill is being repaired." });
  expect(await move([{ caseId, version: version + 1, dueOn: couldBeDue }])).toMatchObject({ results: [{ ok: false }] });
  const other = await buildLab(owner);
  expect(await move([{ caseId, version, dueOn: couldBeDue }], other.actors.manager)).toMatchObject({
    results: [{ ok: false }],
  });
  expect(await move([{ caseId, version, dueOn: couldBeDue }])).toMatchObject({ results: [{ ok: true }] });
  expect(await inDanger()).toEqual([]);
  const told = await owner.query(
    "SELECT payload::text AS words FROM outbox WHERE lab_id = $1 AND payload::text LIKE '%is now due%'",
    [lab.id],
  );
  expect(told.rows[0]?.words).toContain(made.number);
  expect(told.rows[0]?.words).toContain("The mill is being repaired.");
  expect((await asActor(other.actors.manager, (tx) => promisesInDanger(tx, NOW))).total).toBe(0);
});

test("who manages departments is told how many promises are in danger, in the lab's working hours, once for each number of a day", async () => {
  const told = async (at: string) => {
    await asActor(lab.actors.admin, (tx) => tellOfPromises({ actor: lab.actors.admin, tx }, new Date(at)));
    const { rows } = await owner.query(
      "SELECT payload->'notice'->>'key' AS key, payload->'notice'->>'title' AS title FROM outbox WHERE lab_id = $1 AND topic = 'notify' ORDER BY id",
      [lab.id],
    );
    return rows.map(({ key, title }) => `${key} ${title}`);
  };
  expect(await told("2026-11-25T08:00:00Z")).toEqual([]);
  const made = await crown("2026-11-26");
  expect(await told("2026-11-25T06:59:00Z")).toEqual([]);
  expect(await told("2026-11-25T18:00:00Z")).toEqual([]);
  expect(await told("2026-11-22T09:00:00Z")).toEqual([]); // a Sunday
  expect(await told("2026-11-25T08:00:00Z")).toEqual([
    `promises:2026-11-25:1 Case ${made.number} will not leave in time`,
  ]);
  await crown("2026-11-26");
  expect((await told("2026-11-25T08:30:00Z")).at(-1)).toBe("promises:2026-11-25:2 2 cases will not leave in time");
});
