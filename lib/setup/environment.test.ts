import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { appUrl, ownerVariables, readEnvironment, webVariables } from "./environment";

let DATA_DIR: string;
const DATABASE_URL = "postgresql://owner:pw@db.example:6432/lab?sslmode=require";
const NEXTAUTH_SECRET = "thirty-two characters at the least!";

beforeEach(() => {
  DATA_DIR = path.join(mkdtempSync(path.join(tmpdir(), "casepan-environment-")), "data");
});
afterEach(() => rmSync(path.dirname(DATA_DIR), { recursive: true, force: true }));

test("with nothing set it serves this machine alone, on port 3000, from the embedded database", () => {
  expect(readEnvironment({ DATA_DIR })).toMatchObject({
    host: "127.0.0.1",
    port: 3000,
    address: "http://127.0.0.1:3000",
    database: { kind: "embedded" },
    filesDirectory: path.join(DATA_DIR, "files"),
  });
});

test("secrets are made once, apart from each other, and only their owner can read them", () => {
  const first = readEnvironment({ DATA_DIR });
  const second = readEnvironment({ DATA_DIR });
  expect(second).toEqual(first);
  expect(first.authSecret.length).toBeGreaterThanOrEqual(43);
  expect(first.database).not.toEqual({ kind: "embedded", secret: first.authSecret });
  expect(statSync(DATA_DIR).mode & 0o777).toBe(0o700);
  for (const name of ["auth-secret", "database-secret"]) {
    expect(statSync(path.join(DATA_DIR, name)).mode & 0o777).toBe(0o600);
  }
  expect(readFileSync(path.join(DATA_DIR, "auth-secret"), "utf8").trim()).toBe(first.authSecret);
});

test("a production database without a secret, or with a short one, is refused in one sentence", () => {
  for (const secret of [undefined, "short"]) {
    const env = { DATA_DIR, DATABASE_URL, NODE_ENV: "production", NEXTAUTH_SECRET: secret };
    expect(() => readEnvironment(env)).toThrow(/^NEXTAUTH_SECRET must be set .* signed with it\.$/);
  }
  expect(readEnvironment({ DATA_DIR, DATABASE_URL, NODE_ENV: "production", NEXTAUTH_SECRET }).authSecret).toBe(
    NEXTAUTH_SECRET,
  );
  expect(readEnvironment({ DATA_DIR, DATABASE_URL, NODE_ENV: "development" }).authSecret).not.toBe("");
});

test("the web app gets a role of its own on the owner's database, and never the owner's password", () => {
  const environment = readEnvironment({ DATA_DIR, DATABASE_URL, NEXTAUTH_SECRET });
  const url = new URL(appUrl(environment, DATABASE_URL));
  expect([url.username, url.host, url.pathname, url.search]).toEqual([
    "casepan_app",
    "db.example:6432",
    "/lab",
    "?sslmode=require",
  ]);
  expect(url.password).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(webVariables(environment, DATABASE_URL))).not.toContain("owner:pw");
  expect(ownerVariables(environment, DATABASE_URL).DATABASE_URL).toBe(DATABASE_URL);
});

test("the app's password follows the secret, unless one is given", () => {
  const password = (env: Record<string, string>) => readEnvironment({ DATA_DIR, DATABASE_URL, ...env }).appPassword;
  expect(password({ NEXTAUTH_SECRET })).toBe(password({ NEXTAUTH_SECRET }));
  expect(password({ NEXTAUTH_SECRET })).not.toBe(password({ NEXTAUTH_SECRET: `${NEXTAUTH_SECRET}?` }));
  expect(password({ NEXTAUTH_SECRET, APP_DATABASE_PASSWORD: "given" })).toBe("given");
});

test.each(["0", "65536", "80.5", "http", "-1"])("PORT=%s is refused", (PORT) => {
  expect(() => readEnvironment({ DATA_DIR, PORT })).toThrow(`PORT must be a number from 1 to 65535, not "${PORT}".`);
});

test("a DATABASE_URL that is none is refused without being repeated", () => {
  for (const url of ["mysql://root:hidden@h/db", "hidden"]) {
    expect(() => readEnvironment({ DATA_DIR, DATABASE_URL: url })).toThrow(/^DATABASE_URL must look like postgresql:/);
    expect(() => readEnvironment({ DATA_DIR, DATABASE_URL: url })).not.toThrow("hidden");
  }
});

test.each([
  ["0.0.0.0", "http://localhost:8080"],
  ["::1", "http://[::1]:8080"],
  ["lab.example", "http://lab.example:8080"],
])("HOST=%s is found at %s", (HOST, address) => {
  expect(readEnvironment({ DATA_DIR, HOST, PORT: "8080" }).address).toBe(address);
  expect(readEnvironment({ DATA_DIR, HOST, NEXTAUTH_URL: "https://lab.example" }).address).toBe("https://lab.example");
});
