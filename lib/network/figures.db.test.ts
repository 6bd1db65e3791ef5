import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { type Behind, casesBehind } from "./dentist-cases";
import { figuresByMonth, labFigures } from "./dentist-figures";
import { listDentists } from "./dentist-list";
import { ratesOf } from "./dentist-rates";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;

/** A case delivered at an instant after so many days in the lab, due on a day; optionally a remake of another. */
async function delivered(
  of: BuiltLab,
  {
    at,
    days,
    due,
    units,
    remakeOf,
    type = "bridges",
  }: { at: string; days: number; due: string; units: number; remakeOf?: string; type?: "bridges" | "repairs" },
): Promise<string> {
  const teeth = Array.from({ length: units }, (_, i) => 14 + i);
  const { id } = await buildCase(owner, of, [{ procedureType: type, material: "zirconia_full", teeth }]);
  await owner.query(
    `UPDATE cases SET status = 'delivered', submitted_at = $2::timestamptz - make_interval(days => $3 + 1),
       received_at = $2::timestamptz - make_interval(days => $3), delivered_at = $2, ship_by = $4, due_on = $4, remake_of_id = $5 WHERE id = $1`,
    [id, at, days, due, remakeOf ?? null],
  );
  await owner.query("UPDATE case_items SET status = 'delivered', delivered_at = $2 WHERE case_id = $1", [id, at]);
  if (remakeOf) await makesAgain(of, id, remakeOf);
  return id;
}

/** Keeps that the items of a case were made in place of those of another. */
async function makesAgain(of: BuiltLab, id: string, original: string): Promise<void> {
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [of.id]);
  await owner.query(
    `WITH made AS (
       INSERT INTO remakes (original_id, case_id, cause_id, responsible, charge_percent, asked_by_id, answered_by_id, answered_at)
       SELECT $1, $2, r.id, 'lab', 0, $3, $3, now() FROM reasons r WHERE r.lab_id = $4 AND r.kind = 'remake' ORDER BY r.position LIMIT 1 RETURNING id)
     INSERT INTO remake_items (remake_id, item_id, made_item_id)
     SELECT made.id, i.id, m.id FROM made, case_items i JOIN case_items m ON m.case_id = $2 AND m.position = i.position WHERE i.case_id = $1`,
    [original, id, of.actors.staff.userId, of.id],
  );
}

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  [lab, other] = [await buildLab(owner), await buildLab(owner)];
  // 31 August 23:30 UTC is 1 September in London: the month is the lab's.
  const first = await delivered(lab, { at: "2026-08-31T23:30:00Z", days: 4, due: "2026-09-01", units: 3 });
  const second = await delivered(lab, { at: "2026-09-10T12:00:00Z", days: 6, due: "2026-09-09", units: 1 });
  // The remake was delivered in October, and counts against September.
  const remake = { at: "2026-10-05T12:00:00Z", days: 2, due: "2026-10-05", units: 2, remakeOf: first };
  await delivered(lab, remake);
  const cancelled = await buildCase(owner, lab);
  await owner.query("UPDATE cases SET remake_of_id = $2, status = 'cancelled', cancelled_at = now() WHERE id = $1", [
    cancelled.id,
    second,
  ]);
  await makesAgain(lab, cancelled.id, second);
  // A repair is delivered work, and neither remade nor something that a remake can be of.
  const repair = await delivered(lab, {
    at: "2026-09-12T12:00:00Z",
    days: 1,
    due: "2026-09-12",
    units: 2,
    type: "repairs",
  });
  await delivered(lab, {
    at: "2026-10-06T12:00:00Z",
    days: 1,
    due: "2026-10-06",
    units: 2,
    type: "repairs",
    remakeOf: repair,
  });
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  await owner.query(
    "INSERT INTO holds (case_id, reason_id, placed_by_id) SELECT $1, r.id, $2 FROM reasons r WHERE r.lab_id = $3 AND r.kind = 'hold' LIMIT 1",
    [first, lab.actors.staff.userId, lab.id],
  );
  await owner.query(
    "INSERT INTO case_ratings (case_id, practice_id, dentist_id, rated_at, overall) VALUES ($1, $2, $3, now(), 2), ($4, $2, $3, now(), 5)",
    [first, lab.practiceId, lab.dentistId, second],
  );
  await delivered(other, { at: "2026-09-10T12:00:00Z", days: 9, due: "2026-09-10", units: 5 });
  await owner.query("REFRESH MATERIALIZED VIEW dentist_performance");
});
afterAll(() => owner.release());

const read = <T>(work: Parameters<typeof asActor<T>>[1]) => asActor(lab.actors.manager, work);
const SEPTEMBER = {
  cases: 3,
  units: 6,
  madeCases: 2,
  madeUnits: 4,
  remadeCases: 1,
  remadeUnits: 3,
  onTime: 2,
  timedCases: 3,
  days: 11,
  heldCases: 1,
  ratings: 2,
  ratingPoints: 7,
};

it("puts work in the month of its delivery by the lab's calendar, and remakes in that of the original", async () => {
  const months = await read((tx) => figuresByMonth(tx, "2026-08-01", lab.dentistId));
  expect(months.map(({ month }) => month)).toEqual(["2026-09-01", "2026-10-01"]);
  expect(months[0]).toMatchObject(SEPTEMBER);
  expect(months[1]).toMatchObject({
    cases: 2,
    units: 4,
    madeUnits: 2,
    remadeCases: 0,
    remadeUnits: 0,
    onTime: 2,
    ratings: 0,
  });
});

it("divides as the definitions say, and says nothing where there is nothing to divide by", async () => {
  const [september] = await read((tx) => figuresByMonth(tx, "2026-08-01", lab.dentistId));
  if (!september) throw new Error("no figures");
  expect(ratesOf(september)).toEqual({
    remadeUnits: 0.75,
    remadeCases: 0.5,
    onTime: 2 / 3,
    days: 11 / 3,
    held: 1 / 3,
    rating: 3.5,
  });
  const nothing = await read((tx) => labFigures(tx, "2027-01-01"));
  expect(ratesOf(nothing)).toEqual({
    remadeUnits: null,
    remadeCases: null,
    onTime: null,
    days: null,
    held: null,
    rating: null,
  });
});

it("is the same as a count of the cases behind each figure", async () => {
  const behind = (figure: Behind) =>
    read((tx) =>
      casesBehind(tx, { dentistId: lab.dentistId, figure, since: "2026-08-01", month: "2026-09-01", after: null }),
    );
  const count = async (figure: Behind) => (await behind(figure)).rows.length;
  expect([await count("delivered"), await count("remade"), await count("held"), await count("rated")]).toEqual([
    3, 1, 1, 2,
  ]);
  expect(await count("late")).toBe(SEPTEMBER.cases - SEPTEMBER.onTime);
  const { rows } = await behind("delivered");
  expect(rows.reduce((sum, { units }) => sum + units, 0)).toBe(SEPTEMBER.units);
});

it("keeps the labs apart, and lists dentists without any figures too", async () => {
  expect(await read((tx) => labFigures(tx, "2026-08-01"))).toMatchObject({ cases: 5, units: 10 });
  const asked = { since: "2026-08-01", q: "", order: "cases" as const, descending: true, after: null, before: null };
  const { rows } = await read((tx) => listDentists(tx, asked));
  expect(rows.map(({ id, cases }) => [id, cases])).toEqual([[lab.dentistId, 5]]);
  const later = await read((tx) => listDentists(tx, { ...asked, since: "2027-01-01" }));
  expect(later.rows.map(({ cases }) => cases)).toEqual([0]);
});

it("walks all dentists by key, on and back, each once, those without a figure last", async () => {
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [other.id]);
  await owner.query(
    "INSERT INTO dentist_profiles (full_name, licence_number) SELECT 'Dr Same ' || n / 3, 'W-' || n FROM generate_series(1, 120) n",
  );
  type Asked = Parameters<typeof listDentists>[1];
  for (const [order, descending] of [
    ["name", false],
    ["name", true],
    ["cases", true],
    ["cases", false],
    ["days", true],
    ["days", false],
  ] as const) {
    const page = (key: Partial<Pick<Asked, "after" | "before">>) =>
      asActor(other.actors.manager, (tx) =>
        listDentists(tx, { since: "2026-08-01", q: "", order, descending, after: null, before: null, ...key }),
      );
    const on = [await page({})];
    for (let last = on[0]; last?.older; last = on.at(-1)) on.push(await page({ after: last.older }));
    expect(on.map(({ rows }) => rows.length)).toEqual([50, 50, 21]);
    const ids = on.flatMap(({ rows }) => rows.map(({ id }) => id));
    expect(new Set(ids).size).toBe(121);
    if (order === "days") expect(ids[0]).toBe(other.dentistId);
    expect(on[0]?.newer).toBeNull();
    const middle = await page({ before: on[2]?.newer });
    expect(middle.rows).toEqual(on[1]?.rows);
    const first = await page({ before: middle.newer });
    expect([first.rows, first.newer]).toEqual([on[0]?.rows, null]);
  }
});

it("keeps beside the dentist the mean of all ratings ever given, and changes it with them", async () => {
  const rating = async () =>
    (await owner.query("SELECT rating FROM dentist_profiles WHERE id = $1", [lab.dentistId])).rows[0].rating;
  expect(await rating()).toBe("3.50");
  await owner.query("UPDATE case_ratings SET overall = 5 WHERE dentist_id = $1", [lab.dentistId]);
  expect(await rating()).toBe("5.00");
});
