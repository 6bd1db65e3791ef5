import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { caseListParams, keyText } from "./list-filter";
import { type CasePage, listCases } from "./queries";

const db = useDatabase();
const TODAY = "2026-03-10";
const MANY = 1200;
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;

/** Many delivered cases of one moment, which only their ids tell apart. */
async function manyAtOnce() {
  const { itemIds } = await buildCase(owner, lab);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  await owner.query(
    `INSERT INTO cases (number, practice_id, dentist_id, patient_id, status, due_on, ship_by, submitted_at, submitted_by_id, delivered_at, created_at)
     SELECT 'M-' || lpad(g::text, 5, '0'), c.practice_id, c.dentist_id, c.patient_id, 'delivered', '2026-02-02', '2026-02-01',
       '2026-01-01', c.submitted_by_id, '2026-02-02', '2026-01-01T10:00:00.123Z'
     FROM generate_series(1, $1) g, cases c JOIN case_items i ON i.case_id = c.id WHERE i.id = $2`,
    [MANY, itemIds[0]],
  );
}

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
  await manyAtOnce();
});
afterAll(() => owner.release());

const list = (actor: Actor, params: Record<string, string>): Promise<CasePage> =>
  asActor(actor, (tx) => listCases(tx, caseListParams.parse(params), TODAY));
const numbers = (page: CasePage) => page.cases.map((found) => found.number);

describe.each(["-created", "created", "ship", "-due", "number"])("pages sorted by %s", (sort) => {
  test("lose and double no case, forwards and backwards", async () => {
    const forwards: string[][] = [];
    let page = await list(lab.actors.staff, { sort });
    expect(page.newer).toBeNull();
    forwards.push(numbers(page));
    while (page.older) {
      page = await list(lab.actors.staff, { sort, after: keyText(page.older) });
      forwards.push(numbers(page));
    }
    expect(forwards.flat()).toHaveLength(MANY + 1);
    expect(new Set(forwards.flat()).size).toBe(MANY + 1);
    expect(Math.max(...forwards.map((p) => p.length))).toBe(50);

    const backwards: string[][] = [numbers(page)];
    while (page.newer) {
      page = await list(lab.actors.staff, { sort, before: keyText(page.newer) });
      backwards.unshift(numbers(page));
    }
    expect(backwards).toEqual(forwards);
  });
});

test("an unreadable key shows the first page", async () => {
  const first = await list(lab.actors.staff, {});
  for (const after of ["x", "2026-01-01~x", "~", `2026-01-01~${lab.id}~1`, "'; DROP TABLE cases;~"])
    expect(numbers(await list(lab.actors.staff, { after }))).toEqual(numbers(first));
});

test("filters by status, practice, stage, urgency and lateness", async () => {
  const { id, number, itemIds } = await buildCase(owner, lab);
  await owner.query(
    "UPDATE cases SET urgency = 'emergency', status = 'milling', ship_by = '2026-03-09' WHERE id = $1",
    [id],
  );
  await owner.query("UPDATE case_items SET stage = 'milling' WHERE id = $1", [itemIds[0]]);
  const only = { practice: lab.practiceId, stage: "milling", urgency: "emergency", late: "1", status: "milling" };
  expect(numbers(await list(lab.actors.staff, only))).toEqual([number]);
  for (const [name, value] of Object.entries({
    practice: other.practiceId,
    stage: "design",
    urgency: "rush",
    status: "qc",
  }))
    expect(numbers(await list(lab.actors.staff, { ...only, [name]: value }))).toEqual([]);
  await owner.query("UPDATE cases SET ship_by = '2026-03-10' WHERE id = $1", [id]);
  expect(numbers(await list(lab.actors.staff, only))).toEqual([]);
  expect(numbers(await list(lab.actors.staff, { status: "open", urgency: "emergency" }))).toEqual([number]);
});

test("a search takes % and _ as they are written", async () => {
  const { id } = await buildCase(owner, lab);
  await owner.query(
    "UPDATE patients SET reference = 'Ab_50%' WHERE id = (SELECT patient_id FROM cases WHERE id = $1)",
    [id],
  );
  const found = (q: string) => list(lab.actors.staff, { q }).then((page) => page.cases.map((c) => c.id));
  expect(await found("ab_50%")).toEqual([id]);
  expect(await found("b_50")).toEqual([id]);
  expect(await found("b%0")).toEqual([]);
  expect(await found("M_0")).toEqual([]);
  expect(await found("\\")).toEqual([]);
});

test("a search finds by number, practice and dentist, within the other filters", async () => {
  expect(numbers(await list(lab.actors.staff, { q: "m-00042" }))).toEqual(["M-00042"]);
  expect((await list(lab.actors.staff, { q: "Dr Test", sort: "number" })).cases).toHaveLength(50);
  expect(numbers(await list(lab.actors.staff, { q: "Dr Test", status: "cancelled" }))).toEqual([]);
});

test("another lab, and another practice of the same lab, sees and finds none of them", async () => {
  expect(numbers(await list(other.actors.admin, {}))).toEqual([]);
  expect(numbers(await list(other.actors.admin, { q: "M-00042" }))).toEqual([]);
  const foreign: Actor = { ...lab.actors.dentist, practice: { id: other.practiceId, name: "Elsewhere" } };
  expect(numbers(await list(foreign, {}))).toEqual([]);
  expect(numbers(await list(foreign, { q: "M-00042" }))).toEqual([]);
  expect(numbers(await list(lab.actors.dentist, { q: "M-00042" }))).toEqual(["M-00042"]);
});

test("says what each case is made of", async () => {
  const { number } = await buildCase(owner, lab, [
    { procedureType: "bridges", material: "zirconia_full", teeth: [24, 25, 26] },
    { procedureType: "night_guards" },
  ]);
  const [found] = (await list(lab.actors.staff, { q: number })).cases;
  expect(found?.items).toEqual([
    expect.objectContaining({
      procedureType: "bridges",
      arch: null,
      teeth: [24, 25, 26],
      stage: "receiving",
      units: 3,
    }),
    expect.objectContaining({ procedureType: "night_guards", arch: null, teeth: [], status: "in_production" }),
  ]);
});
