import { setTimeout as pause } from "node:timers/promises";
import { ownerPool } from "@/lib/db/owner";
import { log } from "@/lib/log";
import { ownerEnvironment } from "@/lib/setup/owner-environment";
import { runJobs } from "./run-jobs";

const tryAgainAfter = 2000;

/** A process that runs jobs until it is told to stop. While the database is away it waits for it. */
async function work(url: string, told: AbortSignal): Promise<void> {
  const pool = ownerPool(url);
  try {
    const jobs = await runJobs(pool);
    const stop = new Promise<void>((resolve) => {
      if (told.aborted) resolve();
      told.addEventListener("abort", () => resolve(), { once: true });
    });
    await Promise.race([stop, jobs.ended.catch(() => {})]);
    await jobs.stop();
  } finally {
    await pool.end();
  }
}

const told = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => told.abort());
process.on("disconnect", () => told.abort());
if (process.connected === false) told.abort(); // its parent was gone before this line was reached

const url = await ownerEnvironment();
while (!told.signal.aborted) {
  await work(url, told.signal).catch((error: Error) =>
    log.warn({ error: error.message }, "jobs: the database is away"),
  );
  await pause(told.signal.aborted ? 0 : tryAgainAfter, undefined, { signal: told.signal }).catch(() => {});
}
process.exit(0);
