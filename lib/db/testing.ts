import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Pool } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { appTestUrl, databaseUrl, dropDatabase, onServer } from "../setup/testing/template-database";
import { ownerPool } from "./owner";
import { closeAppPool } from "./pool";

export type TestDatabase = {
  /** Connections of the role that owns the schema: sees every lab. */
  readonly ownerPool: Pool;
  readonly ownerUrl: string;
  /** The web app's role, which row-level security binds. */
  readonly appUrl: string;
};

/**
 * Gives a test file a migrated database of its own, empty but for what migrations put in, and points this process's
 * environment at it (DATABASE_URL, APP_DATABASE_URL, NEXTAUTH_SECRET, FILES_DIR). Call it at the top of a `*.db.test.ts`;
 * what it answers can be used inside hooks and tests.
 */
export function useDatabase(): TestDatabase {
  const name = `casepan_test_${randomBytes(6).toString("hex")}`;
  const { ownerUrl, adminUrl, template, secret } = inject("testServer");
  const url = databaseUrl(ownerUrl, name);
  const appUrl = appTestUrl(url, secret);
  const pool = ownerPool(url);
  const files = path.join(tmpdir(), `casepan-files-${name}`);

  Object.assign(process.env, {
    DATABASE_URL: url,
    APP_DATABASE_URL: appUrl,
    NEXTAUTH_SECRET: "of these tests alone, not of an installation",
    NEXTAUTH_URL: "http://casepan.test",
    FILES_DIR: files,
  });
  beforeAll(() => onServer(ownerUrl, `create database ${name} template ${template}`));
  afterAll(async () => {
    await Promise.all([closeAppPool(), pool.end()]);
    await dropDatabase(adminUrl, name);
    rmSync(files, { recursive: true, force: true });
  });
  return { ownerPool: pool, ownerUrl: url, appUrl };
}
