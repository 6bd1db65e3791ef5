import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { trashParams } from "../trash/filter";
import { listTrash } from "../trash/queries";
import { erasePatient } from "./erase-patient";
import { buildErasable, REFERENCE, tablesWith } from "./testing";

const db = useDatabase();
let owner: PoolClient;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
afterAll(() => owner.release());

it("erases what the practice began to prescribe and never sent, its files too, and leaves another patient's", async () => {
  const { lab, built, patientId } = await buildErasable(owner);
  const { staff, admin } = lab.actors;
  const draft = async (reference: string, word: string) => {
    const { rows } = await owner.query(
      "INSERT INTO case_drafts (lab_id, practice_id, user_id, payload) VALUES ($1, $2, $3, $4) RETURNING id",
      [lab.id, lab.practiceId, staff.userId, { patient: { reference }, instructions: word }],
    );
    await owner.query(
      `INSERT INTO case_files (lab_id, practice_id, draft_id, name, kind, media_type, size_bytes, sha256, store_key, uploaded_by_id)
       VALUES ($1, $2, $3, $4, 'scan', 'model/stl', 3, repeat('0', 64), $5, $6)`,
      [lab.id, lab.practiceId, rows[0].id, `${word}.stl`, `${lab.id}/${reference.trim().toLowerCase()}`, staff.userId],
    );
    return rows[0].id as string;
  };
  const theirs = await draft(` ${REFERENCE.toLowerCase()} `, "begonia");
  const others = await draft("OTHER-9", "marigold");
  await owner.query("UPDATE cases SET status = 'cancelled', cancelled_at = now() WHERE id = $1", [built.id]);

  const input = { patientId, confirmation: REFERENCE, askedOn: null, idempotencyKey: randomUUID() };
  await asActor(admin, (tx) => erasePatient({ actor: admin, tx }, input));

  expect(await tablesWith(owner, lab.id, "begonia")).toEqual([]);
  expect(await tablesWith(owner, lab.id, "marigold")).toContain("case_files");
  const { rows } = await owner.query(
    "SELECT id, payload, deleted_at IS NOT NULL AS away FROM case_drafts WHERE lab_id = $1",
    [lab.id],
  );
  expect(rows.find(({ id }) => id === theirs)).toMatchObject({ payload: { erased: true }, away: true });
  expect(rows.find(({ id }) => id === others)).toMatchObject({ away: false });
  expect((await asActor(admin, (tx) => listTrash(tx, trashParams.parse({})))).entries).toEqual([]);
  const contents = await owner.query("SELECT payload FROM outbox WHERE topic = 'remove_contents' AND lab_id = $1", [
    lab.id,
  ]);
  expect(JSON.stringify(contents.rows)).toContain(`${lab.id}/${REFERENCE.toLowerCase()}`);
  expect(JSON.stringify(contents.rows)).not.toContain("other-9");
});
