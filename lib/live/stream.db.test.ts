import { randomUUID } from "node:crypto";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hashPassword } from "@/lib/access/password";
import { signIn } from "@/lib/access/sign-in";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { attend, stopAttending } from "./fan-out";
import { eventStream } from "./stream";

const db = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;

/** Stands between the listening connection and the database, so that a test can cut it. */
const through = new Set<Socket>();
let connections = 0;
const wire = createServer((socket) => {
  connections++;
  const { hostname, port } = new URL(db.appUrl);
  const onward = connect({ host: hostname, port: Number(port || 5432) });
  through.add(socket);
  for (const [from, to] of [[socket, onward] as const, [onward, socket] as const])
    from
      .pipe(to)
      .on("error", () => {})
      .on("close", () => from.destroy());
});

beforeAll(async () => {
  await new Promise<void>((done) => wire.listen(0, "127.0.0.1", done));
  const url = new URL(db.appUrl);
  url.host = `127.0.0.1:${(wire.address() as AddressInfo).port}`;
  process.env.LISTEN_DATABASE_URL = url.href;
  const owner = await db.ownerPool.connect();
  [lab, other] = [await buildLab(owner), await buildLab(owner)];
  owner.release();
  await db.ownerPool.query("UPDATE users SET password_hash = $1", [await hashPassword("the right password")]);
});

afterAll(async () => {
  await stopAttending();
  wire.close();
});

/** What a screen of the technician hears until `last`, after everything in `said` was notified. */
async function hear(said: object[], last: string): Promise<string[]> {
  const actor = lab.actors.technician;
  const sessionId = await signIn(
    { email: actor.email ?? "", password: "the right password" },
    { ip: null, userAgent: null },
  );
  const leaving = new AbortController();
  const reader = eventStream({ sessionId, actor, topics: null, signal: leaving.signal }).getReader();
  const decoder = new TextDecoder();
  await reader.read();
  await listening();
  for (const message of said)
    await db.ownerPool.query("SELECT pg_notify('casepan_live', $1)", [JSON.stringify(message)]);
  const heard: string[] = [];
  while (heard.at(-1) !== last) {
    const { value, done } = await reader.read();
    if (done) break;
    heard.push(JSON.parse(decoder.decode(value).replace(/^data: /, "")).topic);
  }
  leaving.abort();
  return heard;
}

const say = (message: object) => db.ownerPool.query("SELECT pg_notify('casepan_live', $1)", [JSON.stringify(message)]);

/** Says something to no lab until it comes through: the process listens. */
async function listening(): Promise<void> {
  const ping = { labId: randomUUID(), topic: "ping" };
  let arrived = false;
  const leave = attend({
    heard: ({ labId }) => {
      if (labId === ping.labId) arrived = true;
    },
    ended: () => {},
  });
  while (!arrived) await say(ping);
  leave();
}

test("a screen hears its own lab's changes and no other's", async () => {
  const said = [
    { labId: other.id, topic: "theirs" },
    { labId: lab.id, topic: "queue" },
    { labId: lab.id, topic: "user:somebody-else" },
    { nonsense: true },
    { labId: lab.id, topic: "board" },
  ];
  expect(await hear(said, "board")).toEqual(["queue", "board"]);
});

test("when the connection to the database is lost and back, screens are told to come again, and hear again", async () => {
  await listening();
  const before = connections;
  const ended = new Promise<void>((resolve) => attend({ heard: () => {}, ended: resolve }));
  for (const socket of through) socket.destroy();
  await ended;
  expect(connections).toBeGreaterThan(before);
  expect(await hear([{ labId: lab.id, topic: "again" }], "again")).toEqual(["again"]);
});
