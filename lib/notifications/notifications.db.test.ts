import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { systemActor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab, buildPractice } from "@/lib/testing/build";
import { deliver } from "./deliver";
import { mailDigest, startDigests } from "./digest";
import { mailOne } from "./mail-one";
import { type Notice, type NoticeJob, notify, type Receivers } from "./notify";
import { listNotifications, unreadCount } from "./queries";
import { markAllRead, markRead } from "./read";

const db = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner, "Pacific/Auckland");
  other = await buildLab(owner);
  owner.release();
});
beforeEach(() =>
  db.ownerPool.query(
    "TRUNCATE notifications, notification_preferences, outbox, mail_messages; UPDATE memberships SET digest_hour = 7",
  ),
);

const notice = (more: Partial<Notice> = {}): Notice => ({
  key: "case:1:held",
  type: "case_update",
  title: "Case C-2026-000001 is on hold",
  href: "/cases/1",
  ...more,
});
const say = (actor: Actor, to: Receivers, what: Notice) => asActor(actor, (tx) => notify(tx, to, what));
const one = async <Row>(text: string, values: unknown[] = []) => (await db.ownerPool.query(text, values)).rows as Row[];
const jobs = (topic: string) =>
  one<{ payload: Record<string, string> }>("SELECT payload FROM outbox WHERE topic = $1 ORDER BY id", [topic]);
const asSystem = <T>(work: (context: Parameters<typeof deliver>[0]) => Promise<T>) => {
  const actor = systemActor(lab.actors.admin.lab);
  return asActor(actor, (tx) => work({ actor, tx }));
};
const deliverAll = async () => {
  for (const { payload } of await jobs("notify"))
    await asSystem((context) => deliver(context, payload as unknown as NoticeJob));
};
const mailAll = async () => {
  for (const { payload } of await jobs("mail_notification"))
    await asSystem((context) => mailOne(context, { notificationId: payload.notificationId as string }));
};
const letters = () =>
  one<{ to_address: string; subject: string; text_body: string }>("SELECT * FROM mail_messages ORDER BY to_address");
const people = async () =>
  (await one<{ user_id: string }>("SELECT user_id FROM notifications ORDER BY user_id")).map((row) => row.user_id);
const ids = (...kinds: (keyof BuiltLab["actors"])[]) => kinds.map((kind) => lab.actors[kind].userId as string).sort();
const prefer = (kind: keyof BuiltLab["actors"], type: string, inApp: boolean, email: string) =>
  db.ownerPool.query(
    "INSERT INTO notification_preferences (lab_id, user_id, type, in_app, email) VALUES ($1, $2, $3, $4, $5)",
    [lab.id, lab.actors[kind].userId, type, inApp, email],
  );
const list = (actor: Actor) => asActor(actor, (tx) => listNotifications({ actor, tx }, { type: null, after: null }));

test("it reaches those who are meant, without whoever acted, and nobody of another lab", async () => {
  await say(lab.actors.staff, { permission: "cases.receive" }, notice());
  await say(lab.actors.staff, { practiceId: lab.practiceId, permission: "portal.invoices" }, notice({ key: "b" }));
  await say(lab.actors.staff, { practiceId: lab.practiceId, permission: "cases.view" }, notice({ key: "c" }));
  await say(lab.actors.staff, { userIds: [other.actors.admin.userId as string] }, notice({ key: "d" }));
  await deliverAll();
  expect(await people()).toEqual(ids("admin", "manager", "dentist"));
});

test("the same key tells a person once, also when the job runs twice or in two workers at once", async () => {
  await say(lab.actors.dentist, { permission: "cases.receive" }, notice({ type: "alert" }));
  await say(lab.actors.dentist, { userIds: ids("staff") }, notice({ type: "alert" }));
  await deliverAll();
  await Promise.all([deliverAll(), deliverAll(), deliverAll()]);
  expect(await people()).toEqual(ids("admin", "manager", "staff"));
  expect(await jobs("mail_notification")).toHaveLength(3);
  await Promise.all([mailAll(), mailAll()]);
  await mailAll();
  expect((await letters()).map((letter) => letter.to_address)).toEqual(
    ["admin", "manager", "staff"].map((kind) => lab.actors[kind as "admin"].email).sort(),
  );
});

test("a sender that dies midway loses nothing and doubles nothing", async () => {
  await say(lab.actors.dentist, { userIds: ids("staff", "manager") }, notice({ type: "alert" }));
  const [job] = await jobs("notify");
  const dying = asSystem(async (context) => {
    await deliver(context, job?.payload as unknown as NoticeJob);
    throw new Error("killed");
  });
  await expect(dying).rejects.toThrow("killed");
  expect([await people(), await jobs("mail_notification")]).toEqual([[], []]);
  await deliverAll();
  const [mail] = await jobs("mail_notification");
  const id = mail?.payload.notificationId as string;
  const dead = asSystem(async (context) => {
    await mailOne(context, { notificationId: id });
    throw new Error("killed");
  });
  await expect(dead).rejects.toThrow("killed");
  expect(await letters()).toEqual([]);
  await mailAll();
  await mailAll();
  expect(await letters()).toHaveLength(2);
  expect(await jobs("send_mail")).toHaveLength(2);
});

test("each person's choice decides: neither, the app alone, e-mail alone", async () => {
  await prefer("staff", "alert", false, "off");
  await prefer("manager", "alert", true, "off");
  await prefer("admin", "alert", false, "at_once");
  await say(lab.actors.dentist, { permission: "cases.receive" }, notice({ type: "alert" }));
  await deliverAll();
  await mailAll();
  expect((await letters()).map((letter) => letter.to_address)).toEqual([lab.actors.admin.email]);
  expect((await list(lab.actors.staff)).rows).toHaveLength(0);
  expect((await list(lab.actors.manager)).rows).toHaveLength(1);
  expect((await list(lab.actors.admin)).rows).toHaveLength(0);
});

test("a letter that waits is not written when the person has read it meanwhile, or it has expired", async () => {
  await say(lab.actors.dentist, { permission: "cases.receive" }, notice({ type: "message", mailAfterMinutes: 10 }));
  await deliverAll();
  const waits = await one<{ n: number }>(
    "SELECT count(*)::int AS n FROM outbox WHERE topic = 'mail_notification' AND available_at > now() + interval '9 minutes'",
  );
  expect(waits).toEqual([{ n: 3 }]);
  const { staff } = lab.actors;
  const [mine] = (await list(staff)).rows;
  await asActor(staff, (tx) => markRead({ actor: staff, tx }, { id: mine?.id as string }));
  await db.ownerPool.query("UPDATE notifications SET expires_at = now() - interval '1 second' WHERE user_id = $1", [
    lab.actors.admin.userId,
  ]);
  await mailAll();
  expect((await letters()).map((letter) => letter.to_address)).toEqual([lab.actors.manager.email]);
});

test("what is scheduled waits in the outbox; what has expired is not made, and vanishes when it was", async () => {
  await say(lab.actors.dentist, { userIds: ids("staff") }, notice({ sendAt: new Date(Date.now() + 3_600_000) }));
  expect(await one("SELECT FROM outbox WHERE available_at > now() + interval '59 minutes'")).toHaveLength(1);
  await db.ownerPool.query("DELETE FROM outbox");
  await say(lab.actors.dentist, { userIds: ids("staff") }, notice({ expiresAt: new Date(Date.now() - 1000) }));
  await deliverAll();
  expect(await people()).toEqual([]);
  await say(lab.actors.dentist, { userIds: ids("staff") }, notice({ expiresAt: new Date(Date.now() + 60_000) }));
  await deliverAll();
  const { staff } = lab.actors;
  expect((await list(staff)).rows).toHaveLength(1);
  await db.ownerPool.query("UPDATE notifications SET expires_at = now() - interval '1 second'");
  expect((await list(staff)).rows).toHaveLength(0);
  expect(await asActor(staff, (tx) => unreadCount({ actor: staff, tx }))).toBe(0);
});

test("while one of a thread is unread no further one is made, but for a mention; reading lets the next through", async () => {
  const { staff } = lab.actors;
  const of = (key: string, more: Partial<Notice> = {}) =>
    say(
      lab.actors.dentist,
      { userIds: ids("staff") },
      notice({ key, thread: "conversation:1", type: "message", ...more }),
    );
  await of("m1");
  await of("m2");
  await of("m3", { always: true });
  await Promise.all([deliverAll(), deliverAll()]);
  expect(await asActor(staff, (tx) => unreadCount({ actor: staff, tx }))).toBe(2);
  await asActor(staff, (tx) => markAllRead({ actor: staff, tx }));
  await of("m4");
  await deliverAll();
  expect(await asActor(staff, (tx) => unreadCount({ actor: staff, tx }))).toBe(1);
});

test("the daily letter goes once, after the person's hour in the lab's zone, with what came before it and is unread", async () => {
  const { dentist } = lab.actors;
  for (const key of ["a", "b", "c"])
    await say(lab.actors.staff, { userIds: ids("dentist") }, notice({ key, title: `About ${key}` }));
  await deliverAll();
  const here = await one<{ hour: number }>(
    "SELECT extract(hour FROM now() AT TIME ZONE 'Pacific/Auckland')::int AS hour",
  );
  const now = here[0]?.hour as number;
  await db.ownerPool.query("UPDATE memberships SET digest_hour = $1", [now]);
  const start = async () => asSystem((context) => startDigests(context));
  expect(await start()).toBe(0); // it all came after the hour began
  await db.ownerPool.query("UPDATE notifications SET created_at = now() - interval '61 minutes'");
  const [read] = (await list(dentist)).rows;
  await asActor(dentist, (tx) => markRead({ actor: dentist, tx }, { id: read?.id as string }));
  expect(await start()).toBe(1);
  expect((await jobs("mail_digest")).map(({ payload }) => payload.userId)).toEqual(ids("dentist"));
  const userId = dentist.userId as string;
  const send = () => asSystem((context) => mailDigest(context, { userId }));
  const dying = asSystem(async (context) => {
    await mailDigest(context, { userId });
    throw new Error("killed");
  });
  await expect(dying).rejects.toThrow("killed");
  await Promise.all([send(), send()]);
  await send();
  const [letter, ...further] = await letters();
  expect(further).toEqual([]);
  expect(letter).toMatchObject({
    to_address: dentist.email,
    subject: expect.stringMatching(/^2 things you have not read/),
  });
  expect(await start()).toBe(0);
});

test("a person reads and marks their own only, and a practice those of its own cases", async () => {
  await say(lab.actors.staff, { practiceId: lab.practiceId }, notice());
  await say(lab.actors.staff, { userIds: ids("driver", "manager") }, notice());
  await deliverAll();
  const { dentist, driver, manager, technician } = lab.actors;
  const [of] = await one<{ id: string }>("SELECT id FROM notifications WHERE user_id = $1", [dentist.userId]);
  for (const actor of [driver, manager, technician, other.actors.dentist])
    await expect(asActor(actor, (tx) => markRead({ actor, tx }, { id: of?.id as string }))).rejects.toMatchObject({
      code: "not_found",
    });
  expect((await list(dentist)).rows).toHaveLength(1);
  expect((await list(driver)).rows).toHaveLength(1);
  const owner = await db.ownerPool.connect();
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  const elsewhere = await buildPractice(owner);
  owner.release(true);
  expect((await list({ ...dentist, practice: elsewhere })).rows).toHaveLength(0);
  await asActor(dentist, (tx) => markAllRead({ actor: dentist, tx }));
  expect(await asActor(dentist, (tx) => unreadCount({ actor: dentist, tx }))).toBe(0);
  expect(await asActor(manager, (tx) => unreadCount({ actor: manager, tx }))).toBe(1);
});
