import { DateTime } from "luxon";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { as, refusalOf } from "@/lib/workflow/testing";
import { budgetsOf, removeBudget, restoreBudget, setBudget } from "./budgets";
import { monthlyCosts } from "./costs/queries";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let cam: string;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());
beforeEach(async () => {
  lab = await buildLab(owner);
  cam = (await owner.query("SELECT id FROM departments WHERE lab_id = $1 AND key = 'cam'", [lab.id])).rows[0].id;
});

/** A month so many after this one of the lab, as the form says it. */
const month = (n: number) => DateTime.now().setZone("Europe/London").startOf("month").plus({ months: n });
const said = (n: number) => month(n).toFormat("yyyy-MM");
const set = (n: number, amount: string | null) =>
  as(lab.actors.manager, setBudget, { departmentId: cam, from: said(n), amount });
/** What held in the months from three before this one to two after it. */
async function held(of = lab): Promise<(string | null)[]> {
  const [first, last] = [month(-3).toISODate() as string, month(2).toISODate() as string];
  const rows = await asActor(of.actors.manager, (tx) => monthlyCosts(tx, first, last));
  return rows.filter(({ departmentId }) => departmentId === cam).map(({ budget }) => budget);
}
const onDepartment = async () =>
  (await owner.query("SELECT monthly_budget FROM departments WHERE id = $1", [cam])).rows[0].monthly_budget;

test("each budget holds from its month until the next one's; this month's stands on the department", async () => {
  await set(-2, "1000.00");
  expect(await onDepartment()).toBe("1000.00");
  await set(0, "1500.50");
  await set(1, null);
  await set(2, "0");
  expect(await held()).toEqual([null, "1000.00", "1000.00", "1500.50", null, "0.00"]);
  expect(await onDepartment()).toBe("1500.50");
  const budgets = await asActor(lab.actors.manager, (tx) => budgetsOf(tx, cam));
  expect(budgets.map(({ from }) => from)).toEqual([2, 1, 0, -2].map((n) => month(n).toISODate()));
  expect(new Set(budgets.map(({ setBy }) => setBy))).toEqual(new Set(["Test manager"]));
});

test("a second one for a month replaces it, and what is left is the budget less the costs", async () => {
  await set(0, "1000");
  const { id } = await set(0, "700");
  expect((await asActor(lab.actors.manager, (tx) => budgetsOf(tx, cam))).map((b) => b.id)).toEqual([id]);
  await owner.query(
    `WITH e AS (INSERT INTO department_equipment (lab_id, department_id, name, code) VALUES ($1, $2, 'Mill', 'M1') RETURNING id)
     INSERT INTO maintenance_log (lab_id, equipment_id, department_id, done_on, what, done_by, cost) SELECT $1, id, $2, $3, 'Spindle', 'Service', 820.25 FROM e`,
    [lab.id, cam, month(0).toISODate()],
  );
  const first = month(0).toISODate() as string;
  const rows = await asActor(lab.actors.manager, (tx) => monthlyCosts(tx, first, first));
  expect(rows.find(({ departmentId }) => departmentId === cam)).toMatchObject({
    total: "820.25",
    budget: "700.00",
    left: "-120.25",
  });
});

test("one taken away lets the one before hold on; brought back it holds again, unless its month has another by now", async () => {
  await set(-1, "1000");
  const budget = await set(0, "1500");
  await as(lab.actors.manager, removeBudget, budget);
  expect(await held()).toEqual([null, null, "1000.00", "1000.00", "1000.00", "1000.00"]);
  expect(await onDepartment()).toBe("1000.00");
  await as(lab.actors.manager, restoreBudget, budget);
  expect((await held())[3]).toBe("1500.00");
  expect(await onDepartment()).toBe("1500.00");
  await as(lab.actors.manager, removeBudget, budget);
  await set(0, "1800");
  const refusal = await refusalOf(as(lab.actors.manager, restoreBudget, budget));
  expect(refusal).toMatchObject({ reason: "budget_exists" });
  expect((await held())[3]).toBe("1800.00");
});

test("another lab neither sees a budget nor changes it", async () => {
  const budget = await set(0, "1000");
  const other = await buildLab(owner);
  const { manager } = other.actors;
  expect(await asActor(manager, (tx) => budgetsOf(tx, cam))).toEqual([]);
  expect(await refusalOf(as(manager, setBudget, { departmentId: cam, from: said(0), amount: "1" }))).toMatchObject({
    code: "not_found",
  });
  expect(await refusalOf(as(manager, removeBudget, budget))).toMatchObject({ code: "not_found" });
  expect((await held())[3]).toBe("1000.00");
});
