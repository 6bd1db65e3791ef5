import { Logger, parseCronItems, type Runner, run } from "graphile-worker";
import type { Pool } from "@/lib/db/owner";
import { log } from "@/lib/log";
import { REFRESH_JOB } from "@/lib/reports/refresh-schedule";
import { crontab } from "./crontab";
import { startHeartbeat } from "./heartbeat";
import { startRelay } from "./relay";
import { tasks } from "./tasks";

const concurrency = 4;

/**
 * Runs jobs, their clock and the relay on one pool of the owner, until stopped.
 * @returns `ended`, which resolves or rejects when the runner gives up by itself, and `stop`, which lets running jobs end.
 */
export async function runJobs(pool: Pool): Promise<{ ended: Promise<void>; stop: () => Promise<void> }> {
  const runner: Runner = await run({
    pgPool: pool,
    taskList: tasks,
    parsedCronItems: parseCronItems(crontab),
    concurrency,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: toLog(),
  });
  const parts = [startRelay(pool), startHeartbeat(pool)];
  await runner.addJob("refresh_reports", {}, REFRESH_JOB);
  return {
    ended: runner.promise,
    stop: async () => {
      await Promise.all(parts.map((part) => part.stop()));
      await runner.stop("stopping").catch(() => {}); // it may have stopped by itself
    },
  };
}

/** The library's own messages, without the one per job. */
function toLog(): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error(message);
    else if (level === "warning") log.warn(message);
    else log.debug(message);
  });
}
