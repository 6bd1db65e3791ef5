import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";

type Sync = { tag: string; waitUntil: (work: Promise<void>) => void };
type Sent = { path: string; body: unknown };

/** The answer of a database that has it at once. */
function asked<T>(result: T) {
  const request = { result, onsuccess: () => {} };
  queueMicrotask(() => request.onsuccess());
  return request;
}

/** The worker of a closed app with `many` commands waiting, the first of which names a photo; `statusOf` is how the lab answers an address. */
async function sendFor(many: number, statusOf: (path: string) => number, outcome = "applied"): Promise<Sent[]> {
  const queue = Array.from({ length: many }, (_, i) => ({
    userId: "d",
    command: { id: `c${i}`, photoIds: i === 0 ? ["p"] : [] },
  }));
  const photos = ["p", "unsent"].map((id) => ({
    id,
    stopId: "s",
    purpose: "delivery",
    takenAt: "t",
    picture: new Blob(["x"]),
  }));
  const stores: Record<string, object> = {
    facts: { get: () => asked({ phoneId: "phone", userId: "d" }) },
    queue: { getAll: () => asked([...queue, { userId: "another", command: { id: "theirs" } }]) },
    photos: { getAll: () => asked(photos) },
  };
  const database = { transaction: () => ({ objectStore: (name: string) => stores[name] }), close: () => {} };
  const sent: Sent[] = [];
  const heard = new Map<string, (event: Sync) => void>();
  runInNewContext(readFileSync("public/driver-worker.js", "utf8"), {
    URL,
    URLSearchParams,
    self: {
      location: { href: "http://lab.test/driver-worker.js?v=1", origin: "http://lab.test" },
      addEventListener: (kind: string, listen: (event: Sync) => void) => heard.set(kind, listen),
      clients: { matchAll: async () => [] },
    },
    indexedDB: { open: () => asked(database) },
    fetch: async (path: string, { body }: { body: unknown }) => {
      sent.push({ path, body: typeof body === "string" ? JSON.parse(body) : null });
      const status = statusOf(path);
      return { status, ok: status < 300, json: async () => ({ data: { answers: [{ outcome }] } }) };
    },
  });
  let work: Promise<void> = Promise.resolve();
  heard.get("sync")?.({ tag: "road", waitUntil: (given) => (work = given) });
  await work.catch(() => {});
  return sent;
}
const logs = (sent: Sent[]) => sent.filter(({ path }) => path === "/api/road/log").map(({ body }) => body);

it("sends for a closed app what waits, in the name of whose phone it is, with the photos that it names", async () => {
  const sent = await sendFor(21, () => 200);
  expect(sent.map(({ path }) => path.split("?")[0])).toEqual(["/api/road/photos/p", "/api/road/log", "/api/road/log"]);
  expect(sent[0]?.path).toContain("user=d");
  expect(logs(sent)).toMatchObject([
    { userId: "d", phoneId: "phone", commands: { length: 20 } },
    { commands: [{ id: "c20" }] },
  ]);
});

it("keeps a command back while its photo cannot be taken, and passes over one that never will", async () => {
  for (const status of [500, 429, 401, 403])
    expect(logs(await sendFor(1, (path) => (path.includes("photos") ? status : 200)))).toEqual([]);
  expect(logs(await sendFor(1, (path) => (path.includes("photos") ? 404 : 200)))).toHaveLength(1);
});

it("sends nothing past a command that failed for a moment, so that the order is kept", async () => {
  expect(logs(await sendFor(21, () => 200, "failed"))).toHaveLength(1);
});
