import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * One digest over names and contents of files, so that a step is repeated only when what it reads has changed.
 * @param places files and directories relative to the project; missing ones count as empty.
 * @param counts which of the files found count.
 */
export function fingerprint(places: string[], counts: (file: string) => boolean = () => true): string {
  const hash = createHash("sha256");
  for (const file of places.flatMap(filesIn).filter(counts)) {
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** Whether the stamp file holds this digest: the step was done, whole, for the same inputs. */
export function isStamped(stampFile: string, digest: string): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === digest;
}

/** Writes the digest after the step succeeded. */
export function stamp(stampFile: string, digest: string): void {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, digest);
}

function filesIn(place: string): string[] {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
