import { runMigrations } from "graphile-worker";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { useDatabase } from "@/lib/db/testing";
import { relayDue } from "./relay";

const { ownerPool } = useDatabase();

beforeAll(() => runMigrations({ pgPool: ownerPool }));
beforeEach(() => ownerPool.query("truncate outbox; truncate graphile_worker._private_jobs"));

async function put(topic: string, payload: object, availableAt = "now()"): Promise<string> {
  const { rows } = await ownerPool.query<{ id: string }>(
    `insert into outbox (topic, payload, available_at) values ($1, $2, ${availableAt}) returning id`,
    [topic, payload],
  );
  return rows[0]?.id ?? "";
}

async function jobs() {
  const { rows } = await ownerPool.query(
    `select key, task_identifier, payload from graphile_worker._private_jobs j
     join graphile_worker.jobs v using (id, key) order by id`,
  );
  return rows;
}

test("a topic becomes the job of that name, keyed by its row, once", async () => {
  const id = await put("send_mail", { to: "ann@practice.test" });
  expect(await relayDue(ownerPool)).toBe(1);
  expect(await relayDue(ownerPool)).toBe(0);
  expect(await jobs()).toEqual([{ key: id, task_identifier: "send_mail", payload: { to: "ann@practice.test" } }]);
});

test("live rows reach who listens and make no job", async () => {
  const listener = await ownerPool.connect();
  const heard: string[] = [];
  listener.on("notification", ({ payload }) => heard.push(payload ?? ""));
  await listener.query("listen casepan_live");
  await put("live", { topic: "board" });
  expect(await relayDue(ownerPool)).toBe(1);
  await listener.query("unlisten casepan_live");
  listener.release();
  expect(heard.map((payload) => JSON.parse(payload))).toEqual([{ topic: "board" }]);
  expect(await jobs()).toEqual([]);
});

test("four workers at once hand each row over once", async () => {
  await ownerPool.query(
    "insert into outbox (topic, payload) select 'count', jsonb_build_object('n', n) from generate_series(1, 700) n",
  );
  const drain = async () => {
    while ((await relayDue(ownerPool)) > 0);
  };
  await Promise.all([drain(), drain(), drain(), drain()]);
  const { rows } = await ownerPool.query(
    "select count(*)::int as jobs, count(distinct key)::int as keys, (select count(*)::int from outbox where dispatched_at is null) as waiting from graphile_worker.jobs",
  );
  expect(rows).toEqual([{ jobs: 700, keys: 700, waiting: 0 }]);
});

test("what is not due yet, or not committed, stays", async () => {
  await put("later", {}, "now() + interval '1 hour'");
  const client = await ownerPool.connect();
  await client.query("begin; insert into outbox (topic, payload) values ('uncommitted', '{}')");
  expect(await relayDue(ownerPool)).toBe(0);
  await client.query("rollback");
  client.release();
});

test("a row that cannot be handed over holds up no other and is kept", async () => {
  await put("before", {});
  const tooLong = await put("live", { text: "x".repeat(9000) });
  await put("after", {});
  expect(await relayDue(ownerPool)).toBe(2);
  expect((await jobs()).map((job) => job.task_identifier)).toEqual(["before", "after"]);
  const { rows } = await ownerPool.query("select id from outbox where dispatched_at is null and available_at > now()");
  expect(rows).toEqual([{ id: tooLong }]);
});

test("a worker that dies while handing over loses nothing and doubles nothing", async () => {
  await put("fragile", {});
  const blocker = await ownerPool.connect();
  await blocker.query("begin; lock table graphile_worker._private_jobs");
  const dying = relayDue(ownerPool);
  const died = expect(dying).rejects.toThrow();
  let ended = false;
  while (!ended) {
    const { rows } = await blocker.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    ended = rows.length === 1;
  }
  await died;
  await blocker.query("rollback");
  blocker.release();
  expect(await jobs()).toEqual([]);
  expect(await relayDue(ownerPool)).toBe(1);
  expect(await jobs()).toHaveLength(1);
});
