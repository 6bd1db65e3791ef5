import { beforeEach, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { benchCase } from "./bench-case";
import { failQuality } from "./check-quality";
import { incomingCases, incomingFilterSchema } from "./incoming";
import { benchQueue, queueCounts } from "./queue";
import { queueFilterSchema, queueHref } from "./queue-filter";
import { findScanned } from "./scan";
import { start } from "./start";
import { as, openStages, receiveBuilt, refusalOf, seen, takeTo } from "./testing";

const db = useDatabase();
let lab: BuiltLab;

beforeEach(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});

async function submitted(change = "", items?: Parameters<typeof buildCase>[2]) {
  const owner = await db.ownerPool.connect();
  const built = await buildCase(owner, lab, items);
  if (change) await owner.query(`UPDATE cases SET ${change} WHERE id = $1`, [built.id]);
  owner.release();
  return built;
}
async function received(change = "", items?: Parameters<typeof buildCase>[2]) {
  const built = await submitted("", items);
  await receiveBuilt(lab, built);
  if (change) await db.ownerPool.query(`UPDATE cases SET ${change} WHERE id = $1`, [built.id]);
  return built;
}
const queue = (filter: Record<string, string> = {}, actor = lab.actors.technician) =>
  asActor(actor, (tx) => benchQueue(tx, actor, queueFilterSchema.parse(filter)));
const numbers = async (filter?: Record<string, string>) => (await queue(filter)).work.map(({ number }) => number);

test("the queue goes by ship-by day, then urgency; held cases stay out of it", async () => {
  const later = await received("ship_by = current_date + 5");
  const standard = await received("ship_by = current_date + 2");
  const rush = await received("ship_by = current_date + 2, urgency = 'rush'");
  await received("status = 'on_hold'");
  expect(await numbers()).toEqual([rush, standard, later].map(({ number }) => number));
});

test("items of a case at one stage are one line, at two stages two", async () => {
  const crown = { procedureType: "crowns" as const, material: "zirconia_full" as const };
  const built = await received("", [
    { ...crown, teeth: [14] },
    { ...crown, teeth: [15] },
    { procedureType: "repairs" },
  ]);
  const { work } = await queue();
  expect(work.map(({ number, stage, stages }) => [number, stage, stages.length])).toEqual([
    [built.number, "impression_scan", 2],
    [built.number, "design", 1],
  ]);
  expect(await numbers({ stage: "design" })).toEqual([built.number]);
});

test("mine is what I am on and what waits for anyone of my department", async () => {
  const { technician, manager } = lab.actors;
  const [begun, waiting] = [await received(), await received()];
  const elses = await received();
  await as(technician, start, { stages: seen(await openStages(db.ownerPool, begun.id)) });
  await as(manager, start, { stages: seen(await openStages(db.ownerPool, elses.id)) });
  expect(await numbers()).toEqual([begun.number, waiting.number]);
  await db.ownerPool.query(
    "INSERT INTO staff_profiles (lab_id, user_id, department_id) SELECT $1, $2, id FROM departments WHERE lab_id = $1 AND key = 'cam'",
    [lab.id, technician.userId],
  );
  expect(await numbers()).toEqual([begun.number]);
  expect(await numbers({ who: "department" })).toEqual([]);
  expect(await numbers({ who: "all" })).toEqual([begun.number, waiting.number, elses.number]);
  const counts = await asActor(technician, (tx) =>
    queueCounts(tx, technician, queueFilterSchema.parse({ who: "all" })),
  );
  expect(counts).toEqual({ stages: { impression_scan: 3 }, department: "Milling" });
});

test("pages follow each other by key without a gap", async () => {
  for (let i = 0; i < 52; i++) await received(`ship_by = current_date + ${i % 3}`);
  const first = await queue();
  const address = new URL(queueHref({ who: "mine", after: first.next }), "http://x").searchParams;
  const second = await queue(Object.fromEntries(address));
  expect([first.work.length, second.work.length, second.next]).toEqual([50, 2, null]);
  expect(new Set([...first.work, ...second.work].map(({ caseId }) => caseId)).size).toBe(52);
  const days = [...first.work, ...second.work].map(({ shipBy }) => shipBy);
  expect(days).toEqual([...days].sort());
  expect(queueFilterSchema.parse({ after: "nonsense", who: "x", stage: "delivery" })).toEqual({
    who: "mine",
    stage: null,
    person: null,
    department: null,
    after: null,
  });
}, 30_000);

test("incoming cases: the urgent ones first, then the oldest", async () => {
  const [old, rush, young] = [await submitted(), await submitted("urgency = 'rush'"), await submitted()];
  await received();
  const list = await asActor(lab.actors.staff, (tx) => incomingCases(tx, incomingFilterSchema.parse({}).after));
  expect(list.cases.map(({ number }) => number)).toEqual([rush, old, young].map(({ number }) => number));
});

test("the bench shows why an item came back, and how long it was worked on", async () => {
  const { technician } = lab.actors;
  const built = await received();
  const begun = await as(technician, start, {
    stages: seen(await takeTo(db.ownerPool, lab, built.id, "quality_control")),
  });
  const cause = await db.ownerPool.query("SELECT id, label FROM reasons WHERE lab_id = $1 AND code = 'shade'", [
    lab.id,
  ]);
  const shade = cause.rows.find(({ label }) => label === "Shade");
  const qc = await db.ownerPool.query(
    "SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'qc_failure' AND code = 'shade'",
    [lab.id],
  );
  await as(technician, failQuality, {
    stages: begun.stages,
    answers: [],
    to: "sintering",
    reasonId: qc.rows[0]?.id,
    note: "too light",
  });
  const again = await as(technician, start, { stages: seen(await openStages(db.ownerPool, built.id)) });
  await db.ownerPool.query(
    "UPDATE stage_time_entries SET started_at = started_at - interval '90 s' WHERE workflow_stage_id = $1",
    [again.stages[0]?.id],
  );
  const shown = await asActor(technician, (tx) => benchCase(tx, built.id));
  expect(shown?.items[0]).toMatchObject({
    cameBack: { from: "quality_control", reason: shade?.label, note: "too light" },
    open: { stage: "sintering", attempt: 2, status: "in_progress", running: true, assignedTo: "Test technician" },
  });
  expect(shown?.items[0]?.open?.workingSeconds).toBeGreaterThanOrEqual(90);
  expect(shown?.items[0]?.open?.workingSeconds).toBeLessThan(95);
});

test("a code opens its case: by number, by address, by the pan that carries it; not another lab's", async () => {
  const built = await submitted();
  await db.ownerPool.query(
    "WITH p AS (INSERT INTO pans (lab_id, code) VALUES ($1, 'B-7') RETURNING id) UPDATE cases SET pan_id = p.id FROM p WHERE cases.id = $2",
    [lab.id, built.id],
  );
  for (const code of [built.number, `http://lab.test/cases/${built.id}`, "b-7"])
    expect(await as(lab.actors.technician, findScanned, { code })).toMatchObject({ id: built.id });
  expect((await refusalOf(as(lab.actors.technician, findScanned, { code: "B-8" }))).message).toContain("B-8");
  const owner = await db.ownerPool.connect();
  const other = await buildLab(owner);
  owner.release();
  expect(await refusalOf(as(other.actors.technician, findScanned, { code: built.id }))).toMatchObject({
    code: "not_found",
  });
});
