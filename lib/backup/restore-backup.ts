import { createReadStream, existsSync, mkdirSync, readdirSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { makeWorkerUtils } from "graphile-worker";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { migrate } from "../db/migrate";
import { Obstacle } from "../db/obstacle";
import { type Client, connect, ownerPool } from "../db/owner";
import { Counting } from "../files/digest";
import { FILES, JOBS, type Manifest, tableFile } from "./manifest";
import { copiedTables, copyOut, PLAIN_TEXT } from "./tables";
import { verifyBackup } from "./verify-backup";

type Target = { url: string; filesDirectory: string };

/**
 * Puts a backup into an empty database and an empty folder of files, brings the database to this version, and compares row counts and
 * digests of every table with what the backup says. The rows go in whole or not at all.
 * @param target the owner's connection string of an empty database, and the folder of files.
 * @returns what was restored.
 * @throws Obstacle when the backup is damaged or of a later version, when something is there already, or when a table came out otherwise.
 */
export async function restoreBackup(directory: string, target: Target): Promise<Manifest> {
  const manifest = await verifyBackup(directory);
  await refuseUsed(target);
  const last = manifest.migrations.at(-1)?.name as string;
  await migrate(target.url, { upTo: last });
  const client = await connect(target.url, { application_name: "casepan restore" });
  try {
    await refuseOther(client, manifest);
    await client.query("begin");
    await putRows(client, directory, manifest);
    await client.query("commit");
  } finally {
    await client.end();
  }
  await migrate(target.url);
  await refreshViews(target.url);
  await putJobs(path.join(directory, JOBS), target.url);
  for (const name of Object.keys(manifest.files)) {
    const file = path.join(target.filesDirectory, name);
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    await copyFile(path.join(directory, FILES, name), file);
  }
  return manifest;
}

async function refuseUsed({ url, filesDirectory }: Target): Promise<void> {
  const client = await connect(url);
  const { rows } = await client.query<{ used: boolean }>(
    "select exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')) as used",
  );
  await client.end();
  if (rows[0]?.used)
    throw new Obstacle("There are tables in this database already: a backup is restored into an empty one.");
  if (existsSync(filesDirectory) && readdirSync(filesDirectory).length > 0)
    throw new Obstacle(`There are files in ${filesDirectory} already: a backup is restored into an empty folder.`);
}

async function refuseOther(client: Client, { migrations }: Manifest): Promise<void> {
  const applied = await client.query<{ name: string; checksum: string }>(
    "select migration_name as name, checksum from _prisma_migrations order by 1",
  );
  if (JSON.stringify(applied.rows) === JSON.stringify(migrations)) return;
  throw new Obstacle("This backup was made by another version of Casepan than this one or any before it.");
}

/** As the owner, past triggers and policies: what was computed then is in the rows already. */
async function putRows(client: Client, directory: string, manifest: Manifest): Promise<void> {
  const tables = await copiedTables(client);
  const id = (name: string) => client.escapeIdentifier(name);
  const each = async (change: (table: string) => string) => {
    for (const { name } of tables) await client.query(change(id(name)));
  };
  await client.query(PLAIN_TEXT);
  await client.query(`truncate ${tables.map(({ name }) => id(name)).join(", ")}`);
  for (const month of manifest.auditMonths) await makeAuditMonth(client, month);
  await each((table) => `alter table ${table} disable trigger user`);
  const unforced = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity and relkind in ('r', 'p')",
  );
  for (const { name } of unforced.rows) await client.query(`alter table ${id(name)} no force row level security`);
  for (const table of tables) {
    const said = manifest.tables[table.name];
    if (!said) throw new Obstacle(`The backup has no table ${table.name}.`);
    const into = `copy ${id(table.name)} (${said.columns.map(id).join(", ")}) from stdin`;
    const rows = createReadStream(path.join(directory, tableFile(table.name)));
    await pipeline(rows, createGunzip(), client.query(copyFrom(into)));
  }
  for (const { name } of unforced.rows) await client.query(`alter table ${id(name)} force row level security`);
  await each((table) => `alter table ${table} enable trigger user`);
  for (const table of tables) {
    const counting = new Counting();
    counting.resume();
    await pipeline(client.query(copyTo(copyOut(client, table))), counting);
    const said = manifest.tables[table.name];
    if (counting.lines !== said?.rows || counting.sha256() !== said.sha256)
      throw new Obstacle(`The table ${table.name} came out otherwise than it was backed up; nothing was restored.`);
  }
}

/** As `ensure_audit_partitions` makes those to come. */
async function makeAuditMonth(client: Client, month: string): Promise<void> {
  const name = client.escapeIdentifier(`audit_log_${month}`);
  const begins = client.escapeLiteral(`${month.replace("_", "-")}-01T00:00:00Z`);
  const there = await client.query("select 1 from pg_class where relname = $1", [`audit_log_${month}`]);
  if (there.rowCount) return;
  await client.query(`do $$ begin execute format('create table ${name} partition of audit_log for values from (%L) to (%L)',
    ${begins}::timestamptz, (${begins}::timestamptz at time zone 'UTC' + interval '1 month') at time zone 'UTC'); end $$`);
  await client.query(`alter table ${name} enable row level security, force row level security`);
  await client.query(`create policy owner_all on ${name} to current_user using (true) with check (true)`);
}

async function refreshViews(url: string): Promise<void> {
  const client = await connect(url);
  const views = await client.query<{ name: string }>(
    "select matviewname as name from pg_matviews where schemaname = 'public'",
  );
  for (const { name } of views.rows) await client.query(`refresh materialized view ${client.escapeIdentifier(name)}`);
  await client.end();
}

type WaitingJob = {
  task: string;
  payload: unknown;
  runAt: string;
  key: string | null;
  priority: number;
  maxAttempts: number;
  queue: string | null;
};

async function putJobs(file: string, url: string): Promise<void> {
  // The worker's own pool is not awaited when it ends: the server may be stopped under it.
  const pool = ownerPool(url, 2);
  const utils = await makeWorkerUtils({ pgPool: pool });
  try {
    await utils.migrate();
    for await (const line of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
      const job = JSON.parse(line) as WaitingJob;
      await utils.addJob(job.task, job.payload, {
        runAt: new Date(job.runAt),
        jobKey: job.key ?? undefined,
        priority: job.priority,
        maxAttempts: job.maxAttempts,
        queueName: job.queue ?? undefined,
      });
    }
  } finally {
    await utils.release();
    await pool.end();
  }
}
