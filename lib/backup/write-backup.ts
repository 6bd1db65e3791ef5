import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { to as copyTo } from "pg-copy-streams";
import { type Client, connect } from "../db/owner";
import { Counting, digestOf } from "../files/digest";
import { FILES, JOBS, MANIFEST, type Manifest, tableFile } from "./manifest";
import { type CopiedTable, copiedTables, copyOut, PLAIN_TEXT } from "./tables";

type Source = { url: string; filesDirectory: string; version: string };

/**
 * Writes a backup of everything an installation keeps: the rows of every table as one moment saw them, work that waits, and the files.
 * People go on working meanwhile. The folder bears its name only when it is whole.
 * @param source the owner's connection string, the folder of files, Casepan's version.
 * @param folder where backups are kept; the new one is `<folder>/<UTC time>`.
 * @returns its path, and what it says of itself.
 * @throws Obstacle when the database cannot be reached.
 */
export async function writeBackup(source: Source, folder: string): Promise<{ directory: string; manifest: Manifest }> {
  const takenAt = new Date().toISOString();
  const directory = path.join(folder, takenAt.replaceAll(":", "-"));
  const unfinished = `${directory}.unfinished`;
  mkdirSync(path.join(unfinished, "tables"), { recursive: true, mode: 0o700 });
  try {
    const rows = await writeRows(source.url, unfinished);
    const files = await copyFiles(source.filesDirectory, path.join(unfinished, FILES));
    const manifest: Manifest = { format: 1, casepan: source.version, takenAt, ...rows, files };
    writeFileSync(path.join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    renameSync(unfinished, directory);
    return { directory, manifest };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function writeRows(
  url: string,
  directory: string,
): Promise<Pick<Manifest, "migrations" | "auditMonths" | "tables" | "jobs">> {
  const client = await connect(url, { application_name: "casepan backup" });
  try {
    await client.query(`begin isolation level repeatable read read only; ${PLAIN_TEXT}`);
    const migrations = await client.query<{ name: string; checksum: string }>(
      `select migration_name as name, checksum from _prisma_migrations where rolled_back_at is null order by 1`,
    );
    const months = await client.query<{ month: string }>(
      `select right(relname, 7) as month from pg_inherits join pg_class on oid = inhrelid
       where inhparent = 'audit_log'::regclass and relname ~ '_\\d{4}_\\d{2}$' order by 1`,
    );
    const auditMonths = months.rows.map(({ month }) => month);
    const tables: Manifest["tables"] = {};
    for (const table of await copiedTables(client)) tables[table.name] = await writeTable(client, table, directory);
    return { migrations: migrations.rows, auditMonths, tables, jobs: await writeJobs(client, directory) };
  } finally {
    await client.end();
  }
}

async function writeTable(client: Client, table: CopiedTable, directory: string): Promise<Manifest["tables"][string]> {
  const counting = new Counting();
  const file = createWriteStream(path.join(directory, tableFile(table.name)), { mode: 0o600 });
  await pipeline(client.query(copyTo(copyOut(client, table))), counting, createGzip({ level: 4 }), file);
  return { rows: counting.lines, sha256: counting.sha256(), columns: table.columns };
}

async function writeJobs(client: Client, directory: string): Promise<Manifest["jobs"]> {
  const there = await client.query<{ yes: boolean }>(
    "select to_regclass('graphile_worker._private_jobs') is not null as yes",
  );
  const jobs = there.rows[0]?.yes
    ? await client.query<{ line: string }>(
        `select jsonb_build_object('task', t.identifier, 'payload', j.payload, 'runAt', j.run_at, 'key', j.key, 'priority', j.priority,
           'maxAttempts', j.max_attempts, 'queue', q.queue_name)::text as line
         from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
         left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
         where j.is_available and j.attempts < j.max_attempts order by j.id`,
      )
    : { rows: [] };
  const counting = new Counting();
  const file = createWriteStream(path.join(directory, JOBS), { mode: 0o600 });
  await pipeline(Readable.from(jobs.rows.map(({ line }) => `${line}\n`)), counting, createGzip(), file);
  return { rows: jobs.rows.length, sha256: counting.sha256() };
}

/** Files never change once they are there; one that is let go of while this runs is left out. */
async function copyFiles(from: string, to: string): Promise<Manifest["files"]> {
  const copied: Manifest["files"] = {};
  if (!existsSync(from)) return copied;
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const name = path.relative(from, path.join(entry.parentPath, entry.name));
    const target = path.join(to, name);
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
    try {
      await copyFile(path.join(from, name), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") continue;
      throw error;
    }
    copied[name.split(path.sep).join("/")] = await digestOf(target);
  }
  return copied;
}
