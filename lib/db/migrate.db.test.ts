import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate } from "./migrate";
import { migrationNames } from "./migration-names";
import { useDatabase } from "./testing";

const database = useDatabase();
let directory: string;

beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), "casepan-migrations-"));
  await database.ownerPool.query("delete from _prisma_migrations");
});

afterEach(async () => {
  rmSync(directory, { recursive: true, force: true });
  await database.ownerPool.query("drop table if exists tried_a, tried_b");
});

function write(name: string, sql: string): void {
  mkdirSync(path.join(directory, name), { recursive: true });
  writeFileSync(path.join(directory, name, "migration.sql"), sql);
}

async function tables(): Promise<string[]> {
  const { rows } = await database.ownerPool.query<{ name: string }>(
    "select tablename as name from pg_tables where tablename like 'tried_%' order by 1",
  );
  return rows.map((row) => row.name);
}

test("the database of every test file has had all of Casepan's migrations", () => {
  expect(migrationNames()).not.toHaveLength(0);
});

test("migrations are applied in order, once, and recorded as Prisma records them", async () => {
  write("20260102000000_second", "insert into tried_a values (1);");
  write("20260101000000_first", "create table tried_a (n int);");
  expect(await migrate(database.ownerUrl, { directory })).toEqual(["20260101000000_first", "20260102000000_second"]);
  expect(await migrate(database.ownerUrl, { directory })).toEqual([]);
  const { rows } = await database.ownerPool.query(
    `select migration_name, checksum, applied_steps_count, rolled_back_at, logs,
            finished_at >= started_at as in_order, id ~ '^[0-9a-f-]{36}$' as has_uuid
     from _prisma_migrations order by migration_name`,
  );
  expect(rows[0]).toEqual({
    migration_name: "20260101000000_first",
    checksum: "6442a0a818809683773e434fd7183f9049c39e7c16f02fc9747be594f4742a6c",
    applied_steps_count: 1,
    rolled_back_at: null,
    logs: null,
    in_order: true,
    has_uuid: true,
  });
});

test("a migration that fails leaves nothing of itself and says where", async () => {
  write("20260101000000_good", "create table tried_a (n int);");
  write("20260102000000_bad", "create table tried_b (n int);\n\nselect * from nowhere;");
  await expect(migrate(database.ownerUrl, { directory })).rejects.toThrow(
    'Migration 20260102000000_bad failed at line 3: relation "nowhere" does not exist.',
  );
  expect(await tables()).toEqual(["tried_a"]);
  write("20260102000000_bad", "create table tried_b (n int);");
  expect(await migrate(database.ownerUrl, { directory })).toEqual(["20260102000000_bad"]);
});

test("an applied migration that was changed is refused, and nothing is applied", async () => {
  write("20260101000000_first", "create table tried_a (n int);");
  await migrate(database.ownerUrl, { directory });
  write("20260101000000_first", "create table tried_a (n bigint);");
  write("20260102000000_next", "create table tried_b (n int);");
  await expect(migrate(database.ownerUrl, { directory })).rejects.toThrow("was changed after it had been applied");
  expect(await tables()).toEqual(["tried_a"]);
});

test("a database that is ahead of this version is refused", async () => {
  write("20260101000000_first", "create table tried_a (n int);");
  await migrate(database.ownerUrl, { directory });
  rmSync(path.join(directory, "20260101000000_first"), { recursive: true });
  await expect(migrate(database.ownerUrl, { directory })).rejects.toThrow(
    "which this version of Casepan does not know",
  );
});

test("eight processes that migrate at once apply each migration once", async () => {
  write("20260101000000_first", "create table tried_a (n int);");
  write("20260102000000_second", "insert into tried_a values (1);");
  const applied = await Promise.all(Array.from({ length: 8 }, () => migrate(database.ownerUrl, { directory })));
  expect(applied.flat().sort()).toEqual(["20260101000000_first", "20260102000000_second"]);
  const { rows } = await database.ownerPool.query("select count(*)::int as n from tried_a");
  expect(rows).toEqual([{ n: 1 }]);
});

test("a server that is not there is named without its password", async () => {
  const failure = migrate("postgresql://someone:hidden@127.0.0.1:1/none", { directory });
  await expect(failure).rejects.toThrow(/127\.0\.0\.1:1\/none cannot be reached/);
  await expect(failure).rejects.not.toThrow("hidden");
});
