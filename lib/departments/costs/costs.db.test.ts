import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { buildColleague } from "@/lib/staff/testing/rostered";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { recordMaintenance, removeEntry, restoreEntry } from "../maintenance/record";
import { casesBehind, maintenanceBehind, materialsBehind, monthlyCosts, workBehind } from "./queries";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let cam: string;
let furnace: string;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());
// New York is four hours behind from 9 March 2025 on: its April begins at 04:00 UTC.
beforeEach(async () => {
  lab = await buildLab(owner, "America/New_York");
  cam = await department(lab, "cam");
  furnace = await department(lab, "furnace");
});

const one = async (text: string, values: unknown[]): Promise<string> => (await owner.query(text, values)).rows[0]?.id;
const department = (of: BuiltLab, key: string) =>
  one("SELECT id FROM departments WHERE lab_id = $1 AND key = $2", [of.id, key]);
/** A stage before a department (null: of none). */
async function stage(of: BuiltLab, departmentId: string | null): Promise<string> {
  const { stageIds } = await buildCase(owner, of);
  await owner.query("UPDATE workflow_stages SET department_id = $2 WHERE id = $1", [stageIds[0], departmentId]);
  return stageIds[0] as string;
}
const clock = (of: BuiltLab, stageId: string, userId: string, from: string, to: string, equipmentId?: string) =>
  owner.query(
    "INSERT INTO stage_time_entries (lab_id, workflow_stage_id, user_id, started_at, ended_at, equipment_id) VALUES ($1, $2, $3, $4, $5, $6)",
    [of.id, stageId, userId, `2025-${from}Z`, `2025-${to}Z`, equipmentId ?? null],
  );
/** Somebody of a department who costs so much an hour from these days on. */
async function colleague(of: BuiltLab, key: string, costs: Record<string, string>): Promise<string> {
  const { userId, profileId } = await buildColleague(owner, of.id, key);
  for (const [from, cost] of Object.entries(costs))
    await owner.query(
      "INSERT INTO staff_hourly_costs (lab_id, staff_profile_id, valid_from, hourly_cost) VALUES ($1, $2, $3, $4)",
      [of.id, profileId, from, cost],
    );
  return userId;
}
const machine = (departmentId: string) =>
  one(
    "INSERT INTO department_equipment (lab_id, department_id, name, code) VALUES ($1, $2, 'Mill', 'M1') RETURNING id",
    [lab.id, departmentId],
  );
/** What a department cost in March and in April 2025: "work materials maintenance = total, hours". */
async function costs(departmentId: string, of = lab): Promise<string[]> {
  const rows = await asActor(of.actors.manager, (tx) => monthlyCosts(tx, "2025-03-01", "2025-04-01"));
  return rows
    .filter((row) => row.departmentId === departmentId)
    .map((r) => `${r.work} ${r.materials} ${r.maintenance} = ${r.total}, ${r.hours}`);
}

test("hours count at what the person cost on the day, in the month in which the lab's day lies", async () => {
  const person = await colleague(lab, "cam", { "2025-03-03": "20.00", "2025-03-17": "32.00" });
  const [here, there] = [await stage(lab, cam), await stage(lab, furnace)];
  const at = (stageId: string, from: string, to: string) => clock(lab, stageId, person, from, to);
  await at(here, "03-01T14:00", "03-01T14:30"); // 0.5 × 20: before the first day the first cost holds
  await at(here, "03-10T14:00", "03-10T17:00"); // 3 × 20
  await at(here, "03-17T02:00", "03-17T03:30"); // 1.5 × 20: it is the 16th in New York
  await at(here, "03-17T14:00", "03-17T15:15"); // 1.25 × 32
  await at(there, "03-18T14:00", "03-18T16:00"); // 2 × 32 of another department
  await at(here, "04-01T03:00", "04-01T03:59"); // 59 min × 32 = 31.47: still March
  await at(here, "04-01T04:00", "04-01T04:30"); // 0.5 × 32 of April
  expect(await costs(cam)).toEqual(["171.47 0.00 0.00 = 171.47, 7.23", "16.00 0.00 0.00 = 16.00, 0.50"]);
  expect(await costs(furnace)).toEqual(["64.00 0.00 0.00 = 64.00, 2.00", "0.00 0.00 0.00 = 0.00, 0.00"]);
  const behind = await asActor(lab.actors.manager, (tx) => workBehind(tx, cam, "2025-03-01"));
  expect(behind).toEqual([
    { userId: person, name: "Colleague", hours: "7.23", cost: "171.47", rate: "23.71", cases: 1 },
  ]);
});

test("time over several items is divided, a machine's is nobody's, a person without a cost has hours alone", async () => {
  const person = await colleague(lab, "cam", { "2025-01-01": "30.00" });
  const free = await colleague(lab, "cam", {});
  const [first, second, ofNone] = [await stage(lab, cam), await stage(lab, furnace), await stage(lab, null)];
  await clock(lab, first, person, "03-18T14:00", "03-18T16:00"); // 2 h, of which the second has half an hour of 1 h together
  await clock(lab, second, person, "03-18T15:00", "03-18T16:00");
  await clock(lab, ofNone, person, "03-19T14:00", "03-19T15:00"); // 1 h of the person's own department
  await clock(lab, first, person, "03-20T14:00", "03-20T20:00", await machine(cam));
  await clock(lab, first, free, "03-18T14:00", "03-18T15:00");
  // cam: 1.5 + 1 hours of 30 and one of nothing; furnace: half an hour.
  expect((await costs(cam))[0]).toBe("75.00 0.00 0.00 = 75.00, 3.50");
  expect((await costs(furnace))[0]).toBe("15.00 0.00 0.00 = 15.00, 0.50");
  const cases = await asActor(lab.actors.manager, (tx) => casesBehind(tx, cam, "2025-03-01"));
  expect(cases.map(({ hours, cost }) => `${hours} ${cost}`)).toEqual(["2.50 45.00", "1.00 30.00"]);
});

test("materials used, damaged and written off count net of what was booked back, when it was booked back", async () => {
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  const item = await one(
    "INSERT INTO inventory_items (sku, name, category, unit, unit_cost) VALUES ('D1', 'Disc', 'materials', 'disc', 12.50) RETURNING id",
    [],
  );
  const move = (type: string, quantity: number, at: string, departmentId: string | null, reverses?: string) =>
    one(
      `INSERT INTO inventory_transactions (inventory_item_id, type, quantity, occurred_at, department_id, reverses_id, recorded_by_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [item, type, quantity, `2025-${at}Z`, departmentId, reverses ?? null, lab.actors.staff.userId],
    );
  const received = await move("in", 100, "02-01T12:00", cam);
  await move("out", -4, "03-05T12:00", cam); // 50
  await move("damage", -1, "03-06T12:00", cam); // 12.50
  await move("write_off", -2, "04-01T03:59", cam); // 25: still March
  await move("out", -3, "04-01T04:00", cam); // 37.50 of April
  await move("out", -2, "03-07T12:00", furnace); // of another department
  await move("out", -6, "03-07T12:00", null); // of none
  await move("adjustment", 2, "03-08T13:00", cam, await move("out", -2, "03-08T12:00", cam));
  // Taken back in the list of movements: the counter-entry names no department.
  await move("adjustment", 1, "03-09T13:00", null, await move("damage", -1, "03-09T12:00", cam));
  await move("adjustment", 4, "04-02T12:00", cam, await move("out", -4, "03-20T12:00", cam)); // 50 of March, back in April
  await move("adjustment", -5, "03-10T12:00", cam); // counted anew: nobody's use
  await move("adjustment", -10, "03-11T12:00", cam, received); // takes a delivery back
  expect(await costs(cam)).toEqual(["0.00 137.50 0.00 = 137.50, 0.00", "0.00 -12.50 0.00 = -12.50, 0.00"]);
  expect((await costs(furnace))[0]).toBe("0.00 25.00 0.00 = 25.00, 0.00");
  const behind = await asActor(lab.actors.manager, (tx) => materialsBehind(tx, cam, "2025-03-01"));
  expect(behind.map(({ type, quantity, cost }) => `${type} ${Number(quantity)} ${cost}`)).toEqual([
    "out 8 100.00",
    "write_off 2 25.00",
    "damage 1 12.50",
  ]);
});

test("maintenance counts in the month it was done, at the department that had the machine, until it is taken away", async () => {
  const { manager } = lab.actors;
  const equipmentId = await machine(cam);
  const record = (doneOn: string, cost: string | null) =>
    asActor(manager, (tx) => {
      const entry = { equipmentId, planId: null, doneOn, what: "Spindle", doneBy: "Service", parts: null, cost };
      return recordMaintenance({ actor: manager, tx }, { ...entry, idempotencyKey: crypto.randomUUID() });
    });
  await record("2025-03-31", "80.00");
  const wrong = await record("2025-03-12", "999.99");
  await record("2025-03-13", null);
  await owner.query("UPDATE department_equipment SET department_id = $2 WHERE id = $1", [equipmentId, furnace]);
  await record("2025-04-01", "15.50");
  await asActor(manager, (tx) => removeEntry({ actor: manager, tx }, wrong));
  expect(await costs(cam)).toEqual(["0.00 0.00 80.00 = 80.00, 0.00", "0.00 0.00 0.00 = 0.00, 0.00"]);
  expect(await costs(furnace)).toEqual(["0.00 0.00 0.00 = 0.00, 0.00", "0.00 0.00 15.50 = 15.50, 0.00"]);
  const behind = await asActor(manager, (tx) => maintenanceBehind(tx, cam, "2025-03-01"));
  expect(behind.map(({ doneOn, cost }) => `${doneOn} ${cost}`)).toEqual(["2025-03-31 80.00", "2025-03-13 0.00"]);
  await asActor(manager, (tx) => restoreEntry({ actor: manager, tx }, wrong));
  expect((await costs(cam))[0]).toBe("0.00 0.00 1079.99 = 1079.99, 0.00");
});

test("another lab has its own costs and sees nobody else's", async () => {
  const other = await buildLab(owner, "America/New_York");
  const person = await colleague(lab, "cam", { "2025-01-01": "30.00" });
  const theirs = await colleague(other, "cam", { "2025-01-01": "100.00" });
  const camThere = await department(other, "cam");
  await clock(lab, await stage(lab, cam), person, "03-10T14:00", "03-10T15:00");
  await clock(other, await stage(other, camThere), theirs, "03-10T14:00", "03-10T19:00");
  expect((await costs(cam))[0]).toBe("30.00 0.00 0.00 = 30.00, 1.00");
  expect((await costs(camThere, other))[0]).toBe("500.00 0.00 0.00 = 500.00, 5.00");
  expect(await costs(cam, other)).toEqual([]);
  expect(await asActor(other.actors.manager, (tx) => workBehind(tx, cam, "2025-03-01"))).toEqual([]);
});
