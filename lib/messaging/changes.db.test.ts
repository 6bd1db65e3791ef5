import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Actor, systemActor } from "@/lib/access/actor";
import { useDatabase } from "@/lib/db/testing";
import { edit, remove } from "./change";
import { addPeople, leave, removePerson, rename } from "./participants";
import { markRead } from "./read";
import type { MessageJob } from "./send";
import { tellOfMessage } from "./tell-of-message";
import { as, buildTalkers, caseTalk, emptied, idOf, said, type Talkers, talkIn, unread, write } from "./testing";
import { readMessages, readThread } from "./thread";

const db = useDatabase();
let { lab, made, stranger } = {} as Talkers;
const talk = (actor: Actor, ...others: Actor[]) => talkIn(lab.practiceId, actor, ...others);
const caseOf = (actor: Actor, side: "shared" | "internal") => caseTalk(made.id, actor, side);

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  ({ lab, made, stranger } = await buildTalkers(owner));
  owner.release(true);
});
beforeEach(() => db.ownerPool.query(emptied));

const jobs = async () =>
  (await db.ownerPool.query("DELETE FROM outbox WHERE topic = 'tell_of_message' RETURNING payload")).rows.map(
    (row) => row.payload as MessageJob,
  );
const tellAll = async () => {
  const system = systemActor(lab.actors.admin.lab);
  for (const job of await jobs()) await as(system, (context) => tellOfMessage(context, job));
};
const told = async () =>
  (await db.ownerPool.query("SELECT user_id, title, href FROM notifications ORDER BY title, user_id")).rows;

test("one's own message can be edited and removed for 15 minutes, nobody else's ever", async () => {
  const { staff, dentist } = lab.actors;
  const { id } = await talk(staff, dentist);
  const { id: messageId } = await write(dentist, id, "Shade A3");
  await expect(as(staff, (context) => edit(context, { messageId, body: "Shade B1" }))).rejects.toMatchObject({
    code: "not_found",
  });
  await as(dentist, (context) => edit(context, { messageId, body: "Shade A2" }));
  const { messages } = await as(staff, (context) => readMessages(context, id, { after: 2 }));
  expect(messages).toMatchObject([{ body: "Shade A2", isEdited: true, isRemoved: false }]);
  expect(await unread(staff)).toEqual([1]);
  await as(dentist, (context) => remove(context, { messageId }));
  expect((await as(staff, (context) => readMessages(context, id, {}))).messages.at(-1)).toMatchObject({
    body: "",
    isRemoved: true,
  });
  expect(await unread(staff)).toEqual([0]);
  const late = await write(dentist, id, "Too late");
  await db.ownerPool.query("UPDATE messages SET created_at = now() - interval '16 minutes' WHERE id = $1", [late.id]);
  await expect(as(dentist, (context) => edit(context, { messageId: late.id, body: "Now" }))).rejects.toMatchObject({
    reason: "too_late",
  });
});

test("people come, go and are taken out, each with a line, and see no more from then on", async () => {
  const { staff, dentist, manager, technician } = lab.actors;
  const { id } = await talk(dentist, staff, manager);
  await as(staff, (context) => addPeople(context, { conversationId: id, userIds: [idOf(technician)] }));
  await as(technician, (context) => rename(context, { conversationId: id, subject: "Shade of 11" }));
  await expect(
    as(dentist, (context) => removePerson(context, { conversationId: id, userId: idOf(technician) })),
  ).rejects.toMatchObject({ code: "forbidden" });
  await as(staff, (context) => removePerson(context, { conversationId: id, userId: idOf(technician) }));
  await expect(said(technician, id)).rejects.toMatchObject({ code: "not_found" });
  await as(dentist, (context) => leave(context, { conversationId: id }));
  await expect(said(dentist, id)).rejects.toMatchObject({ code: "not_found" });
  expect(await said(staff, id)).toEqual(["began", "added", "renamed", "removed", "left"]);
  await as(staff, (context) => addPeople(context, { conversationId: id, userIds: [idOf(dentist)] }));
  expect((await as(dentist, (context) => readThread(context, id))).title).toBe("Shade of 11");
  const direct = await talk(staff, manager);
  await expect(as(staff, (context) => leave(context, { conversationId: direct.id }))).rejects.toMatchObject({
    reason: "direct",
  });
});

test("who has not read is told once per run of messages, a mention always, whoever reads meanwhile not", async () => {
  const { staff, dentist, manager } = lab.actors;
  const { id } = await talk(dentist, staff, manager);
  await write(dentist, id, "One");
  await write(dentist, id, "Two");
  await as(manager, (context) => markRead(context, { conversationId: id, position: 3 }));
  await tellAll();
  expect(await told()).toEqual([{ user_id: staff.userId, title: "Test dentist wrote", href: `/messages/${id}` }]);
  await write(staff, id, "Look, both of you", { mentions: [idOf(dentist), idOf(staff), stranger.userId as string] });
  await tellAll();
  expect((await told()).map(({ user_id, title, href }) => ({ user_id, title, href }))).toEqual([
    { user_id: staff.userId, title: "Test dentist wrote", href: `/messages/${id}` },
    { user_id: dentist.userId, title: "Test staff mentioned you", href: `/portal/messages/${id}` },
    { user_id: manager.userId, title: "Test staff wrote", href: `/messages/${id}` },
  ]);
  await as(staff, (context) => markRead(context, { conversationId: id, position: 4 }));
  const { rows } = await db.ownerPool.query(
    "SELECT count(*)::int AS n FROM notifications WHERE read_at IS NULL AND user_id = $1",
    [staff.userId],
  );
  expect(rows).toEqual([{ n: 0 }]);
});

test("screens hear of it: a case's practice its own, of any other only who is in it", async () => {
  const { staff, dentist } = lab.actors;
  const topics = async () =>
    (
      await db.ownerPool.query(
        "DELETE FROM outbox WHERE topic = 'live' RETURNING payload ->> 'topic' AS topic, payload ->> 'practiceId' AS practice",
      )
    ).rows;
  const direct = await talk(staff, dentist);
  await topics();
  await write(staff, direct.id, "Hello");
  const heard = await topics();
  for (const actor of [staff, dentist])
    expect(heard).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ topic: `user:${actor.userId}:conversation:${direct.id}` }),
        expect.objectContaining({ topic: `user:${actor.userId}` }),
      ]),
    );
  expect(heard).toHaveLength(4);
  const internal = await caseOf(staff, "internal");
  await topics();
  await write(staff, internal.id, "Between us");
  expect(await topics()).toEqual(expect.arrayContaining([{ topic: `conversation:${internal.id}`, practice: null }]));
  const shared = await caseOf(staff, "shared");
  await topics();
  await write(staff, shared.id, "For you");
  expect(await topics()).toEqual(
    expect.arrayContaining([{ topic: `conversation:${shared.id}`, practice: lab.practiceId }]),
  );
});
