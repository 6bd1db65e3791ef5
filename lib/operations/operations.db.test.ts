import { randomUUID } from "node:crypto";
import { makeWorkerUtils, type WorkerUtils } from "graphile-worker";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { relayDue } from "@/lib/jobs/relay";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { askBackup } from "./ask-jobs";
import { changeJob } from "./change-job";
import {
  cronRuns,
  failedJobs,
  largestTables,
  listBackups,
  outboxTopics,
  queues,
  readServer,
  slowStatements,
  underWay,
} from "./queries";
import { retryOutbox } from "./retry-outbox";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;
let worker: WorkerUtils;

const admin = <T>(work: Parameters<typeof asActor<T>>[1], of = lab) => asActor(of.actors.admin, work);
const fail = async (task: string, payload: object, error: string) => {
  const { id } = await worker.addJob(task, payload);
  await owner.query("UPDATE graphile_worker._private_jobs SET attempts = max_attempts, last_error = $2 WHERE id = $1", [
    id,
    error,
  ]);
  return id;
};
const change = (id: string, what: "retry" | "remove", of = lab) =>
  admin((tx) => changeJob({ actor: of.actors.admin, tx }, { id, change: what }), of);

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
  worker = await makeWorkerUtils({ connectionString: db.ownerUrl });
  await worker.migrate();
});
afterAll(async () => {
  await worker.release();
  owner.release();
});
beforeEach(() => owner.query("TRUNCATE outbox, graphile_worker._private_jobs"));

it("shows a lab its own failed jobs and the installation's, and of those nothing that may be another's", async () => {
  const letter = async (of: BuiltLab) =>
    (
      await owner.query(
        "INSERT INTO mail_messages (lab_id, to_address, subject, text_body, html_body) VALUES ($1, 'x@y.test', 's', 't', 'h') RETURNING id",
        [of.id],
      )
    ).rows[0].id;
  await fail("mail_invoice", { labId: lab.id }, 'no invoice "INV-7"\n  at somewhere');
  await fail("mail_invoice", { labId: other.id }, 'no invoice "INV-9"');
  await fail("send_mail", { mailId: await letter(other) }, "refused x@y.test");
  await fail("send_mail", { mailId: await letter(lab) }, "refused");
  await fail(
    "password_reset_letter",
    { email: "someone@else.test" },
    'no person "someone@else.test" at someone@else.test',
  );
  const found = await admin(failedJobs);
  expect(found.map(({ task, own, error }) => [task, own, error])).toEqual([
    ["password_reset_letter", false, "no person … at …"],
    ["send_mail", true, "refused"],
    ["mail_invoice", true, 'no invoice "INV-7"'],
  ]);
  expect(JSON.stringify(await admin(queues))).not.toContain("someone");
  expect((await admin(queues)).map(({ task, failed }) => [task, failed])).toEqual([
    ["mail_invoice", 1],
    ["password_reset_letter", 1],
    ["send_mail", 1],
  ]);
});

it("tries a failed job again or takes it out, and leaves another lab's and one that runs alone", async () => {
  const [mine, gone, theirs] = [
    await fail("mail_invoice", { labId: lab.id }, "x"),
    await fail("mail_invoice", { labId: lab.id }, "x"),
    await fail("mail_invoice", { labId: other.id }, "x"),
  ];
  expect(await change(mine, "retry")).toEqual({ task: "mail_invoice", change: "retry" });
  await change(gone, "remove");
  await expect(change(theirs, "remove")).rejects.toMatchObject({ code: "not_found" });
  await expect(change(mine, "remove")).rejects.toMatchObject({ code: "not_found" });
  const { rows } = await owner.query("SELECT id::text, attempts FROM graphile_worker._private_jobs ORDER BY id");
  expect(rows).toEqual([
    { id: mine, attempts: 0 },
    { id: theirs, attempts: 25 },
  ]);
});

it("counts what could not be handed over, and has it tried again at once", async () => {
  const put = (of: BuiltLab) =>
    owner.query(
      "INSERT INTO outbox (lab_id, topic, payload) VALUES ($1, 'live', jsonb_build_object('text', repeat('x', 9000)))",
      [of.id],
    );
  await put(lab);
  await put(other);
  await relayDue(db.ownerPool);
  expect(await admin(outboxTopics)).toMatchObject([
    { topic: "live", due: 0, later: 1, failed: 1, error: expect.any(String) },
  ]);
  expect(await admin((tx) => retryOutbox({ actor: lab.actors.admin, tx }, { topic: "live" }))).toEqual({ rows: 1 });
  const { rows } = await owner.query("SELECT count(*)::int AS n FROM outbox WHERE available_at > clock_timestamp()");
  expect(rows).toEqual([{ n: 1 }]);
});

it("asks for one backup at a time", async () => {
  const ask = () => admin((tx) => askBackup({ actor: lab.actors.admin, tx }, { idempotencyKey: randomUUID() }));
  const asked = await Promise.allSettled(Array.from({ length: 8 }, ask));
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await relayDue(db.ownerPool);
  expect(await admin(underWay)).toBe(true);
  await expect(ask()).rejects.toMatchObject({ reason: "backup_under_way" });
});

it("reads how the server is, and lets only the lab's own people do so", async () => {
  const server = await admin(readServer);
  expect(server).toMatchObject({
    version: expect.any(String),
    databaseBytes: expect.any(Number),
    maxConnections: expect.any(Number),
  });
  expect(server.migrations.length).toBeGreaterThan(30);
  expect((await admin(largestTables)).map(({ name }) => name)).toContain("audit_log");
  expect(await admin(cronRuns)).toEqual([]);
  expect(await admin(listBackups)).toEqual([]);
  await admin(slowStatements);
  for (const role of ["dentist", "driver"] as const)
    for (const read of [readServer, failedJobs, outboxTopics, listBackups, slowStatements, largestTables])
      await expect(asActor<unknown>(lab.actors[role], (tx) => read(tx))).rejects.toThrow(/permission denied/);
});
