import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { type BuiltCase, type BuiltLab, buildCase, buildLab, buildPractice } from "@/lib/testing/build";
import { asActor } from "./as-actor";
import { type Sql, sql } from "./sql";
import { useDatabase } from "./testing";

/** What the database itself keeps a practice from writing, should a command ever forget to. */

const db = useDatabase();
let lab: BuiltLab;
let own: BuiltCase;
let foreign: BuiltCase;
let dentist: Actor;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  own = await buildCase(owner, lab);
  foreign = await buildCase(owner, lab);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  const practice = await buildPractice(owner);
  await owner.query(
    "WITH moved AS (UPDATE cases SET practice_id = $2 WHERE id = $1 RETURNING patient_id) UPDATE patients SET practice_id = $2 WHERE id IN (SELECT patient_id FROM moved)",
    [foreign.id, practice.id],
  );
  owner.release(true);
  dentist = lab.actors.dentist;
});

const write = (statement: Sql, actor = dentist) => asActor(actor, (tx) => tx.execute(statement));
const refused = { code: "42501" };
const one = async (text: string, values: unknown[]) => (await db.ownerPool.query(text, values)).rows[0]?.id as string;
const fileOf = (caseId: string, audience: string) =>
  one(
    `INSERT INTO case_files (lab_id, practice_id, case_id, name, kind, media_type, size_bytes, sha256, store_key, uploaded_by_id, audience)
     VALUES ($1, $2, $3, 'a.png', 'photo', 'image/png', 10, repeat('0', 64), $4, $5, $6) RETURNING id`,
    [lab.id, lab.practiceId, caseId, randomUUID(), dentist.userId, audience],
  );
const itemOf = ({ id }: BuiltCase) => one("SELECT id FROM case_items WHERE case_id = $1 LIMIT 1", [id]);

test("of a file neither what it is, nor where it lies, nor who made it", async () => {
  const id = await fileOf(own.id, "shared");
  for (const change of [
    sql`store_key = 'other'`,
    sql`audience = 'internal'`,
    sql`from_practice = true`,
    sql`name = 'b'`,
  ])
    await expect(write(sql`UPDATE case_files SET ${change} WHERE id = ${id}`)).rejects.toMatchObject(refused);
});

test("a remake is asked for in one's own name, of items of that case, and never answered", async () => {
  const ask = (columns: Sql, values: Sql) => write(sql`INSERT INTO remakes (${columns}) VALUES (${values})`);
  const columns = sql`original_id, words, asked_by_id`;
  await expect(ask(columns, sql`${own.id}, 'x', ${lab.actors.admin.userId}`)).rejects.toMatchObject(refused);
  await expect(ask(columns, sql`${foreign.id}, 'x', ${dentist.userId}`)).rejects.toMatchObject(refused);
  await expect(ask(sql`${columns}, answer`, sql`${own.id}, 'x', ${dentist.userId}, 'yes'`)).rejects.toMatchObject(
    refused,
  );
  await ask(columns, sql`${own.id}, 'x', ${dentist.userId}`);
  const remake = await one("SELECT id FROM remakes WHERE original_id = $1", [own.id]);
  const add = (item: string) => write(sql`INSERT INTO remake_items (remake_id, item_id) VALUES (${remake}, ${item})`);
  await expect(add(await itemOf(foreign))).rejects.toMatchObject(refused);
  expect(await add(await itemOf(own))).toBe(1);
});

test("along with a message only what one sees, in one's own name", async () => {
  const conversation = await one(
    "INSERT INTO conversations (lab_id, type, case_id, practice_id, created_by_id) VALUES ($1, 'case', $2, $3, $4) RETURNING id",
    [lab.id, own.id, lab.practiceId, dentist.userId],
  );
  const attach = (file: string, by = dentist.userId) =>
    write(sql`INSERT INTO message_attachments (conversation_id, case_file_id, name, media_type, size_bytes, sha256, uploaded_by_id)
      VALUES (${conversation}, ${file}, 'a.png', 'image/png', 10, repeat('0', 64), ${by})`);
  const shared = await fileOf(own.id, "shared");
  await expect(attach(await fileOf(own.id, "internal"))).rejects.toMatchObject(refused);
  await expect(attach(shared, lab.actors.staff.userId)).rejects.toMatchObject(refused);
  expect(await attach(shared)).toBe(1);
});

test("a shared view stays its owner's, with the lab's people too", async () => {
  const { admin, staff } = lab.actors;
  await write(
    sql`INSERT INTO saved_views (owner_id, name, query, is_shared) VALUES (${admin.userId}, 'Late', 'late=1', true)`,
    admin,
  );
  const id = await one("SELECT id FROM saved_views WHERE owner_id = $1", [admin.userId]);
  await expect(
    write(sql`UPDATE saved_views SET owner_id = ${staff.userId} WHERE id = ${id}`, staff),
  ).rejects.toMatchObject(refused);
  await expect(write(sql`UPDATE saved_views SET name = 'Mine' WHERE id = ${id}`, staff)).rejects.toMatchObject(refused);
});

test("a notification opens a page of Casepan", async () => {
  const notice = (href: string) =>
    db.ownerPool.query(
      "INSERT INTO notifications (lab_id, user_id, key, type, title, href) VALUES ($1, $2, $3, 'system', 'x', $3)",
      [lab.id, dentist.userId, href],
    );
  for (const href of ["//evil.test", "https://evil.test", "/\\evil.test", "javascript:alert(1)"])
    await expect(notice(href)).rejects.toMatchObject({ constraint: "notifications_href" });
  await notice("/portal/cases/1");
});
