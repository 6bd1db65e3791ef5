import { beforeAll, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { failQuality, passQuality } from "./check-quality";
import { finishDelivery, handOver } from "./deliver";
import { sendBack } from "./send-back";
import { start } from "./start";
import { allPassed, as, openStages, receiveBuilt, refusalOf, seen, stagesOf, takeTo } from "./testing";

const db = useDatabase();
let lab: BuiltLab;
const reason = async (kind: string) =>
  (await db.ownerPool.query("SELECT id FROM reasons WHERE lab_id = $1 AND kind = $2 LIMIT 1", [lab.id, kind])).rows[0]
    ?.id as string;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});

async function built(items?: Parameters<typeof buildCase>[2]) {
  const owner = await db.ownerPool.connect();
  const made = await buildCase(owner, lab, items);
  owner.release();
  await receiveBuilt(lab, made);
  return made;
}

/** A crown whose quality check was begun. */
async function atCheck() {
  const made = await built();
  const waiting = await takeTo(db.ownerPool, lab, made.id, "quality_control");
  const { stages } = await as(lab.actors.technician, start, { stages: seen(waiting) });
  return { caseId: made.id, itemId: made.itemIds[0] as string, stages, answers: await allPassed(db.ownerPool, lab) };
}
const attempts = async (caseId: string) =>
  (await stagesOf(db.ownerPool, caseId)).map((s) => `${s.stage} ${s.attempt} ${s.outcome ?? s.status}`);
const itemRow = async (id: string) =>
  (await db.ownerPool.query("SELECT * FROM case_items WHERE id = $1", [id])).rows[0];
const caseRow = async (id: string) => (await db.ownerPool.query("SELECT * FROM cases WHERE id = $1", [id])).rows[0];

test("a pass finishes the item, opens its delivery and keeps every answer", async () => {
  const { caseId, itemId, stages, answers } = await atCheck();
  await as(lab.actors.technician, passQuality, { stages, answers });
  expect(await itemRow(itemId)).toMatchObject({ status: "finished", stage: "delivery", finished_at: expect.any(Date) });
  expect(await caseRow(caseId)).toMatchObject({ status: "ready" });
  expect((await attempts(caseId)).slice(-2)).toEqual(["quality_control 1 passed", "delivery 1 pending"]);
  const checks = await db.ownerPool.query("SELECT passed FROM stage_checks WHERE workflow_stage_id = $1", [
    stages[0]?.id,
  ]);
  expect(checks.rows).toEqual(answers.map(() => ({ passed: true })));
});

test("a pass needs every question answered, and with yes", async () => {
  const { caseId, stages, answers } = await atCheck();
  const pass = (given: typeof answers) => refusalOf(as(lab.actors.technician, passQuality, { stages, answers: given }));
  expect((await pass(answers.slice(1))).fieldErrors?.answers?.[0]).toMatch(/^Still to check/);
  const oneNo = answers.map((answer, i) => (i === 0 ? { ...answer, passed: false } : answer));
  expect((await pass(oneNo)).fieldErrors?.answers?.[0]).toMatch(/^Did not pass/);
  const foreign = [...answers, { checklistItemId: caseId, passed: true }];
  expect((await pass(foreign)).fieldErrors).toHaveProperty("answers");
  expect((await attempts(caseId)).at(-1)).toBe("quality_control 1 in_progress");
});

test("a fail opens the second attempt where it goes back to, and the later stages are passed again", async () => {
  const { caseId, itemId, stages, answers } = await atCheck();
  const no = answers.map((answer) => ({ ...answer, passed: false, note: "open at the mesial" }));
  const reasonId = await reason("qc_failure");
  await as(lab.actors.technician, failQuality, { stages, answers: no, to: "milling", reasonId, note: "margin" });
  expect(await itemRow(itemId)).toMatchObject({ status: "in_production", stage: "milling", finished_at: null });
  expect(await caseRow(caseId)).toMatchObject({ status: "milling" });

  await takeTo(db.ownerPool, lab, caseId, "delivery");
  expect(await attempts(caseId)).toEqual([
    "receiving 1 passed",
    "impression_scan 1 passed",
    "design 1 passed",
    "milling 1 passed",
    "sintering 1 passed",
    "quality_control 1 failed",
    "milling 2 passed",
    "sintering 2 passed",
    "quality_control 2 passed",
    "delivery 1 pending",
  ]);
  const failed = (await stagesOf(db.ownerPool, caseId)).find(({ outcome }) => outcome === "failed");
  expect(failed).toMatchObject({ reason_id: reasonId, reason_note: "margin" });
});

test("it cannot go back to a stage its template does not have, nor forward", async () => {
  const made = await built([{ procedureType: "night_guards", material: "acrylic" }]);
  const waiting = seen(await takeTo(db.ownerPool, lab, made.id, "quality_control"));
  const back = { stages: waiting, reasonId: await reason("send_back") };
  for (const to of ["sintering", "receiving", "delivery", "quality_control"] as const)
    expect((await refusalOf(as(lab.actors.technician, sendBack, { ...back, to }))).fieldErrors).toHaveProperty("to");
  await as(lab.actors.technician, sendBack, { ...back, to: "design" });
  expect((await attempts(made.id)).slice(-2)).toEqual(["quality_control 1 sent_back", "design 2 pending"]);
});

test("a finished item comes back from delivery until it is in a shipment", async () => {
  const { caseId, itemId, stages, answers } = await atCheck();
  await as(lab.actors.technician, passQuality, { stages, answers });
  const back = { to: "sintering" as const, reasonId: await reason("send_back") };
  const shipment = await db.ownerPool.query(
    "INSERT INTO shipments (lab_id, number, practice_id, case_id) VALUES ($1, 'S-1', $2, $3) RETURNING id",
    [lab.id, lab.practiceId, caseId],
  );
  await db.ownerPool.query("INSERT INTO shipment_items (lab_id, shipment_id, case_item_id) VALUES ($1, $2, $3)", [
    lab.id,
    shipment.rows[0]?.id,
    itemId,
  ]);
  const open = async () => seen(await openStages(db.ownerPool, caseId));
  const refusal = await refusalOf(as(lab.actors.technician, sendBack, { ...back, stages: await open() }));
  expect(refusal).toMatchObject({ reason: "in_shipment" });
  const given = as(lab.actors.staff, handOver, { stages: await open(), receiver: "Ann" });
  expect(await refusalOf(given)).toMatchObject({ reason: "in_shipment" });
  await db.ownerPool.query("UPDATE shipments SET status = 'cancelled' WHERE id = $1", [shipment.rows[0]?.id]);
  await as(lab.actors.technician, sendBack, { ...back, stages: await open() });
  expect(await itemRow(itemId)).toMatchObject({ status: "in_production", stage: "sintering" });
});

test("each delivery drafts what it brought, and the last delivers the case and frees its pan", async () => {
  const made = await built([
    { procedureType: "crowns", material: "zirconia_full", teeth: [14] },
    { procedureType: "crowns", material: "zirconia_full", teeth: [15] },
  ]);
  await takeTo(db.ownerPool, lab, made.id, "delivery");
  const drafts = async () =>
    (
      await db.ownerPool.query(
        "SELECT payload FROM outbox WHERE topic = 'draft_invoice' AND payload ->> 'caseId' = $1",
        [made.id],
      )
    ).rows;
  const [first, second] = await openStages(db.ownerPool, made.id);
  await as(lab.actors.staff, handOver, { stages: seen(first ? [first] : []), receiver: "Ann" });
  expect(await caseRow(made.id)).toMatchObject({ status: "ready", delivered_at: null });
  const draft = { payload: { labId: lab.id, caseId: made.id } };
  expect(await drafts()).toEqual([draft]);
  await db.ownerPool.query("INSERT INTO holds (lab_id, case_id, placed_by_id) VALUES ($1, $2, $3)", [
    lab.id,
    made.id,
    lab.actors.staff.userId,
  ]);
  await as(
    lab.actors.driver,
    (context, input: { itemIds: string[] }) => context.tx.withLabRights(() => finishDelivery(context, input)),
    { itemIds: [second?.item_id as string] },
  );
  expect(await caseRow(made.id)).toMatchObject({ status: "delivered", delivered_at: expect.any(Date) });
  const open = await db.ownerPool.query("SELECT FROM holds WHERE case_id = $1 AND released_at IS NULL", [made.id]);
  expect(open.rowCount).toBe(0);
  expect(await drafts()).toEqual([draft, draft]);
  const again = as(lab.actors.staff, finishDelivery, { itemIds: made.itemIds });
  expect(await refusalOf(again)).toMatchObject({ reason: "not_finished" });
});
