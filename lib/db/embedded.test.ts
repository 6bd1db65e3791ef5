import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type EmbeddedPostgres, startEmbedded } from "./embedded";

const secret = "the same at every start";
let directory: string;
let server: EmbeddedPostgres | undefined;

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), "casepan-embedded-"));
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function ask<T>(url: string, text: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query({ text, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

function pidFile(): string {
  return path.join(directory, "postgres", "data", "postmaster.pid");
}

/** Starts the server in another process, which can then be killed without a chance to clean up. */
function startElsewhere(): Promise<ChildProcess> {
  const code = `import { startEmbedded } from ${JSON.stringify(path.resolve("lib/db/embedded.ts"))};
    await startEmbedded(${JSON.stringify(directory)}, ${JSON.stringify(secret)}, false);
    process.send("up");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return new Promise((resolve, reject) => {
    child.once("message", () => resolve(child));
    child.once("exit", () => reject(new Error("The other process ended.")));
  });
}

function killed(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGKILL");
  return ended;
}

test("it makes a database that a role without superuser rights owns, and only this machine reaches", async () => {
  server = await startEmbedded(directory, secret, false);
  const rows = await ask(
    server.ownerUrl,
    `select rolsuper::text, rolcreaterole::text, pg_get_userbyid(datdba)::text, pg_encoding_to_char(encoding)::text, datlocale,
            current_setting('listen_addresses'), current_setting('server_version_num')::int / 10000
     from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  );
  expect(rows).toEqual(["false", "true", "casepan_owner", "UTF8", "C.UTF-8", "127.0.0.1", 18]);
  await expect(ask(server.ownerUrl.replace(/:[0-9a-f]+@/, ":guessed@"), "select 1")).rejects.toThrow("password");
  const extensions = await ask(
    server.ownerUrl,
    "select extname::text from pg_extension where extname = 'pg_stat_statements'",
  );
  expect(extensions).toEqual(["pg_stat_statements"]);
});

test("it starts again with its data, on its port", async () => {
  server = await startEmbedded(directory, secret, false);
  const before = server.ownerUrl;
  await ask(before, "create table if not exists kept as select 42 as n");
  await server.stop();
  server = await startEmbedded(directory, secret, false);
  expect(server.ownerUrl).toBe(before);
  expect(await ask(before, "select n from kept")).toEqual([42]);
});

test("a second instance on the same data is refused, and the first goes on", async () => {
  server = await startEmbedded(directory, secret, false);
  await expect(startEmbedded(directory, secret, false)).rejects.toThrow(
    `Casepan already runs on ${directory} (casepan process ${process.pid})`,
  );
  expect(await ask(server.ownerUrl, "select 1")).toEqual([1]);
});

test("of two that start at once on new data, one gets it and the other is refused", async () => {
  const fresh = mkdtempSync(path.join(tmpdir(), "casepan-embedded-"));
  const both = await Promise.allSettled([startEmbedded(fresh, secret, false), startEmbedded(fresh, secret, false)]);
  const started = both.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const refused = both.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
  await Promise.all(started.map((one) => one.stop()));
  rmSync(fresh, { recursive: true, force: true });
  expect(started).toHaveLength(1);
  expect(refused).toEqual([expect.stringContaining("Casepan already runs on")]);
});

test("a server whose parent was killed is taken over", async () => {
  const other = await startElsewhere();
  const pid = Number(readFileSync(pidFile(), "utf8").split("\n")[0]);
  await killed(other);
  server = await startEmbedded(directory, secret, false);
  expect(server.pid).toBe(pid);
});

test("after everything was killed it recovers, also when its process number belongs to another program now", async () => {
  const other = await startElsewhere();
  const file = readFileSync(pidFile(), "utf8");
  const pid = Number(file.split("\n")[0]);
  await killed(other);
  process.kill(pid, "SIGKILL");
  server = await startEmbedded(directory, secret, false);
  expect(server.pid).not.toBe(pid);
  expect(await ask(server.ownerUrl, "select n from kept")).toEqual([42]);
  await server.stop();

  writeFileSync(pidFile(), file.replace(String(pid), String(process.pid)));
  server = await startEmbedded(directory, secret, false);
  expect(await ask(server.ownerUrl, "select n from kept")).toEqual([42]);
});

test("it tells when the server goes away by itself, and not when it is stopped", async () => {
  server = await startEmbedded(directory, secret, false);
  process.kill(server.pid, "SIGKILL");
  await server.lost;
  await server.stop();
});

test("data that does not accept the password beside it is named", async () => {
  await expect(startEmbedded(directory, "another secret", false)).rejects.toThrow("does not accept the password");
  server = await startEmbedded(directory, secret, false);
});
