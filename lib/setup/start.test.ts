import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { testVariables } from "./testing/run-step";

let DATA_DIR: string;

beforeEach(() => {
  DATA_DIR = mkdtempSync(path.join(tmpdir(), "casepan-start-"));
});
afterEach(() => rmSync(DATA_DIR, { recursive: true, force: true }));

type Ending = { code: number | string | null | undefined; said: string };

/** Runs `npm start`'s own program to its end. */
function start(variables: Record<string, string>): Promise<Ending> {
  const env = { ...testVariables(), DATA_DIR, ...variables };
  return new Promise((resolve) => {
    execFile(process.execPath, ["lib/setup/start.mjs"], { env, timeout: 25_000 }, (error, _out, said) =>
      resolve({ code: error ? error.code : 0, said: said.trim() }),
    );
  });
}

test("a taken port ends the start in one sentence, and PostgreSQL with it", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => other.once("listening", resolve));
  const { port } = other.address() as AddressInfo;
  const ending = await start({ PORT: String(port) });
  other.close();
  expect(ending).toEqual({
    code: 1,
    said: `Port ${port} of 127.0.0.1 is taken by another program: stop it, or set PORT to another number.`,
  });
  expect(existsSync(path.join(DATA_DIR, "postgres", "data", "PG_VERSION"))).toBe(true);
  expect(existsSync(path.join(DATA_DIR, "postgres", "data", "postmaster.pid"))).toBe(false);
});

test("a database that is not there ends the start in one sentence", async () => {
  const { code, said } = await start({
    DATABASE_URL: "postgresql://casepan:hidden@127.0.0.1:1/casepan",
    PORT: "45999",
  });
  expect(code).toBe(1);
  expect(said).toMatch(
    /^The database at 127\.0\.0\.1:1\/casepan cannot be reached \(.*\): is it running, and is DATABASE_URL right\?$/,
  );
});

test("a production database without a secret ends the start in one sentence", async () => {
  const { code, said } = await start({
    DATABASE_URL: "postgresql://casepan:x@127.0.0.1:1/casepan",
    NODE_ENV: "production",
  });
  expect(code).toBe(1);
  expect(said).toMatch(/^NEXTAUTH_SECRET must be set to at least 32 characters .*\.$/);
});
