import { DateTime } from "luxon";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { buildMachine } from "@/lib/workflow/batches/testing";
import { as, refusalOf } from "@/lib/workflow/testing";
import { removePlan, restorePlan, savePlan } from "./plans";
import { listPlans, logOf } from "./queries";
import { recordMaintenance, removeEntry, restoreEntry } from "./record";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let furnace: string;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());
beforeEach(async () => {
  lab = await buildLab(owner);
  furnace = await buildMachine(db.ownerPool, lab, "F1");
});

const today = DateTime.now().setZone("Europe/London").startOf("day");
/** The lab's day so many after today. */
const day = (n: number) => today.plus({ days: n }).toISODate() as string;
/** An hour of a day, on the lab's clock. */
const at = (n: number, hour: number) => today.plus({ days: n }).set({ hour }).toISO();

const plan = (every: number, unit: "days" | "months" | "run_hours" | "cycles", from: number) =>
  as(lab.actors.manager, savePlan, {
    equipmentId: furnace,
    name: "Elements",
    instructions: null,
    every,
    unit,
    countsFrom: day(from),
    warnDays: 7,
  });
const record = (on: string, planId: string | null = null, actor = lab.actors.manager) =>
  as(actor, recordMaintenance, {
    equipmentId: furnace,
    planId,
    doneOn: on,
    what: "Elements changed",
    doneBy: "Service",
    parts: null,
    cost: "120.00",
    idempotencyKey: crypto.randomUUID(),
  });
/** How the plan of the machine stands today. */
async function due() {
  const [first] = await asActor(lab.actors.manager, (tx) => listPlans(tx, day(0), furnace));
  return first?.due;
}
const load = (n: number, from: number, to: number, status = "finished") =>
  owner.query(
    `INSERT INTO batches (lab_id, equipment_id, stage, program, status, opened_by_id, started_at, finished_at)
     VALUES ($1, $2, 'sintering', 'Slow', $3::text, $4, $5, CASE WHEN $3::text = 'finished' THEN $6::timestamptz END)`,
    [lab.id, furnace, status, lab.actors.technician.userId, at(n, from), at(n, to)],
  );
const lastMaintained = async () =>
  (await owner.query("SELECT last_maintained_on::text AS on FROM department_equipment WHERE id = $1", [furnace]))
    .rows[0].on;

test("by days it falls due so many after the last time; what is recorded counts anew, taken away it does not", async () => {
  const { id } = await plan(30, "days", -25);
  expect(await due()).toEqual({ state: "due", on: day(5), reckoned: false, used: null });
  const entry = await record(day(-1), id);
  expect(await due()).toMatchObject({ state: "later", on: day(29) });
  expect(await lastMaintained()).toBe(day(-1));
  await as(lab.actors.manager, removeEntry, entry);
  expect(await due()).toMatchObject({ state: "due", on: day(5) });
  expect(await lastMaintained()).toBeNull();
  await as(lab.actors.manager, restoreEntry, entry);
  expect(await due()).toMatchObject({ state: "later", on: day(29) });
});

test("one of another plan, or of none, leaves a plan as it is; it is overdue from the day after its day", async () => {
  const { id } = await plan(30, "days", -31);
  await record(day(-2));
  expect(await due()).toMatchObject({ state: "overdue", on: day(-1) });
  await as(lab.actors.manager, removePlan, { id });
  expect(await due()).toBeUndefined();
  await as(lab.actors.manager, restorePlan, { id });
  expect(await due()).toMatchObject({ state: "overdue" });
});

test("by hours run the finished loads and work made on it alone count since the last time, less its standstills", async () => {
  const { id } = await plan(10, "run_hours", -10);
  expect(await due()).toEqual({ state: "later", on: null, reckoned: true, used: 0 });
  await load(-11, 8, 20); // before it counts
  await load(-10, 8, 20); // on the day itself: not after it
  await load(-8, 8, 12); // 4
  await load(-6, 8, 12); // 4, less one in which it stood still
  await owner.query(
    "INSERT INTO equipment_downtimes (lab_id, equipment_id, started_at, ended_at, reported_by_id) VALUES ($1, $2, $3, $4, $5)",
    [lab.id, furnace, at(-6, 11), at(-6, 15), lab.actors.manager.userId],
  );
  const { stageIds } = await buildCase(owner, lab);
  await owner.query(
    "UPDATE workflow_stages SET equipment_id = $2, status = 'completed', queued_at = $3, started_at = $3, completed_at = $4, working_seconds = 1800 WHERE id = $1",
    [stageIds[0], furnace, at(-5, 9), at(-5, 10)],
  );
  // 7.5 of 10 in ten days: the 2.5 that are left take 3.3.
  expect(await due()).toEqual({ state: "due", on: day(4), reckoned: true, used: 7.5 });
  await load(-2, 8, 11);
  expect(await due()).toEqual({ state: "overdue", on: day(0), reckoned: true, used: 10.5 });
  await record(day(-3), id);
  expect(await due()).toMatchObject({ used: 3 });
});

test("by cycles each finished load is one; another machine's are its own", async () => {
  await plan(3, "cycles", -20);
  await load(-4, 8, 9);
  await load(-3, 8, 9);
  const [mine, other] = [furnace, await buildMachine(db.ownerPool, lab, "F2")];
  furnace = other;
  await load(-2, 8, 9);
  furnace = mine;
  expect(await due()).toEqual({ state: "later", on: day(10), reckoned: true, used: 2 });
  await load(-1, 8, 9);
  expect(await due()).toMatchObject({ state: "overdue", used: 3 });
});

test("a decommissioned machine's plans are in no list but its own", async () => {
  await plan(30, "days", -31);
  const all = () => asActor(lab.actors.manager, (tx) => listPlans(tx, day(0)));
  expect(await all()).toHaveLength(1);
  await owner.query("UPDATE department_equipment SET status = 'decommissioned' WHERE id = $1", [furnace]);
  expect(await all()).toHaveLength(0);
  expect(await due()).toMatchObject({ state: "overdue" });
});

test("what is yet to come, of a plan of another machine or of another lab is refused", async () => {
  expect(await refusalOf(record(day(1)))).toMatchObject({ fieldErrors: { doneOn: expect.anything() } });
  const { id } = await plan(30, "days", -1);
  const mine = furnace;
  furnace = await buildMachine(db.ownerPool, lab, "F3");
  expect(await refusalOf(record(day(0), id))).toMatchObject({ code: "not_found" });
  furnace = mine;
  const other = await buildLab(owner);
  expect(await refusalOf(record(day(0), null, other.actors.manager))).toMatchObject({ code: "not_found" });
  expect(await asActor(lab.actors.manager, (tx) => logOf(tx, furnace))).toEqual([]);
  expect(await asActor(other.actors.manager, (tx) => listPlans(tx, day(0)))).toEqual([]);
});
