import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { questionsOf } from "../checklist";
import { complete } from "../complete";
import { start } from "../start";
import { as, openStages, receiveBuilt, refusalOf, seen } from "../testing";
import { addQuestion, archiveQuestion, changeQuestion, orderQuestions, restoreQuestion } from "./edit";

const db = useDatabase();
let lab: BuiltLab;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});

async function begun(): Promise<{ built: BuiltCase; stages: { id: string; version: number }[] }> {
  const owner = await db.ownerPool.connect();
  const built = await buildCase(owner, lab);
  owner.release();
  await receiveBuilt(lab, built);
  const { stages } = await as(lab.actors.technician, start, { stages: seen(await openStages(db.ownerPool, built.id)) });
  return { built, stages };
}
async function pictureOf(built: BuiltCase, mediaType = "image/png"): Promise<string> {
  const { rows } = await db.ownerPool.query<{ id: string }>(
    `INSERT INTO case_files (lab_id, practice_id, case_id, name, kind, media_type, size_bytes, sha256, store_key, uploaded_by_id)
     VALUES ($1, $2, $3, 'photo.png', 'photo', $4, 10, repeat('0', 64), $5, $6) RETURNING id`,
    [lab.id, lab.practiceId, built.id, mediaType, randomUUID(), lab.actors.technician.userId],
  );
  return rows[0]?.id as string;
}
const place = { stage: "impression_scan" as const, procedureType: null };

test("a stage with questions is completed with every answer, a photo where one is asked, and the words are kept as they were", async () => {
  const { manager, technician } = lab.actors;
  const { id } = await as(manager, addQuestion, { ...place, label: "Margins in the scan", photoRequired: true });
  const bridges = await as(manager, addQuestion, {
    stage: "impression_scan",
    procedureType: "bridges",
    label: "Both abutments",
    photoRequired: false,
  });
  const { built, stages } = await begun();
  const finish = (answers: { checklistItemId: string; passed: boolean; fileId?: string }[]) =>
    as(technician, complete, { stages, answers });
  expect(await refusalOf(finish([]))).toMatchObject({
    reason: "checklist_open",
    message: expect.stringContaining("Margins in the scan"),
  });
  expect((await refusalOf(finish([{ checklistItemId: id, passed: true }]))).message).toContain("photo");
  expect((await refusalOf(finish([{ checklistItemId: id, passed: false }]))).message).toContain("Did not pass");
  const other = (await begun()).built;
  expect(
    (await refusalOf(finish([{ checklistItemId: id, passed: true, fileId: await pictureOf(other) }]))).message,
  ).toContain("this case");
  const pdf = await pictureOf(built, "application/pdf");
  expect((await refusalOf(finish([{ checklistItemId: id, passed: true, fileId: pdf }]))).message).toContain("picture");
  const fileId = await pictureOf(built);
  await finish([{ checklistItemId: id, passed: true, fileId }]);
  await as(manager, changeQuestion, { id, label: "Margins", photoRequired: false });
  const kept = await db.ownerPool.query(
    "SELECT label, passed, file_id FROM stage_checks WHERE checklist_item_id = $1",
    [id],
  );
  expect(kept.rows).toEqual([{ label: "Margins in the scan", passed: true, file_id: fileId }]);
  await as(manager, archiveQuestion, { id });
  await as(manager, archiveQuestion, { id: bridges.id });
});

test("an archived question is asked no more, and asked again once restored", async () => {
  const { manager, technician } = lab.actors;
  const { id } = await as(manager, addQuestion, { ...place, label: "Bite scanned", photoRequired: false });
  await as(manager, archiveQuestion, { id });
  const { stages } = await begun();
  await as(technician, complete, { stages });
  await as(manager, restoreQuestion, { id });
  const again = await begun();
  expect(await refusalOf(as(technician, complete, { stages: again.stages }))).toMatchObject({
    reason: "checklist_open",
  });
  await as(manager, archiveQuestion, { id });
});

test("questions are asked in the order given; an order of another list is refused", async () => {
  const { manager } = lab.actors;
  const list = { stage: "design" as const, procedureType: null };
  const a = await as(manager, addQuestion, { ...list, label: "A", photoRequired: false });
  const b = await as(manager, addQuestion, { ...list, label: "B", photoRequired: false });
  await as(manager, orderQuestions, { ...list, ids: [b.id, a.id] });
  const asked = await asActor(manager, (tx) => questionsOf(tx, [{ stage: "design", procedureType: "crowns" }]));
  expect(asked.map(({ label }) => label)).toEqual(["B", "A"]);
  expect(await refusalOf(as(manager, orderQuestions, { ...list, ids: [b.id] }))).toMatchObject({ reason: "stale" });
});
