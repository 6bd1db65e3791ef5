import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { departmentLoad } from "./load";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
});
beforeEach(async () => {
  await owner.query("DELETE FROM workflow_stages");
});
afterAll(() => owner.release());

const crown = (units: number) => ({ procedureType: "crowns" as const, teeth: [14, 15, 16, 17].slice(0, units) });
const comingTo = async (name: string, of = lab, actor = of.actors.dentist) =>
  (await asActor(actor, (tx) => departmentLoad(tx))).find((d) => d.name === name)?.coming;
const moveTo = (stageId: string | undefined, stage: string) =>
  owner.query("UPDATE workflow_stages SET stage = $2 WHERE id = $1", [stageId, stage]);

test("counts what is there, and what stands upstream by the days until it comes", async () => {
  const one = await buildCase(owner, lab, [crown(2)]);
  const two = await buildCase(owner, lab, [crown(1)]);
  await moveTo(two.stageIds[0], "milling");
  await owner.query("UPDATE cases SET urgency = 'rush' WHERE id = $1", [two.id]);
  // A crown: receiving 0, scan 0.5, design 1, milling 1, sintering 1, quality 0.5 days.
  expect(await comingTo("Scan and design")).toEqual([{ leadDays: 0, units: 4, urgency: "standard", received: false }]);
  expect(await comingTo("Milling")).toEqual([
    { leadDays: 0, units: 1, urgency: "rush", received: true },
    { leadDays: 1, units: 2, urgency: "standard", received: false },
  ]);
  expect(await comingTo("Sintering and finishing")).toEqual([
    { leadDays: 1, units: 1, urgency: "rush", received: true },
    { leadDays: 2, units: 2, urgency: "standard", received: false },
  ]);
  expect(await comingTo("Front desk")).toEqual([]);
  await owner.query("UPDATE cases SET impression = 'physical' WHERE id = $1", [one.id]);
  expect((await comingTo("Milling"))?.[1]).toMatchObject({ leadDays: 2, units: 2 });
  await owner.query("UPDATE cases SET status = 'on_hold' WHERE id = $1", [one.id]);
  expect(await comingTo("Scan and design")).toEqual([]);
});

test("a department that a stage was moved to counts where it stands", async () => {
  const made = await buildCase(owner, lab, [crown(1)]);
  await moveTo(made.stageIds[0], "design");
  await owner.query(
    "UPDATE workflow_stages SET department_id = (SELECT id FROM departments WHERE lab_id = $2 AND key = 'quality') WHERE id = $1",
    [made.stageIds[0], lab.id],
  );
  expect(await comingTo("Scan and design")).toEqual([]);
  expect(await comingTo("Quality control")).toEqual([
    { leadDays: 0, units: 1, urgency: "standard", received: true },
    { leadDays: 3, units: 1, urgency: "standard", received: true },
  ]);
});

test("a practice reads the sums of its own lab, and neither departments nor the stages of others", async () => {
  await buildCase(owner, other, [crown(3)]);
  expect(await comingTo("Milling")).toEqual([]);
  expect(await comingTo("Milling", other)).toEqual([{ leadDays: 1, units: 3, urgency: "standard", received: false }]);
  await expect(asActor(lab.actors.dentist, (tx) => tx.rows(sql`SELECT 1 FROM departments`))).rejects.toThrow(
    "permission denied",
  );
  await expect(asActor(lab.actors.driver, (tx) => departmentLoad(tx))).rejects.toThrow("permission denied");
});
