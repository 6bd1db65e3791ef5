import { readFileSync } from "node:fs";
import path from "node:path";
import { Obstacle } from "../db/obstacle";
import { derivedPassword } from "../db/postgres/passwords";
import { keptSecret } from "./secrets";

export type Environment = {
  /** Absolute path of what this installation keeps. */
  dataDirectory: string;
  filesDirectory: string;
  /** Where backups are kept. */
  backupDirectory: string;
  host: string;
  port: number;
  /** Where a browser on this machine finds it. */
  address: string;
  authSecret: string;
  /** Casepan's own PostgreSQL with the secret of its passwords, or the owner's connection string of another. */
  database: { kind: "embedded"; secret: string } | { kind: "external"; ownerUrl: string };
  appPassword: string;
  /** Set by the operator for a role of his own; else derived from the owner's. */
  appUrl: string | undefined;
  version: string;
  /** Whether an empty embedded database gets the demonstration labs. */
  demonstration: boolean;
};

const shortestSecret = 32;

/**
 * What the variables PORT, HOST, DATA_DIR, DEMO, DATABASE_URL, APP_DATABASE_URL, APP_DATABASE_PASSWORD, NEXTAUTH_SECRET,
 * NEXTAUTH_URL and NODE_ENV say, with a default for each. Secrets that are not given are made under DATA_DIR.
 * @throws Obstacle when one cannot be used, or when a production database comes without NEXTAUTH_SECRET.
 */
export function readEnvironment(env: Record<string, string | undefined> = process.env): Environment {
  const dataDirectory = path.resolve(env.DATA_DIR || ".data");
  const host = env.HOST || "127.0.0.1";
  const port = readPort(env.PORT);
  const database: Environment["database"] = env.DATABASE_URL
    ? { kind: "external", ownerUrl: readUrl(env.DATABASE_URL, "DATABASE_URL") }
    : { kind: "embedded", secret: keptSecret(dataDirectory, "database-secret") };
  const authSecret = readAuthSecret(env, database.kind === "external", dataDirectory);
  return {
    dataDirectory,
    filesDirectory: path.join(dataDirectory, "files"),
    backupDirectory: path.resolve(env.BACKUP_DIR || path.join(dataDirectory, "backups")),
    host,
    port,
    address: env.NEXTAUTH_URL || `http://${hostInUrl(host)}:${port}`,
    authSecret,
    database,
    appPassword: env.APP_DATABASE_PASSWORD || derivedPassword(authSecret, "casepan_app"),
    appUrl: env.APP_DATABASE_URL ? readUrl(env.APP_DATABASE_URL, "APP_DATABASE_URL") : undefined,
    demonstration: !/^(0|off|no|none)$/i.test(env.DEMO ?? ""),
    version: JSON.parse(readFileSync("package.json", "utf8")).version,
  };
}

/** The connection string of the role the web app uses, which owns nothing, on the owner's database. */
export function appUrl(environment: Environment, ownerUrl: string): string {
  if (environment.appUrl) return environment.appUrl;
  const url = new URL(ownerUrl);
  url.username = "casepan_app";
  url.password = environment.appPassword;
  return url.href;
}

/** The variables that the web app reads. The owner's connection string is not among them. */
export function webVariables(environment: Environment, ownerUrl: string): Record<string, string> {
  return {
    APP_DATABASE_URL: appUrl(environment, ownerUrl),
    NEXTAUTH_SECRET: environment.authSecret,
    NEXTAUTH_URL: environment.address,
    FILES_DIR: environment.filesDirectory,
    CASEPAN_VERSION: environment.version,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/** The variables that jobs, seeds and other work of the owner read. */
export function ownerVariables(environment: Environment, ownerUrl: string): Record<string, string> {
  return { ...webVariables(environment, ownerUrl), DATABASE_URL: ownerUrl, BACKUP_DIR: environment.backupDirectory };
}

function readPort(text: string | undefined): number {
  const port = Number(text || 3000);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new Obstacle(`PORT must be a number from 1 to 65535, not "${text}".`);
}

function readUrl(text: string, name: string): string {
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new Obstacle(`${name} must look like postgresql://user:password@host:5432/database.`);
}

function readAuthSecret(env: Record<string, string | undefined>, external: boolean, dataDirectory: string): string {
  const given = env.NEXTAUTH_SECRET;
  if (given && (given.length >= shortestSecret || env.NODE_ENV !== "production")) return given;
  if (env.NODE_ENV === "production" && (external || given)) {
    throw new Obstacle(
      `NEXTAUTH_SECRET must be set to at least ${shortestSecret} characters when NODE_ENV is production and DATABASE_URL is set: sessions are signed with it.`,
    );
  }
  return keptSecret(dataDirectory, "auth-secret");
}

function hostInUrl(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
