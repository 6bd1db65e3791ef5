import { afterEach, expect, test, vi } from "vitest";
import { ownerPool as makePool } from "@/lib/db/owner";
import { probeDatabase } from "@/lib/db/probe";
import { useDatabase } from "@/lib/db/testing";
import { runJobs } from "./run-jobs";

const { ownerPool, ownerUrl, appUrl } = useDatabase();
let running: Awaited<ReturnType<typeof runJobs>> | undefined;

afterEach(() => running?.stop());

test("a row of the outbox is worked off, the worker shows that it lives, and stopping takes that back", async () => {
  const pool = makePool(ownerUrl);
  running = await runJobs(pool);
  await vi.waitFor(async () => expect((await probeDatabase(appUrl)).jobs.alive).toBe(true), { timeout: 10_000 });

  await ownerPool.query("insert into worker_heartbeats values ('long gone', now() - interval '2 days')");
  await ownerPool.query("insert into outbox (topic, payload) values ('purge_expired', '{}')");
  const gone = async () => {
    const { rowCount } = await ownerPool.query("select from worker_heartbeats where id = 'long gone'");
    expect(rowCount).toBe(0);
  };
  await vi.waitFor(gone, { timeout: 10_000, interval: 100 });

  await running.stop();
  running = undefined;
  expect((await probeDatabase(appUrl)).jobs).toEqual({ alive: false, lastSeen: null });
  await pool.end();
});
