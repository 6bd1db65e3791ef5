import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { departmentCapacity } from "./capacity";
import { buildColleague, buildLeave, buildWeek } from "./testing/rostered";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner);
  await units("cam", 40);
});
afterAll(() => owner.release());

const units = (key: string, n: number | null) =>
  owner.query("UPDATE departments SET daily_capacity_units = $3 WHERE lab_id = $1 AND key = $2", [lab.id, key, n]);
const idOf = async (key: string) =>
  (await owner.query("SELECT id FROM departments WHERE lab_id = $1 AND key = $2", [lab.id, key])).rows[0].id as string;
/** "40, 20 people, …": capacity and what is short, day by day, as a practice reads it. */
async function of(key: string, from: string, to = from): Promise<string> {
  const id = await idOf(key);
  const days = await asActor(lab.actors.dentist, (tx) => departmentCapacity(tx, from, to));
  return days
    .filter(({ departmentId }) => departmentId === id)
    .map(({ capacity, shortOf }) => [capacity, shortOf].filter((x) => x !== null).join(" "))
    .join(", ");
}
async function colleague(times: Parameters<typeof buildWeek>[3] = {}, department = "cam") {
  const { profileId } = await buildColleague(owner, lab.id, department);
  await buildWeek(owner, lab.id, profileId, times);
  return profileId;
}
const machine = async (code: string, status = "active") =>
  (
    await owner.query(
      "INSERT INTO department_equipment (lab_id, department_id, name, code, status) VALUES ($1, $2, $3, $3, $4) RETURNING id",
      [lab.id, await idOf("cam"), code, status],
    )
  ).rows[0].id as string;
const down = (equipmentId: string, from: string, to: string | null) =>
  owner.query(
    "INSERT INTO equipment_downtimes (lab_id, equipment_id, started_at, ended_at, reported_by_id) VALUES ($1, $2, $3, $4, $5)",
    [lab.id, equipmentId, from, to, lab.actors.manager.userId],
  );
const shift = (profileId: string, from: string, to: string, options: { at?: string; draft?: boolean } = {}) =>
  owner.query(
    `INSERT INTO shifts (lab_id, staff_profile_id, department_id, starts_at, ends_at, published_at)
     VALUES ($1, $2, (SELECT id FROM departments WHERE lab_id = $1 AND key = $3), $4, $5, $6)`,
    [lab.id, profileId, options.at ?? null, from, to, options.draft ? null : new Date()],
  );
const exception = (profileId: string, day: string, kind: string, hours: [string, string] | null = null) =>
  owner.query(
    "INSERT INTO schedule_exceptions (lab_id, staff_profile_id, day, kind, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6)",
    [lab.id, profileId, day, kind, hours?.[0] ?? null, hours?.[1] ?? null],
  );

// 2026-11-23 is a Monday.
test("without people or machines a department does what it says; the lab's days off are nothing, no bound stays none", async () => {
  await owner.query("INSERT INTO lab_closing_days (lab_id, closed_on, name) VALUES ($1, '2026-11-25', 'Shut')", [
    lab.id,
  ]);
  expect(await of("cam", "2026-11-23", "2026-11-29")).toBe("40, 40, 0, 40, 40, 0, 0");
  await units("cam", null);
  expect(await of("cam", "2026-11-25", "2026-11-26")).toBe(", ");
});

test("leave takes its share: 8 + 8 + 4 hours, of which 8 away leave 24 of 40; half a day leaves 32", async () => {
  const first = await colleague();
  await colleague();
  await colleague({ to: "12:00" });
  await buildLeave(owner, lab, first, { from: "2026-11-23", to: "2026-11-25", halfFirst: true, halfLast: true });
  await buildLeave(owner, lab, first, { from: "2026-11-26", to: "2026-11-26", status: "requested" });
  expect(await of("cam", "2026-11-23", "2026-11-26")).toBe("32 people, 24 people, 32 people, 40");
  await buildLeave(owner, lab, first, { from: "2026-11-25", to: "2026-11-25", halfFirst: true, kind: "sick" });
  expect(await of("cam", "2026-11-25")).toBe("24 people");
});

test("all away is nothing, and so is a weekday on which none of its people work", async () => {
  const only = await colleague({ weekdays: [1, 2] });
  await buildLeave(owner, lab, only, { from: "2026-11-23", to: "2026-11-23" });
  expect(await of("cam", "2026-11-23", "2026-11-25")).toBe("0 people, 40, 0 people");
});

test("a week counts while it is valid, with its break, and for whom works here", async () => {
  await colleague({ from: "08:00", to: "17:00", breaks: true }); // 8 hours
  const second = await colleague({ validTo: "2026-11-23" });
  await buildWeek(owner, lab.id, second, { to: "12:00", validFrom: "2026-11-24" });
  await buildLeave(owner, lab, second, { from: "2026-11-23", to: "2026-11-24" });
  // Monday 8 of 16 hours, Tuesday 8 of 12.
  expect(await of("cam", "2026-11-23", "2026-11-24")).toBe("20 people, 26 people");
  await owner.query("UPDATE staff_profiles SET left_on = '2026-11-23' WHERE id = $1", [second]);
  expect(await of("cam", "2026-11-24")).toBe("40");
});

test("exceptions: other hours, off and training of one of two", async () => {
  const first = await colleague();
  await colleague();
  await exception(first, "2026-11-23", "other_hours", ["08:00", "10:00"]);
  await exception(first, "2026-11-24", "off");
  await exception(first, "2026-11-25", "training");
  await exception(first, "2026-11-26", "other_hours", ["06:00", "20:00"]); // more than the week says counts as all of it
  expect(await of("cam", "2026-11-23", "2026-11-26")).toBe("25 people, 20 people, 20 people, 40");
});

test("a published shift stands in place of the weekly time, also in another department", async () => {
  const first = await colleague();
  await colleague();
  await shift(first, "2026-11-23T08:00Z", "2026-11-23T12:00Z");
  await shift(first, "2026-11-24T08:00Z", "2026-11-24T12:00Z", { draft: true });
  await shift(first, "2026-11-25T08:00Z", "2026-11-25T16:00Z", { at: "furnace" });
  expect(await of("cam", "2026-11-23", "2026-11-25")).toBe("30 people, 40, 20 people");
  expect(await of("furnace", "2026-11-25")).toBe(await of("furnace", "2026-11-24"));
});

test("a downtime takes the part of the open hours it covers; what is out of use does not count", async () => {
  const mill = await machine("M1");
  await machine("M2");
  await machine("M3", "decommissioned");
  await down(mill, "2026-11-23T08:00Z", "2026-11-23T13:00Z"); // 5 of 10 hours of one of two
  await down(mill, "2026-11-23T20:00Z", "2026-11-24T18:00Z");
  expect(await of("cam", "2026-11-23", "2026-11-25")).toBe("30 machines, 20 machines, 40");
  const person = await colleague();
  await colleague();
  await buildLeave(owner, lab, person, { from: "2026-11-24", to: "2026-11-24" });
  expect(await of("cam", "2026-11-24")).toBe("10 people_and_machines");
});

test("one whose end nobody knows lasts through the next working day", async () => {
  await owner.query("UPDATE labs SET working_weekdays = '{1,2,3,4,5,6,7}' WHERE id = $1", [lab.id]);
  const day = async (n: number) =>
    (await owner.query("SELECT ((now() AT TIME ZONE 'Europe/London')::date + $1::int)::text AS day", [n])).rows[0].day;
  const mill = await machine("M1");
  await down(mill, `${await day(-2)}T08:00Z`, null);
  expect(await of("cam", await day(0), await day(2))).toBe("0 machines, 0 machines, 40");
  expect(await of("cam", await day(2))).toBe("40");
});

test("the night on which the clocks change has an hour more or less", async () => {
  await owner.query(
    "UPDATE labs SET working_weekdays = '{6,7}', opens_at = '00:00', closes_at = '06:00' WHERE id = $1",
    [lab.id],
  );
  const [first, second] = [
    await colleague({ weekdays: [6, 7], from: "00:00", to: "06:00" }),
    await colleague({ weekdays: [6, 7], from: "06:00", to: "12:00" }),
  ];
  // Sunday 28 March 2027: midnight to six are 5 hours, six to noon 6. Away: 5 of 11, then 6 of 11. Saturday: 6 of 12.
  await buildLeave(owner, lab, first, { from: "2027-03-27", to: "2027-03-28" });
  expect(await of("cam", "2027-03-27", "2027-03-28")).toBe("20 people, 21 people"); // 40 × 6/11 = 21.8
  await owner.query("UPDATE leave_requests SET staff_profile_id = $2 WHERE staff_profile_id = $1", [first, second]);
  expect(await of("cam", "2027-03-28")).toBe("18 people"); // 40 × 5/11 = 18.1
  // Sunday 25 October 2026: midnight to six are 7 hours; down for the first two on the clock (01:00 comes twice: 3 hours).
  const mill = await machine("M1");
  await down(mill, "2026-10-24T23:00Z", "2026-10-25T02:00Z");
  expect(await of("cam", "2026-10-25")).toBe("22 machines"); // 40 × 4/7 = 22.8
});
