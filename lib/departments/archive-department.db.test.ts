import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { buildColleague } from "@/lib/staff/testing/rostered";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { as, refusalOf } from "@/lib/workflow/testing";
import { archiveDepartment, restoreDepartment } from "./archive-department";
import { monthlyCosts } from "./costs/queries";
import { archivedDepartments, listDepartments } from "./queries";
import { saveDepartment } from "./save-department";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let id: string;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());
beforeEach(async () => {
  lab = await buildLab(owner);
  id = (await as(lab.actors.manager, saveDepartment, { name: "Orthodontics", headId: null, units: 12 })).id;
});

const names = async (list: typeof listDepartments | typeof archivedDepartments) =>
  (await asActor<{ name: string }[]>(lab.actors.manager, list)).map(({ name }) => name);
const archive = (departmentId = id) => as(lab.actors.manager, archiveDepartment, { id: departmentId });

test("one put away is in no list but the archive, and comes back as it was", async () => {
  await archive();
  expect(await names(listDepartments)).not.toContain("Orthodontics");
  expect(await names(archivedDepartments)).toEqual(["Orthodontics"]);
  await as(lab.actors.manager, restoreDepartment, { id });
  expect(await names(archivedDepartments)).toEqual([]);
  const back = (await asActor(lab.actors.manager, listDepartments)).find((each) => each.id === id);
  expect(back).toMatchObject({ name: "Orthodontics", units: 12 });
});

test("its past costs stay", async () => {
  await owner.query(
    `WITH e AS (INSERT INTO department_equipment (lab_id, department_id, name, code, status) VALUES ($1, $2, 'Press', 'P1', 'decommissioned') RETURNING id)
     INSERT INTO maintenance_log (lab_id, equipment_id, department_id, done_on, what, done_by, cost) SELECT $1, id, $2, '2025-03-05', 'Seal', 'Service', 45 FROM e`,
    [lab.id, id],
  );
  await archive();
  const months = await asActor(lab.actors.manager, (tx) => monthlyCosts(tx, "2025-03-01", "2025-04-01"));
  expect(months.filter(({ departmentId }) => departmentId === id).map((m) => `${m.month} ${m.total}`)).toEqual([
    "2025-03-01 45.00",
  ]);
});

test("it stays while people, machines, templates or open work need it", async () => {
  const { profileId } = await buildColleague(owner, lab.id, "orthodontics");
  expect(await refusalOf(archive())).toMatchObject({
    reason: "department_in_use",
    message: expect.stringContaining("1 person"),
  });
  await owner.query("UPDATE staff_profiles SET department_id = NULL WHERE id = $1", [profileId]);
  const press = await owner.query(
    "INSERT INTO department_equipment (lab_id, department_id, name, code) VALUES ($1, $2, 'Press', 'P1') RETURNING id",
    [lab.id, id],
  );
  expect((await refusalOf(archive())).message).toContain("1 machine");
  await owner.query("UPDATE department_equipment SET status = 'decommissioned' WHERE id = $1", [press.rows[0].id]);
  const cad = (await asActor(lab.actors.manager, listDepartments)).find(({ stages }) => stages.includes("design"));
  expect((await refusalOf(archive(cad?.id))).message).toContain("templates");
  await archive();
});

test("another lab can neither put it away nor take it back", async () => {
  const { manager } = (await buildLab(owner)).actors;
  expect(await refusalOf(as(manager, archiveDepartment, { id }))).toMatchObject({ code: "not_found" });
  await archive();
  expect(await refusalOf(as(manager, restoreDepartment, { id }))).toMatchObject({ code: "not_found" });
  expect(await names(archivedDepartments)).toEqual(["Orthodontics"]);
});
