import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * The secret kept in `<directory>/<name>`, made at first use: 32 random bytes, readable by its owner alone. Of two
 * processes that make it at once, both get the same.
 */
export function keptSecret(directory: string, name: string): string {
  const file = path.join(directory, name);
  if (!existsSync(file)) make(directory, file);
  return readFileSync(file, "utf8").trim();
}

/** Written whole under another name first: a link is made or not, a file may be read half-written. */
function make(directory: string, file: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
