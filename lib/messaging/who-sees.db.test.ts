import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { rawSql, sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { addAttachment, attachmentFile } from "./attachments";
import { contactsFor } from "./contacts";
import { addPeople } from "./participants";
import { markRead } from "./read";
import { as, buildTalkers, caseTalk, emptied, idOf, said, type Talkers, talkIn, write } from "./testing";

const db = useDatabase();
let { lab, other, made, stranger } = {} as Talkers;
const talk = (actor: Actor, ...others: Actor[]) => talkIn(lab.practiceId, actor, ...others);
const caseOf = (actor: Actor, side: "shared" | "internal") => caseTalk(made.id, actor, side);

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  ({ lab, other, made, stranger } = await buildTalkers(owner));
  owner.release(true);
});
beforeEach(() => db.ownerPool.query(emptied));

test("a direct conversation is for the two alone, and there is one of each pair", async () => {
  const { staff, dentist, manager, admin, technician } = lab.actors;
  const { id } = await talk(staff, dentist);
  expect(await talk(dentist, staff)).toEqual({ id });
  await write(staff, id, "Which shade for 11?");
  expect(await said(dentist, id)).toEqual(["began", "Which shade for 11?"]);
  for (const actor of [
    manager,
    admin,
    technician,
    stranger,
    other.actors.admin,
    other.actors.dentist,
    { ...dentist, practice: stranger.practice },
    { ...dentist, practice: null },
  ]) {
    await expect(said(actor, id)).rejects.toMatchObject({ code: "not_found" });
    await expect(write(actor, id, "Let me in")).rejects.toMatchObject({ code: "not_found" });
    await expect(as(actor, (context) => markRead(context, { conversationId: id, position: 1 }))).rejects.toMatchObject({
      code: "not_found",
    });
  }
});

test("a case has one with its practice and one of the lab's own, which the portal never sees", async () => {
  const { staff, dentist, technician } = lab.actors;
  const shared = await caseOf(dentist, "shared");
  expect(await caseOf(staff, "shared")).toEqual(shared);
  const internal = await caseOf(technician, "internal");
  await write(technician, internal.id, "The margin is short");
  await write(dentist, shared.id, "How is it going?");
  expect(await said(staff, internal.id)).toEqual(["The margin is short"]);
  expect(await said(technician, shared.id)).toEqual(["How is it going?"]);
  await expect(said(dentist, internal.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(caseOf(dentist, "internal")).rejects.toMatchObject({ code: "not_found" });
  for (const actor of [stranger, other.actors.staff, other.actors.dentist]) {
    await expect(said(actor, shared.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(caseOf(actor, "shared")).rejects.toMatchObject({ code: "not_found" });
  }
  const rows = (actor: Actor, table: string) =>
    asActor(actor, (tx) => tx.execute(sql`SELECT FROM ${rawSql(table)} WHERE lab_id = ${lab.id}`));
  for (const table of ["conversations", "conversation_participants", "messages"]) {
    expect(await rows(stranger, table), table).toBe(0);
    expect(await rows(dentist, table), table).toBeGreaterThan(0);
  }
  expect(await asActor(dentist, (tx) => tx.execute(sql`SELECT FROM conversations WHERE practice_id IS NULL`))).toBe(0);
});

test("nobody of another practice, no driver and nobody of another lab gets into one", async () => {
  const { staff, driver, dentist } = lab.actors;
  for (const person of [stranger, driver, other.actors.staff])
    await expect(talk(staff, person)).rejects.toMatchObject({ code: "invalid" });
  await expect(talk(stranger, dentist)).rejects.toMatchObject({ code: "invalid" });
  const { id } = await talk(staff, dentist, lab.actors.manager);
  for (const person of [stranger, driver]) {
    await expect(
      as(staff, (context) => addPeople(context, { conversationId: id, userIds: [idOf(person)] })),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(
      db.ownerPool.query(
        "INSERT INTO conversation_participants (lab_id, conversation_id, user_id) VALUES ($1, $2, $3)",
        [lab.id, id, person.userId],
      ),
    ).rejects.toMatchObject({ code: "42501" });
  }
  const internal = await talk(staff, lab.actors.technician);
  await expect(
    db.ownerPool.query("INSERT INTO conversation_participants (lab_id, conversation_id, user_id) VALUES ($1, $2, $3)", [
      lab.id,
      internal.id,
      dentist.userId,
    ]),
  ).rejects.toMatchObject({ code: "42501" });
});

test("a practice writes to its own people and to those of the lab who look after practices", async () => {
  const { dentist, staff } = lab.actors;
  const names = async (actor: Actor, practice: string | null) =>
    (await as(actor, (context) => contactsFor(context, practice))).map(({ name }) => name).sort();
  expect(await names(dentist, null)).toEqual(["Test admin", "Test manager", "Test staff"]);
  expect(await names(dentist, stranger.practice?.id ?? null)).toEqual(["Test admin", "Test manager", "Test staff"]);
  expect(await names(staff, null)).toEqual(["Test admin", "Test manager", "Test technician"]);
  expect(await names(staff, lab.practiceId)).toEqual(["Test admin", "Test dentist", "Test manager", "Test technician"]);
  expect(await names({ ...dentist, practice: null }, lab.practiceId)).toEqual([]);
});

test("an attachment opens for who sees the conversation, before it is sent for its sender alone", async () => {
  const { staff, dentist, technician } = lab.actors;
  const pdf = () => new Blob([`%PDF-1.7\n${"x".repeat(2000)}\n%%EOF`]).stream() as Parameters<typeof addAttachment>[3];
  const { id } = await talk(staff, dentist);
  const file = await addAttachment(staff, id, "terms.pdf", pdf());
  const open = (actor: Actor) => as(actor, (context) => attachmentFile(context, file.id));
  await expect(open(dentist)).rejects.toMatchObject({ code: "not_found" });
  await write(staff, id, "", { attachmentIds: [file.id] });
  expect(await open(dentist)).toMatchObject({ name: "terms.pdf", mediaType: "application/pdf" });
  for (const actor of [technician, stranger, other.actors.staff])
    await expect(open(actor)).rejects.toMatchObject({ code: "not_found" });
  await expect(write(staff, id, "again", { attachmentIds: [file.id] })).rejects.toMatchObject({ code: "invalid" });
  await expect(addAttachment(technician, id, "mine.pdf", pdf())).rejects.toMatchObject({ code: "not_found" });

  const shared = await caseOf(dentist, "shared");
  const internal = await caseOf(staff, "internal");
  for (const [actor, conversation] of [
    [dentist, shared],
    [staff, internal],
  ] as const) {
    const added = await addAttachment(actor, conversation.id, `${actor.name}.pdf`, pdf());
    await write(actor, conversation.id, "Here it is", { attachmentIds: [added.id] });
  }
  const files = await db.ownerPool.query("SELECT name, audience FROM case_files WHERE case_id = $1 ORDER BY name", [
    made.id,
  ]);
  expect(files.rows).toEqual([
    { name: "Test dentist.pdf", audience: "shared" },
    { name: "Test staff.pdf", audience: "internal" },
  ]);
});
