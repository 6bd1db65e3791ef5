import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { addFile } from "./add-file";
import { purgeBrokenUploads, purgeDeletedFiles } from "./purge";
import { removeFile } from "./remove-file";
import { pdf } from "./testing/sample-files";

const db = useDatabase();
let lab: BuiltLab;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});

const arriving = () => path.join(process.env.FILES_DIR as string, "arriving");
const kept = () => readdirSync(path.join(process.env.FILES_DIR as string, "kept", lab.id)).length;

async function draftWithFile(): Promise<{ draftId: string; fileId: string }> {
  const actor = lab.actors.dentist;
  const { rows } = await db.ownerPool.query(
    "INSERT INTO case_drafts (lab_id, practice_id, user_id, payload) VALUES ($1, $2, $3, '{}') RETURNING id",
    [lab.id, lab.practiceId, actor.userId],
  );
  const draftId = rows[0].id as string;
  mkdirSync(arriving(), { recursive: true });
  const place = path.join(arriving(), randomUUID());
  writeFileSync(place, pdf);
  const sha256 = createHash("sha256").update(pdf).digest("hex");
  const file = await addFile(actor, { draftId }, "rx.pdf", { path: place, size: pdf.length, sha256, format: "pdf" });
  return { draftId, fileId: file.id };
}

test("content and row of what was put away a month ago go, by itself or with its draft; the rest stays", async () => {
  const actor = lab.actors.dentist;
  const [stays, recent, old, oldDraft] = [
    await draftWithFile(),
    await draftWithFile(),
    await draftWithFile(),
    await draftWithFile(),
  ];
  for (const { fileId } of [recent, old]) await asActor(actor, (tx) => removeFile({ actor, tx }, { id: fileId }));
  const longAgo = "deleted_at = now() - interval '31 days'";
  await db.ownerPool.query(`UPDATE case_files SET ${longAgo} WHERE id = $1`, [old.fileId]);
  await db.ownerPool.query(`UPDATE case_drafts SET ${longAgo} WHERE id = $1`, [oldDraft.draftId]);
  expect(kept()).toBe(4);
  const client = await db.ownerPool.connect();
  expect(await purgeDeletedFiles(client)).toBe(2);
  expect(await purgeDeletedFiles(client)).toBe(0);
  client.release();
  const { rows } = await db.ownerPool.query("SELECT id FROM case_files ORDER BY id");
  expect(rows.map(({ id }) => id)).toEqual([stays.fileId, recent.fileId].sort());
  expect(kept()).toBe(2);
});

test("the photo that a check was answered with stays, and keeps no other from going", async () => {
  const owner = await db.ownerPool.connect();
  const { id: caseId } = await buildCase(owner, lab);
  const [photo, other] = [await draftWithFile(), await draftWithFile()].map(({ fileId }) => fileId);
  await owner.query(
    `UPDATE case_files SET case_id = $2, draft_id = NULL, deleted_at = now() - interval '31 days' WHERE id = ANY($1)`,
    [[photo, other], caseId],
  );
  await owner.query(
    `INSERT INTO stage_checks (lab_id, workflow_stage_id, label, passed, file_id, checked_by_id)
     SELECT $1, id, 'Margins', true, $2, $3 FROM workflow_stages WHERE case_id = $4 LIMIT 1`,
    [lab.id, photo, lab.actors.technician.userId, caseId],
  );
  const before = kept();
  expect(await purgeDeletedFiles(owner)).toBe(1);
  expect(kept()).toBe(before - 1);
  const { rows } = await owner.query("SELECT id FROM case_files WHERE case_id = $1", [caseId]);
  expect(rows).toEqual([{ id: photo }]);
  owner.release();
});

test("what a broken upload left goes after a day", async () => {
  mkdirSync(arriving(), { recursive: true });
  const [fresh, left] = [path.join(arriving(), randomUUID()), path.join(arriving(), randomUUID())];
  for (const place of [fresh, left]) writeFileSync(place, "half");
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
  utimesSync(left, twoDaysAgo, twoDaysAgo);
  expect(await purgeBrokenUploads()).toBe(1);
  expect([existsSync(fresh), existsSync(left)]).toEqual([true, false]);
});
