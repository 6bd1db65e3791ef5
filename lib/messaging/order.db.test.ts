import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { answerOnce } from "@/lib/access/idempotency";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { unreadConversations } from "./list";
import { markRead } from "./read";
import { send } from "./send";
import { as, buildTalkers, emptied, said, type Talkers, talkIn, unread, write } from "./testing";
import { readMessages, readThread } from "./thread";

const db = useDatabase();
let { lab } = {} as Talkers;
const talk = (actor: Actor, ...others: Actor[]) => talkIn(lab.practiceId, actor, ...others);

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  ({ lab } = await buildTalkers(owner));
  owner.release(true);
});
beforeEach(() => db.ownerPool.query(emptied));

test("messages sent at once get positions without a gap, and everybody counts the same unread", async () => {
  const { staff, dentist, manager } = lab.actors;
  const { id } = await talk(staff, dentist, manager);
  await Promise.all(Array.from({ length: 30 }, (_, n) => write(n % 2 ? staff : dentist, id, `Message ${n}`)));
  const { messages } = await as(manager, (context) => readMessages(context, id, { after: 0 }));
  expect(messages.map(({ position }) => position)).toEqual(Array.from({ length: 31 }, (_, n) => n + 1));
  expect(await unread(manager)).toEqual([30]);
  expect(await as(manager, (context) => unreadConversations(context))).toBe(1);
  await Promise.all(
    [3, 31, 12].map((position) => as(manager, (context) => markRead(context, { conversationId: id, position }))),
  );
  expect(await unread(manager)).toEqual([0]);
  await as(manager, (context) => markRead(context, { conversationId: id, position: 2 }));
  expect(await unread(manager)).toEqual([0]);
  await write(dentist, id, "One more");
  expect([await unread(manager), await unread(dentist)]).toEqual([[1], [0]]);
  expect(
    (await as(staff, (context) => readThread(context, id))).people.find(({ userId }) => userId === manager.userId)
      ?.readPosition,
  ).toBe(31);
});

test("pages go backwards by position and forwards from where one was", async () => {
  const { staff, manager } = lab.actors;
  const { id } = await talk(staff, manager);
  for (let n = 2; n <= 120; n++) await write(staff, id, `${n}`);
  const page = async (asked: { before?: number; after?: number }) =>
    (await as(manager, (context) => readMessages(context, id, asked))).messages.map(({ position }) => position);
  const newest = await page({});
  expect([newest[0], newest.at(-1), newest.length]).toEqual([71, 120, 50]);
  const older = await page({ before: 71 });
  expect([older[0], older.at(-1), older.length]).toEqual([21, 70, 50]);
  expect(await page({ before: 1 })).toEqual([]);
  expect(await page({ after: 118 })).toEqual([119, 120]);
});

test("10,000 messages stay quick", async () => {
  const { staff, manager } = lab.actors;
  const { id } = await talk(staff, manager);
  await db.ownerPool.query(
    `INSERT INTO messages (lab_id, conversation_id, position, author_id, body) SELECT $1, $2, n, $3, 'Message ' || n FROM generate_series(2, 10000) n`,
    [lab.id, id, staff.userId],
  );
  await db.ownerPool.query("UPDATE conversations SET last_position = 10000 WHERE id = $1", [id]);
  await db.ownerPool.query("ANALYZE messages");
  const plan = await asActor(manager, (tx) =>
    tx.rows<{ "QUERY PLAN": string }>(
      sql`EXPLAIN (ANALYZE) SELECT n.id FROM messages n WHERE n.conversation_id = ${id} AND n.position < 5000 ORDER BY n.position DESC LIMIT 50`,
    ),
  );
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/Index Scan Backward|Index Only Scan Backward/);
  expect(await unread(manager)).toEqual([100]);
});

test("the same key sends a message once", async () => {
  const { staff, manager } = lab.actors;
  const { id } = await talk(staff, manager);
  const idempotencyKey = randomUUID();
  const once = () =>
    as(staff, (context) =>
      answerOnce(
        context.tx,
        { userId: staff.userId, key: idempotencyKey, command: "messages.use", requestHash: "x" },
        () => send(context, { conversationId: id, body: "Once", mentions: [], attachmentIds: [], idempotencyKey }),
      ),
    );
  const [first, second] = await Promise.all([once(), once()]);
  expect(first).toEqual(second);
  expect(await said(manager, id)).toEqual(["began", "Once"]);
});
