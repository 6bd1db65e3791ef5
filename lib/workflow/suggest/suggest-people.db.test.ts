import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { labToday } from "@/lib/labs/today";
import { dayWords } from "@/lib/staff/day-words";
import { daysAfter } from "@/lib/staff/rota/shift-times";
import { buildColleague, buildLeave, buildWeek } from "@/lib/staff/testing/rostered";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { as } from "../testing";
import { suggestPeople } from "./suggest-people";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let crown: BuiltCase;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner);
  await owner.query("UPDATE labs SET working_weekdays = $2 WHERE id = $1", [lab.id, EVERY_DAY]);
  crown = await buildCase(owner, lab);
  await standsAt(crown, "design");
});
afterAll(() => owner.release());

const standsAt = (one: BuiltCase, stage: string, userId: string | null = null) =>
  owner.query("UPDATE workflow_stages SET stage = $2, assigned_to_id = $3 WHERE case_id = $1", [one.id, stage, userId]);
const can = (profileId: string, stage: string, level: number) =>
  owner.query("UPDATE staff_profiles SET skills = $2 WHERE id = $1", [
    profileId,
    JSON.stringify([{ stage, procedure: null, level }]),
  ]);
const suggest = (stage: "design" | "milling" | null = "design", caseIds = [crown.id]) =>
  as(lab.actors.manager, suggestPeople, { caseIds, stage });

async function technician(stage: string, level: number): Promise<{ userId: string; profileId: string }> {
  const made = await buildColleague(owner, lab.id, "cad");
  await buildWeek(owner, lab.id, made.profileId, { weekdays: EVERY_DAY });
  await can(made.profileId, stage, level);
  return made;
}

test("who has the skill and is there comes first, with the reason; away and unskilled people stay, after", async () => {
  const busy = await technician("design", 3);
  const free = await technician("design", 2);
  const away = await technician("design", 3);
  const miller = await technician("milling", 3);
  const today = labToday("Europe/London");
  await buildLeave(owner, lab, away.profileId, { from: today, to: today, kind: "sick" });
  await standsAt(await buildCase(owner, lab), "milling", busy.userId);

  const { people, day } = await suggest();
  expect(day).toBeNull();
  const order = people.map(({ id }) => id);
  expect(order.slice(0, 3)).toEqual([free.userId, busy.userId, miller.userId]);
  expect(order.indexOf(away.userId)).toBeGreaterThan(2);
  const why = new Map(people.map((one) => [one.id, one]));
  expect(why.get(free.userId)).toMatchObject({
    fits: true,
    why: "Does this alone · there 08:00–16:00 · nothing in hand",
  });
  expect(why.get(busy.userId)).toMatchObject({
    fits: true,
    why: "Teaches this · there 08:00–16:00 · 1 item in hand",
  });
  expect(why.get(away.userId)).toMatchObject({ fits: false, why: "Teaches this · on leave · nothing in hand" });
  expect(why.get(miller.userId)?.why).toBe("No skill for this noted · there 08:00–16:00 · nothing in hand");
  // The technician and the manager work at the bench as well, and have no time on the rota.
  expect(order).toContain(lab.actors.technician.userId);
  expect(order).not.toContain(lab.actors.driver.userId);
});

test("without a stage the work counts where it stands, and skills at another stage do not", async () => {
  const designer = await technician("design", 2);
  const miller = await technician("milling", 3);
  expect((await suggest(null)).people[0]?.id).toBe(designer.userId);
  await standsAt(crown, "milling");
  expect((await suggest(null)).people[0]?.id).toBe(miller.userId);
  expect((await suggest("design")).people.every(({ fits }) => !fits)).toBe(true);
});

test("while the lab is shut the next working day is looked at, and named", async () => {
  const designer = await technician("design", 2);
  const today = labToday("Europe/London");
  await owner.query("INSERT INTO lab_closing_days (lab_id, closed_on, name) VALUES ($1, $2, 'Stocktaking')", [
    lab.id,
    today,
  ]);
  const { people, day } = await suggest();
  expect(day).toBe(dayWords(daysAfter(today, 1), "en-GB"));
  expect(people[0]).toMatchObject({ id: designer.userId, fits: true });
});

test("another lab's case says nothing, and its people are not offered", async () => {
  const other = await buildLab(owner);
  const foreign = await buildCase(owner, other);
  const { people } = await suggest(null, [foreign.id]);
  expect(people.map(({ id }) => id)).not.toContain(other.actors.technician.userId);
  expect(people.every(({ fits }) => !fits)).toBe(true);
});
