import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { Obstacle } from "../obstacle";
import { postgresBinaries } from "./binaries";
import { rememberedPort } from "./free-port";
import { type Postmaster, runningPostmaster, stopPostmaster } from "./postmaster";
import { type SystemUser, spawnAs } from "./system-user";

const largestLog = 10 * 1024 * 1024;
const patience = 120_000;

/** Fit for two cores and a few gigabytes; nothing but this machine can connect, and only with a password. */
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  max_wal_size: "2GB",
  wal_compression: "on",
  random_page_cost: "1.1",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  shared_preload_libraries: "pg_stat_statements",
};

/** For data that lives as long as one test run: what a power cut would cost does not matter. */
const forgetful = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "128MB" };

/**
 * Workers of a server that was killed hold its shared memory until they notice; another start may have been quicker;
 * the port may have been taken since it was tried.
 */
const passes = /pre-existing shared memory block|lock file .* already exists|could not create any TCP/;

export type ServerPlace = {
  /** Holds `data` and the server's `log`. */
  home: string;
  user: SystemUser;
  /** False for data that may be lost in a power cut. */
  durable: boolean;
  portFile: string;
  /** The superuser's connection string on a given port. */
  superuserUrl: (port: number) => string;
};

/**
 * Starts PostgreSQL on `<home>/data`, or finds the one that already runs there because its parent was killed.
 * It is detached, so that Ctrl-C reaches the programs that use it first.
 * @returns process and port of the server, ready for connections.
 * @throws Obstacle when it does not start.
 */
export async function runServer({ home, user, durable, portFile, superuserUrl }: ServerPlace): Promise<Postmaster> {
  const data = path.join(home, "data");
  for (let attempt = 1; ; attempt++) {
    const running = runningPostmaster(data);
    const server = running ?? spawnServer(home, user, await rememberedPort(portFile), durable);
    try {
      await untilReady(superuserUrl(server.port), server.isAlive, home);
      return server;
    } catch (error) {
      if (server.isAlive()) {
        if (!running) await stopPostmaster(server.pid);
        throw error;
      }
      // One that was found running may have been about to die; its data is free now.
      if (attempt >= 20 || !(running || passes.test(logTail(home)))) throw error;
      await pause(500);
    }
  }
}

function spawnServer(home: string, user: SystemUser, port: number, durable: boolean): Postmaster {
  const data = path.join(home, "data");
  const all: Record<string, string> = { ...settings, ...(durable ? {} : forgetful), port: String(port) };
  const args = ["-D", data, ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const log = openLog(home);
  try {
    const stdio = ["ignore", log, log] as const;
    const child = spawnAs(user, postgresBinaries().postgres, args, data, {
      detached: true,
      stdio: [...stdio],
      cwd: data,
    });
    child.on("error", () => {});
    child.unref();
    return {
      pid: child.pid ?? 0,
      port,
      isAlive: () => child.exitCode === null && child.signalCode === null && child.pid !== undefined,
    };
  } finally {
    closeSync(log);
  }
}

/** Answers once the server accepts connections; until then it may be recovering from a crash. */
async function untilReady(url: string, isRunning: () => boolean, home: string): Promise<void> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (code === "28P01") {
        throw new Obstacle(
          `The database in ${home} does not accept the password beside it (database-secret): was the file changed?`,
        );
      }
      if (!isRunning()) break;
      await pause(25);
    }
  }
  throw new Obstacle(`The embedded PostgreSQL did not start: ${logTail(home) || `see ${path.join(home, "log")}`}`);
}

function openLog(home: string): number {
  const file = path.join(home, "log");
  if (existsSync(file) && statSync(file).size > largestLog) {
    rmSync(`${file}.1`, { force: true });
    renameSync(file, `${file}.1`);
  }
  return openSync(file, "a", 0o600);
}

function logTail(home: string): string {
  const file = path.join(home, "log");
  if (!existsSync(file)) return "";
  const lines = readFileSync(file, "utf8").slice(-4000).trim().split("\n");
  return (
    lines.findLast((line) => /FATAL|PANIC|ERROR|error/.test(line))?.replace(/^.*?(FATAL|PANIC|ERROR): +/, "") ?? ""
  );
}
