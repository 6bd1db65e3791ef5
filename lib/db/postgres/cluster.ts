import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { Obstacle } from "../obstacle";
import { postgresBinaries } from "./binaries";
import { canReach, type SystemUser, spawnAs } from "./system-user";

const majorVersion = "18";
const abandonedAfter = 60 * 60 * 1000;

/**
 * Makes the database cluster `<home>/data` unless it is there. It is made under another name and renamed when whole,
 * so a cluster that a crash left half-made is never taken for one, and of two that start at once one is kept.
 * @throws Obstacle when the existing one belongs to another major version, or initdb fails.
 */
export async function ensureCluster(
  home: string,
  user: SystemUser,
  superuserPassword: string,
  durable: boolean,
): Promise<void> {
  openPassage(path.dirname(home), user);
  if (existsSync(path.join(home, "data", "PG_VERSION"))) return checkVersion(home);
  const making = `${home}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
  mkdirSync(making, { mode: 0o700 });
  const passwordFile = path.join(making, "password");
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  if (user) for (const file of [making, passwordFile]) chownSync(file, user.uid, user.gid);
  try {
    await initialise(making, user, passwordFile, durable);
    rmSync(passwordFile);
    renameSync(making, home);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(path.join(home, "data", "PG_VERSION"))) throw error;
  }
}

/** Removes what initialisations that were killed long ago left beside the cluster. */
export function clearAbandoned(home: string): void {
  const prefix = `${path.basename(home)}.new-`;
  for (const name of readdirSync(path.dirname(home))) {
    const directory = path.join(path.dirname(home), name);
    if (!name.startsWith(prefix) || Date.now() - statSync(directory).mtimeMs < abandonedAfter) continue;
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The directory above is closed to everybody but its owner; PostgreSQL's group may pass through, not look around. */
function openPassage(directory: string, user: SystemUser): void {
  if (!user || canReach(user, directory) || statSync(directory).uid !== 0) return;
  chownSync(directory, 0, user.gid);
  chmodSync(directory, 0o710);
}

function checkVersion(home: string): void {
  const found = readFileSync(path.join(home, "data", "PG_VERSION"), "utf8").trim();
  if (found === majorVersion) return;
  throw new Obstacle(
    `The data in ${home} was made by PostgreSQL ${found}, Casepan's own is ${majorVersion}: dump it and load it anew.`,
  );
}

function initialise(making: string, user: SystemUser, passwordFile: string, durable: boolean): Promise<void> {
  const args = [
    `--pgdata=${path.join(making, "data")}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(durable ? [] : ["--no-sync"]),
  ];
  return new Promise((resolve, reject) => {
    const child = spawnAs(user, postgresBinaries().initdb, args, making, {
      stdio: ["ignore", "ignore", "pipe"],
      cwd: making,
    });
    let complaint = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on("error", (error) =>
      reject(new Obstacle(`The database could not be made in ${making}: ${error.message}.`)),
    );
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Obstacle(`The database could not be made in ${making}: ${lastLine(complaint)}`));
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
