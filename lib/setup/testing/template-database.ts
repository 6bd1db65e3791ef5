import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { enableAppRole } from "../../db/app-role";
import { type EmbeddedPostgres, startEmbedded } from "../../db/embedded";
import { migrate } from "../../db/migrate";
import { connect } from "../../db/owner";

declare module "vitest" {
  interface ProvidedContext {
    /** `adminUrl` may end anybody's connection, which dropping a database takes. */
    testServer: { ownerUrl: string; adminUrl: string; template: string; secret: string };
  }
}

/**
 * Before the database tests: one PostgreSQL (TEST_DATABASE_URL, or an embedded one in a temporary directory) with one
 * migrated database, which each test file copies. Afterwards both go.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const secret = process.env.TEST_DATABASE_URL
    ? "the same on every run against a lasting server"
    : randomBytes(32).toString("hex");
  const template = `casepan_template_${randomBytes(4).toString("hex")}`;
  const embedded = process.env.TEST_DATABASE_URL ? undefined : await startTemporary(secret);
  const ownerUrl = process.env.TEST_DATABASE_URL ?? embedded?.server.ownerUrl ?? "";

  const templateUrl = databaseUrl(ownerUrl, template);
  await onServer(ownerUrl, `create database ${template}`);
  await migrate(templateUrl);
  await enableAppRole(templateUrl, appTestUrl(templateUrl, secret));
  const adminUrl = embedded?.server.superuserUrl ?? ownerUrl;
  project.provide("testServer", { ownerUrl, adminUrl, template, secret });

  return async () => {
    if (!embedded) return dropDatabase(ownerUrl, template);
    await embedded.server.stop();
    rmSync(embedded.directory, { recursive: true, force: true });
  };
}

/** The same server's connection string for another of its databases. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** The web app's role on a test database. */
export function appTestUrl(url: string, secret: string): string {
  const app = new URL(url);
  app.username = "casepan_app";
  app.password = secret.replaceAll(" ", "-");
  return app.href;
}

/** Runs one statement as the server's owner, outside the database under test. */
export async function onServer(ownerUrl: string, statement: string): Promise<void> {
  const client = await connect(ownerUrl);
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Drops a database of the tests with whoever is still connected; the server's own clean-up only a superuser may end, so else it is waited for. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  const mayNot = "42501";
  await onServer(adminUrl, `drop database if exists ${name} with (force)`).catch((error: { code?: string }) => {
    if (error.code !== mayNot) throw error;
    return onServer(adminUrl, `drop database if exists ${name}`);
  });
}

async function startTemporary(secret: string): Promise<{ server: EmbeddedPostgres; directory: string }> {
  const directory = mkdtempSync(path.join(tmpdir(), "casepan-test-"));
  const server = await startEmbedded(directory, secret, false);
  outlive(server.pid, directory);
  return { server, directory };
}

/** When this process is killed and cannot clean up, a shell that waits for the end of its input does. */
function outlive(pid: number, directory: string): void {
  if (process.platform === "win32") return;
  const script = 'read -r _; kill -INT "$0" 2>/dev/null; sleep 1; rm -rf "$1"';
  const watch = spawn("sh", ["-c", script, String(pid), directory], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watch.unref();
  (watch.stdin as unknown as { unref?: () => void } | null)?.unref?.();
}
