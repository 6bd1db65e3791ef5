import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { existsSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { Obstacle } from "../obstacle";

/** The operating system's user that PostgreSQL runs as; undefined when that is whoever runs this process. */
export type SystemUser = { uid: number; gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root, so as root it runs as the owner of the existing data, else as the user
 * "postgres" (made when missing), else as "nobody".
 */
export function databaseUser(existingData: string): SystemUser {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(existingData)) {
    const { uid, gid } = statSync(existingData);
    if (uid !== 0) return { uid, gid };
  }
  const user = lookUp("postgres") ?? (makePostgresUser() ? lookUp("postgres") : undefined) ?? lookUp("nobody");
  if (!user)
    throw new Obstacle(
      "PostgreSQL does not run as root and no user for it could be made: run Casepan as another user.",
    );
  return user;
}

/**
 * Spawns a PostgreSQL program as that user. Where root keeps the project or the data under a directory closed to
 * others (/root is), the program is given the one capability that passes such directories.
 */
export function spawnAs(
  user: SystemUser,
  program: string,
  args: string[],
  data: string,
  options: SpawnOptions,
): ChildProcess {
  const needed = [path.dirname(program), data];
  if (!user || needed.every((directory) => canReach(user, directory))) {
    return spawn(program, args, { ...options, ...user });
  }
  const passage = ["--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  const become = [`--reuid=${user.uid}`, `--regid=${user.gid}`, "--clear-groups"];
  return spawn("setpriv", [...become, ...passage, "--", program, ...args], options);
}

/** Whether the user may enter the directory: every directory above it, and itself, lets it pass. */
export function canReach(user: { uid: number; gid: number }, directory: string): boolean {
  let at = nearestExisting(directory);
  for (;;) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    const above = path.dirname(at);
    if (above === at) return true;
    at = above;
  }
}

function nearestExisting(directory: string): string {
  let at = path.resolve(directory);
  while (!existsSync(at)) at = path.dirname(at);
  return realpathSync(at);
}

function lookUp(name: string): { uid: number; gid: number } | undefined {
  try {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(execFileSync("id", [flag, name], { stdio: "pipe" })));
    return uid && gid ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

function makePostgresUser(): boolean {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}
