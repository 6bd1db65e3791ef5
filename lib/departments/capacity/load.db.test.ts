import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { capacityPlan, loadBehind } from "./queries";

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
  cam = (
    await owner.query(
      "UPDATE departments SET daily_capacity_units = 3 WHERE lab_id = $1 AND key = 'cam' RETURNING id",
      [lab.id],
    )
  ).rows[0].id;
});

const TEETH = [11, 12, 13, 14, 15, 16, 17];
/** A case of one item of so many units that stands at a stage of the crown's template: scan ½, design 1, milling 1, sintering 1, check ½. */
async function crowns(units: number, stage: string, of: { status?: string; impression?: string } = {}) {
  const built = await buildCase(owner, lab, [
    { procedureType: "crowns", material: "zirconia_full", teeth: TEETH.slice(0, units) },
  ]);
  await owner.query("UPDATE case_items SET stage = $2 WHERE case_id = $1", [built.id, stage]);
  await owner.query("UPDATE workflow_stages SET stage = $2 WHERE case_id = $1", [built.id, stage]);
  await owner.query(
    "UPDATE cases SET status = coalesce($2, status), impression = coalesce($3, impression) WHERE id = $1",
    [built.id, of.status ?? null, of.impression ?? null],
  );
  return built.itemIds[0] as string;
}
/** Milling's days: "26: 0+2=2/3, 0 over". */
async function milling(now?: Date, of = lab): Promise<string[]> {
  const plan = await asActor(of.actors.manager, (tx) => capacityPlan(tx, now));
  const days = plan.departments.find(({ id }) => id === cam)?.days ?? [];
  return days.map((d) => `${d.day.slice(8)}: ${d.waiting}+${d.arriving}=${d.load}/${d.capacity}, ${d.over} over`);
}

async function someWork() {
  return {
    here: await crowns(2, "milling"),
    designed: await crowns(4, "design"), // one day upstream: 1½ less ½
    scanned: await crowns(5, "receiving"), // 1½ days upstream, rounded down
    posted: await crowns(7, "receiving", { impression: "physical" }), // a day more to come
    held: await crowns(6, "milling", { status: "on_hold" }),
    past: await crowns(3, "sintering"),
  };
}

// 2026-11-25 is a Wednesday.
test("open work reaches the department after its days and waits where the day is full; a held case is left out", async () => {
  await someWork();
  expect((await milling(new Date("2026-11-25T12:00:00Z"))).slice(0, 8)).toEqual([
    "26: 0+2=2/3, 0 over",
    "27: 0+9=9/3, 6 over",
    "30: 6+7=13/3, 10 over",
    "01: 10+0=10/3, 7 over",
    "02: 7+0=7/3, 4 over",
    "03: 4+0=4/3, 1 over",
    "04: 1+0=1/3, 0 over",
    "07: 0+0=0/3, 0 over",
  ]);
});

test("after closing time what is not received comes a day later, and a closing day is no day of the plan", async () => {
  await someWork();
  await owner.query("INSERT INTO lab_closing_days (lab_id, closed_on, name) VALUES ($1, '2026-11-27', 'Shut')", [
    lab.id,
  ]);
  expect((await milling(new Date("2026-11-25T22:00:00Z"))).slice(0, 4)).toEqual([
    "26: 0+2=2/3, 0 over",
    "30: 0+4=4/3, 1 over",
    "01: 1+5=6/3, 3 over",
    "02: 3+7=10/3, 7 over",
  ]);
});

test("a released case counts again, and another lab's work never does", async () => {
  const { held } = await someWork();
  await owner.query("UPDATE cases SET status = 'milling' WHERE id = (SELECT case_id FROM case_items WHERE id = $1)", [
    held,
  ]);
  expect((await milling(new Date("2026-11-25T12:00:00Z")))[0]).toBe("26: 0+8=8/3, 5 over");
  const other = await buildLab(owner);
  const plan = await asActor(other.actors.manager, (tx) => capacityPlan(tx));
  expect(plan.departments.flatMap(({ days }) => days).filter(({ load }) => load > 0)).toEqual([]);
});

test("a day on which its only machine is planned to stand still can do nothing", async () => {
  await crowns(2, "milling");
  await owner.query(
    `WITH e AS (INSERT INTO department_equipment (lab_id, department_id, name, code) VALUES ($1, $2, 'Mill', 'M1') RETURNING id)
     INSERT INTO equipment_downtimes (lab_id, equipment_id, started_at, ended_at, planned, reported_by_id)
     SELECT $1, id, now() - interval '1 hour', now() + interval '60 days', true, $3 FROM e`,
    [lab.id, cam, lab.actors.manager.userId],
  );
  const plan = await asActor(lab.actors.manager, (tx) => capacityPlan(tx));
  const [first, second] = plan.departments.find(({ id }) => id === cam)?.days ?? [];
  expect(first).toMatchObject({ load: 2, capacity: 0, over: 2, shortOf: "machines" });
  expect(second).toMatchObject({ waiting: 2, load: 2, capacity: 0, over: 2 });
});

test("behind a day's load are the items that arrive on it and those that wait, never the held one", async () => {
  const { here, designed, scanned, posted } = await someWork();
  const behind = (n: number, waiting: number) =>
    asActor(lab.actors.manager, (tx) => loadBehind(tx, cam, { n, waiting, startsIn: 0 }));
  const ids = (items: { itemId: string; waits: boolean }[]) =>
    Object.fromEntries(items.map(({ itemId, waits }) => [itemId, waits]));
  const [first, second, third] = [await behind(1, 0), await behind(2, 0), await behind(3, 6)];
  expect([ids(first.items), first.total, first.units]).toEqual([{ [here]: false }, 1, 2]);
  expect([ids(second.items), second.units]).toEqual([{ [designed]: false, [scanned]: false }, 9]);
  // Six units wait of the nine that came the day before: both items are among them.
  expect(ids(third.items)).toEqual({ [designed]: true, [scanned]: true, [posted]: false });
});
