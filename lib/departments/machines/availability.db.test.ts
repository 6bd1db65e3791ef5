import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { availability, overall } from "./availability";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());
// Open from eight to six on working days, in September 2025 an hour ahead of UTC: 22 of them, of which one is a closing day.
beforeEach(async () => {
  lab = await buildLab(owner);
  await owner.query(
    "UPDATE labs SET opens_at = '08:00', closes_at = '18:00', working_weekdays = '{1,2,3,4,5}' WHERE id = $1",
    [lab.id],
  );
  await owner.query("INSERT INTO lab_closing_days (lab_id, closed_on, name) VALUES ($1, '2025-09-01', 'Shut')", [
    lab.id,
  ]);
});

const machine = async (code: string, since = "2025-01-01") =>
  (
    await owner.query(
      `INSERT INTO department_equipment (lab_id, department_id, name, code, purchased_on)
       SELECT $1, id, $2, $2, $3 FROM departments WHERE lab_id = $1 AND key = 'cam' RETURNING id`,
      [lab.id, code, since],
    )
  ).rows[0].id as string;
const down = (equipmentId: string, from: string, to: string, planned = false) =>
  owner.query(
    "INSERT INTO equipment_downtimes (lab_id, equipment_id, started_at, ended_at, planned, reported_by_id) VALUES ($1, $2, $3, $4, $5, $6)",
    [lab.id, equipmentId, `2025-${from}:00Z`, `2025-${to}:00Z`, planned, lab.actors.manager.userId],
  );
async function of(equipmentId: string, from = "2025-09-01", to = "2025-09-30", actor = lab.actors.manager) {
  const rows = await asActor(actor, (tx) => availability(tx, from, to));
  return rows.filter((row) => row.equipmentId === equipmentId).map(({ equipmentId: _, ...row }) => row);
}

test("a fault takes its open hours alone: inside them whole, outside none, overnight the ends of both days", async () => {
  const mill = await machine("M1");
  await down(mill, "09-09T09:00", "09-09T11:00"); // two hours of a Tuesday
  await down(mill, "09-13T09:00", "09-13T15:00"); // a Saturday
  await down(mill, "09-01T09:00", "09-01T15:00"); // the closing day
  await down(mill, "09-15T16:00", "09-16T08:00"); // from 17:00 to 09:00: an hour each
  expect(await of(mill)).toEqual([
    { month: "2025-09-01", openHours: 210, downHours: 4, faults: 4, share: 206 / 210, hoursBetweenFailures: 51.5 },
  ]);
});

test("a planned downtime counts once where a fault overlaps it, and is no failure", async () => {
  const mill = await machine("M1");
  await down(mill, "09-17T07:00", "09-17T09:00", true);
  await down(mill, "09-17T08:00", "09-17T10:00");
  expect(await of(mill)).toEqual([
    { month: "2025-09-01", openHours: 210, downHours: 3, faults: 1, share: 207 / 210, hoursBetweenFailures: 208 },
  ]);
});

test("a fault over the end of the month counts in both for its hours, as a failure where it began", async () => {
  const mill = await machine("M1");
  await down(mill, "09-30T14:00", "10-01T09:00"); // 15:00 to 18:00, and 08:00 to 10:00
  const months = await of(mill, "2025-09-01", "2025-10-31");
  expect(months.map(({ openHours, downHours, faults }) => [openHours, downHours, faults])).toEqual([
    [210, 3, 1],
    [230, 2, 0],
  ]);
  const all = overall(months.map((month) => ({ ...month, equipmentId: mill })));
  expect(all).toMatchObject({ openHours: 440, downHours: 5, faults: 1, share: 435 / 440 });
  expect(all.hoursBetweenFailures).toBe(435);
});

test("a machine counts from its first day on, without a fault it is there all the time; another lab sees none", async () => {
  const bought = await machine("M2", "2025-09-22"); // seven working days
  expect(await of(bought)).toEqual([
    { month: "2025-09-01", openHours: 70, downHours: 0, faults: 0, share: 1, hoursBetweenFailures: null },
  ]);
  expect((await of(bought, "2025-09-06", "2025-09-07"))[0]).toMatchObject({ openHours: 0, share: null });
  const other = await buildLab(owner);
  expect(await of(bought, "2025-09-01", "2025-09-30", other.actors.manager)).toEqual([]);
});
