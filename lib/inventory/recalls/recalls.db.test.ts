import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildLab, buildPractice } from "@/lib/testing/build";
import { complete } from "@/lib/workflow/complete";
import { start } from "@/lib/workflow/start";
import { as, openStages, receiveBuilt, refusalOf, seen } from "@/lib/workflow/testing";
import { undoComplete } from "@/lib/workflow/undo-complete";
import { buildLine, buildStock, builtCase, clearBills } from "../use/testing";
import { acknowledge } from "./acknowledge";
import { closeRecall, withdrawRecall } from "./end-recall";
import { holdAffected } from "./hold-affected";
import { mailRecall } from "./mail-recall";
import { ownNotice, ownNotices, readRecall } from "./queries";
import { recallLot } from "./recall-lot";
import { remindPractices } from "./remind-practices";

const db = useDatabase();
let lab: BuiltLab;
let manager: Actor;
let other: { id: string; name: string };

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  manager = lab.actors.manager;
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  other = await buildPractice(owner);
  await owner.query("UPDATE practices SET email = 'desk@' || code || '.casepan.test' WHERE lab_id = $1", [lab.id]);
  owner.release(true);
});
beforeEach(() => clearBills(db.ownerPool, lab));

/** A case whose scan took its bill; of another practice when told so. */
async function used(practiceId?: string): Promise<BuiltCase & { stages: { id: string; version: number }[] }> {
  const built = await builtCase(db.ownerPool, lab);
  await receiveBuilt(lab, built);
  const { stages } = await as(lab.actors.technician, start, { stages: seen(await openStages(db.ownerPool, built.id)) });
  if (practiceId)
    await db.ownerPool.query(
      "WITH moved AS (UPDATE cases SET practice_id = $2 WHERE id = $1 RETURNING patient_id) UPDATE patients SET practice_id = $2 WHERE id IN (SELECT patient_id FROM moved)",
      [built.id, practiceId],
    );
  return { ...built, stages: (await as(lab.actors.technician, complete, { stages })).stages };
}
const recallOf = (lotId: string | undefined) =>
  as(manager, recallLot, {
    lotId: lotId as string,
    reason: "Cracks after sintering",
    reference: "FSN-17",
    advice: "Do not cement it.",
    idempotencyKey: crypto.randomUUID(),
  });
const read = (id: string) => asActor(manager, (tx) => readRecall(tx, id, "fdi"));
const own = (id: string) => asActor(lab.actors.dentist, (tx) => ownNotice(tx, id));

async function recalledLot() {
  const { itemId, lotIds } = await buildStock(db.ownerPool, lab, [
    { number: "BAD", expiresIn: 10, quantity: 4 },
    { number: "GOOD", quantity: 50 },
  ]);
  await buildLine(db.ownerPool, lab, { itemId });
  const cases = {
    mine: await used(),
    taken: await used(),
    theirs: await used(other.id),
    again: await used(other.id),
    clean: await used(),
  };
  await as(lab.actors.technician, undoComplete, { stages: cases.taken.stages });
  const { recallId, told } = await recallOf(lotIds[0]);
  return { ...cases, lotIds, recallId, told };
}

test("a recall finds exactly the cases that the lot is in, and tells each practice of its own alone", async () => {
  const { mine, theirs, again, recallId, told } = await recalledLot();
  expect(told).toBe(2);
  const recall = await read(recallId);
  const numbers = recall?.affected.flatMap(({ cases }) => cases.map(({ number }) => number)).toSorted();
  expect(numbers).toEqual([mine.number, theirs.number, again.number].toSorted());
  const toldTo = (practiceId: string) =>
    recall?.list.find((notice) => notice.practiceId === practiceId)?.told.cases.map(({ number }) => number);
  expect(toldTo(lab.practiceId)).toEqual([mine.number]);
  expect(toldTo(other.id)).toEqual([theirs.number, again.number].toSorted());
  const seenByPractice = await asActor(lab.actors.dentist, (tx) => ownNotices(tx));
  expect(seenByPractice.flatMap((notice) => notice.told.cases.map(({ number }) => number))).toEqual([mine.number]);
  expect(seenByPractice[0]?.told.cases[0]?.items).toEqual(["Crown 14"]);
});

test("the letter names the practice's own cases, and a second run of its job after the answer sends nothing", async () => {
  const { mine, theirs, recallId } = await recalledLot();
  const notice = (await read(recallId))?.list.find(({ practiceId }) => practiceId === lab.practiceId);
  const noticeId = notice?.id as string;
  await as(manager, mailRecall, { noticeId, kind: "recall" });
  const sent = await db.ownerPool.query<{ text_body: string }>(
    "SELECT text_body FROM mail_messages WHERE lab_id = $1 AND text_body LIKE '%' || $2 || '%'",
    [lab.id, noticeId],
  );
  expect(sent.rows[0]?.text_body).toContain(mine.number);
  expect(sent.rows[0]?.text_body).not.toContain(theirs.number);
  await as(lab.actors.dentist, acknowledge, { noticeId, remark: "" });
  await as(manager, mailRecall, { noticeId, kind: "reminder" });
  const after = await db.ownerPool.query(
    "SELECT FROM mail_messages WHERE lab_id = $1 AND text_body LIKE '%' || $2 || '%'",
    [lab.id, noticeId],
  );
  expect(after.rowCount).toBe(1);
});

test("a practice acknowledges its own notice once, and no other's", async () => {
  const { recallId } = await recalledLot();
  const list = (await read(recallId))?.list ?? [];
  const mine = list.find(({ practiceId }) => practiceId === lab.practiceId)?.id as string;
  const foreign = list.find(({ practiceId }) => practiceId === other.id)?.id as string;
  await as(lab.actors.dentist, acknowledge, { noticeId: mine, remark: "Patient is called in" });
  await as(lab.actors.dentist, acknowledge, { noticeId: mine, remark: "Again" });
  expect(await own(mine)).toMatchObject({ acknowledgedName: "Test dentist", remark: "Patient is called in" });
  expect(await refusalOf(as(lab.actors.dentist, acknowledge, { noticeId: foreign, remark: "" }))).toMatchObject({
    code: "not_found",
  });
});

test("whoever has not acknowledged is reminded once a day, and the recall is closed with an outcome even so", async () => {
  const { recallId } = await recalledLot();
  const mine = (await read(recallId))?.list.find(({ practiceId }) => practiceId === lab.practiceId)?.id as string;
  await as(lab.actors.dentist, acknowledge, { noticeId: mine, remark: "" });
  expect(await as(manager, remindPractices, { recallId })).toEqual({ reminded: 1 });
  expect(await as(manager, remindPractices, { recallId })).toEqual({ reminded: 0 });
  const close = { recallId, version: 1, outcome: "All crowns checked" };
  expect(await refusalOf(as(manager, closeRecall, { ...close, evenSo: false }))).toMatchObject({
    reason: "not_acknowledged",
  });
  await as(manager, closeRecall, { ...close, evenSo: true });
  expect(await read(recallId)).toMatchObject({ outcome: "All crowns checked" });
  expect(await refusalOf(as(manager, withdrawRecall, { recallId, version: 2, reason: "x" }))).toMatchObject({
    reason: "already_closed",
  });
});

test("a withdrawn recall says so to its practices, and the lot may be used and recalled again", async () => {
  const { recallId, lotIds } = await recalledLot();
  expect(await refusalOf(recallOf(lotIds[0]))).toMatchObject({ reason: "already_recalled" });
  await as(manager, withdrawRecall, { recallId, version: 1, reason: "Wrong number" });
  const [notice] = (await read(recallId))?.list ?? [];
  const told = await db.ownerPool.query(
    "SELECT payload FROM outbox WHERE topic = 'mail_recall' AND payload ->> 'kind' = 'withdrawal'",
  );
  expect(told.rows.map(({ payload }) => payload.noticeId)).toContain(notice?.id);
  const next = await used();
  expect((await recallOf(lotIds[0])).told).toBe(2);
  expect(next.id).toBeTruthy();
});

test("affected cases that are still in the lab are put on hold, others are left alone", async () => {
  const { mine, theirs, clean, recallId } = await recalledLot();
  await db.ownerPool.query("UPDATE cases SET status = 'delivered', delivered_at = now() WHERE id = $1", [theirs.id]);
  const reason = await db.ownerPool.query<{ id: string }>(
    "SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'hold' LIMIT 1",
    [lab.id],
  );
  const caseIds = [mine.id, theirs.id, clean.id];
  const held = await as(manager, holdAffected, { recallId, caseIds, reasonId: reason.rows[0]?.id as string });
  expect(held).toEqual({ held: 1 });
  const status = await db.ownerPool.query("SELECT status FROM cases WHERE id = $1", [mine.id]);
  expect(status.rows[0]).toEqual({ status: "on_hold" });
});
