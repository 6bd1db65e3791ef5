import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Actor, systemActor } from "@/lib/access/actor";
import { useDatabase } from "@/lib/db/testing";
import { mailOne } from "@/lib/notifications/mail-one";
import { edit, remove } from "./change";
import type { MessageJob } from "./send";
import { tellOfMessage } from "./tell-of-message";
import { as, buildTalkers, emptied, type Talkers, talkIn, write } from "./testing";

const db = useDatabase();
let { lab } = {} as Talkers;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  ({ lab } = await buildTalkers(owner));
  owner.release(true);
});
beforeEach(async () => {
  await db.ownerPool.query(`${emptied}; TRUNCATE mail_messages`);
  await db.ownerPool.query("UPDATE practice_members SET rights = DEFAULT, deleted_at = NULL");
});

const system = () => systemActor(lab.actors.admin.lab);
const payloads = async (topic: string) =>
  (await db.ownerPool.query("SELECT payload FROM outbox WHERE topic = $1 ORDER BY id", [topic])).rows.map(
    ({ payload }) => payload,
  );
const tellAll = async () => {
  for (const job of (await payloads("tell_of_message")) as MessageJob[])
    await as(system(), (context) => tellOfMessage(context, job));
};
const mailAll = async () => {
  for (const { notificationId } of await payloads("mail_notification"))
    await as(system(), (context) => mailOne(context, { notificationId }));
};
const told = async () =>
  (await db.ownerPool.query("SELECT user_id, body FROM notifications WHERE expires_at IS NULL OR expires_at > now()"))
    .rows;
const letters = async () => (await db.ownerPool.query("SELECT to_address FROM mail_messages")).rows.length;
const ofDentist = (change: string) =>
  db.ownerPool.query(`UPDATE practice_members SET ${change} WHERE user_id = $1`, [lab.actors.dentist.userId]);
const talk = async (): Promise<{ staff: Actor; dentist: Actor; id: string }> => {
  const { staff, dentist } = lab.actors;
  const { id } = await talkIn(lab.practiceId, staff, dentist);
  return { staff, dentist, id };
};

test("who no longer acts for the practice, or may not write there, is told nothing of its conversations", async () => {
  const { staff, id } = await talk();
  await ofDentist("deleted_at = now()");
  await write(staff, id, "The crown for room 2");
  await tellAll();
  expect(await told()).toEqual([]);
  await ofDentist("deleted_at = NULL, rights = '{portal.submit}'");
  await tellAll();
  expect(await told()).toEqual([]);
  await ofDentist("rights = DEFAULT");
  await tellAll();
  expect(await told()).toEqual([{ user_id: lab.actors.dentist.userId, body: "The crown for room 2" }]);
});

test("the letter about a message is not written to someone who left the practice meanwhile", async () => {
  const { staff, id } = await talk();
  await db.ownerPool.query(
    `INSERT INTO notification_preferences (lab_id, user_id, type, in_app, email) VALUES ($1, $2, 'message', true, 'at_once')
     ON CONFLICT (lab_id, user_id, type) DO NOTHING`,
    [lab.id, lab.actors.dentist.userId],
  );
  await write(staff, id, "The crown for room 2");
  await tellAll();
  await ofDentist("deleted_at = now()");
  await mailAll();
  expect(await letters()).toBe(0);
  await ofDentist("deleted_at = NULL");
  await mailAll();
  expect(await letters()).toBe(1);
});

test("a removed message is told of no more, and an edited one in its new words", async () => {
  const { staff, id } = await talk();
  const first = await write(staff, id, "Wrong patient");
  await as(staff, (context) => remove(context, { messageId: first.id }));
  await tellAll();
  expect(await told()).toEqual([]);

  const second = await write(staff, id, "Shade A3");
  await tellAll();
  await as(staff, (context) => edit(context, { messageId: second.id, body: "Shade A2" }));
  expect((await told()).map(({ body }) => body)).toEqual(["Shade A2"]);
  await as(staff, (context) => remove(context, { messageId: second.id }));
  expect(await told()).toEqual([]);
});
