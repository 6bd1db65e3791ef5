import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type Postmaster = { pid: number; port: number; isAlive: () => boolean };

/**
 * The server that runs on this data, by PostgreSQL's own postmaster.pid. A file left by a killed server is no sign of
 * life: its process must exist and work in that directory. When another program has that process number by now, the
 * file is removed, because PostgreSQL itself would take that program for a server and refuse to start.
 */
export function runningPostmaster(data: string): Postmaster | undefined {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!isAlive(pid)) return undefined;
  if (worksIn(pid, data)) return { pid, port, isAlive: () => isAlive(pid) && worksIn(pid, data) };
  rmSync(file, { force: true });
  return undefined;
}

/** Whether a process of this number exists. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Stops the server: open transactions are rolled back and the data is left clean; after 15 s without the latter. */
export async function stopPostmaster(pid: number): Promise<void> {
  const fastShutdown = "SIGINT";
  const immediateShutdown = "SIGQUIT";
  signal(pid, fastShutdown);
  if (await isGoneWithin(pid, 15_000)) return;
  signal(pid, immediateShutdown);
  await isGoneWithin(pid, 5_000);
}

async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (Date.now() < until) {
    if (!isAlive(pid)) return true;
    await pause(20);
  }
  return !isAlive(pid);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** By its command line, which everybody may read; a process's working directory often is not readable even to root. */
function worksIn(pid: number, data: string): boolean {
  if (process.platform === "win32") return true;
  try {
    const command =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
        : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return [data, realpathSync(data)].some((directory) => command.includes(`-D ${directory} `));
  } catch {
    return false;
  }
}
