import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ownerPool } from "@/lib/db/owner";
import { useDatabase } from "@/lib/db/testing";
import { databaseUrl, dropDatabase, onServer } from "@/lib/setup/testing/template-database";
import { buildCase, buildLab } from "@/lib/testing/build";
import { backUpNightly, backupsIn } from "./nightly";
import { reconcile } from "./record";
import { restoreBackup } from "./restore-backup";
import { writeBackup } from "./write-backup";

const db = useDatabase();
const home = mkdtempSync(path.join(tmpdir(), "casepan-recorded-"));
const files = path.join(home, "files");
const folder = path.join(home, "backups");
const name = `casepan_test_lived_${process.pid}`;
const url = () => databaseUrl(db.ownerUrl, name);
const source = () => ({ url: url(), filesDirectory: files, version: "0.1.0", folder });

async function rows<T extends Record<string, unknown>>(text: string): Promise<T[]> {
  const pool = ownerPool(url(), 1);
  try {
    return (await pool.query<T>(text)).rows;
  } finally {
    await pool.end();
  }
}
const runs = () =>
  rows(
    "SELECT occasion, status, folder, table_count AS tables, row_count AS rows, file_count AS files, size_bytes AS size, error FROM backup_runs ORDER BY started_at",
  );

beforeAll(async () => {
  const template = new URL(db.ownerUrl).pathname.slice(1);
  const owner = await db.ownerPool.connect();
  const lab = await buildLab(owner);
  for (let n = 0; n < 3; n += 1) await buildCase(owner, lab);
  owner.release(true);
  await dropDatabase(db.ownerUrl, name);
  await onServer(db.ownerUrl, `create database ${name} template ${template}`);
  mkdirSync(path.join(files, "kept"), { recursive: true });
  writeFileSync(path.join(files, "kept", "scan"), "a scan's bytes");
});
afterAll(async () => {
  await dropDatabase(db.ownerUrl, name);
  rmSync(home, { recursive: true, force: true });
});

it("notes a backup with what is in it, and lets the note of one follow that was let go of", async () => {
  await backUpNightly(source());
  const second = await backUpNightly(source(), "asked");
  expect(await runs()).toEqual([
    expect.objectContaining({ occasion: "night", status: "rotated_out" }),
    {
      occasion: "asked",
      status: "good",
      folder: path.basename(second),
      tables: expect.any(Number),
      rows: expect.any(String),
      files: 1,
      size: expect.any(String),
      error: null,
    },
  ]);
  const live = await rows(
    "SELECT count(*)::int AS n FROM outbox WHERE topic = 'live' AND payload ->> 'topic' = 'backups'",
  );
  expect(live[0]?.n).toBeGreaterThan(0);
});

it("notes one that failed, and why", async () => {
  writeFileSync(path.join(home, "no-folder"), "");
  await expect(backUpNightly({ ...source(), folder: path.join(home, "no-folder") })).rejects.toThrow();
  expect((await runs()).at(-1)).toMatchObject({ status: "failed", error: expect.stringContaining("no-folder") });
});

it("comes back whole after everything was destroyed, row for row and file for file", async () => {
  const taken = await backUpNightly(source());
  await dropDatabase(db.ownerUrl, name);
  rmSync(files, { recursive: true });
  await onServer(db.ownerUrl, `create database ${name}`);
  expect(existsSync(files)).toBe(false);

  const before = await restoreBackup(taken, { url: url(), filesDirectory: files });
  const after = await writeBackup(source(), path.join(home, "compare"));
  expect(after.manifest.tables).toEqual(before.tables);
  expect(after.manifest.files).toEqual(before.files);
  expect(after.manifest.tables.cases?.rows).toBe(3);
  expect(readFileSync(path.join(files, "kept", "scan"), "utf8")).toBe("a scan's bytes");

  expect(await runs()).toEqual([]);
  await reconcile(url(), backupsIn(folder));
  expect(await runs()).toMatchObject([{ occasion: "command", status: "good", folder: path.basename(taken) }]);
}, 180_000);
