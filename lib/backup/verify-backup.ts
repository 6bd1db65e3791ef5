import { createReadStream } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Obstacle } from "../db/obstacle";
import { Counting, digestOf } from "../files/digest";
import { FILES, JOBS, type Manifest, readManifest, tableFile } from "./manifest";

/**
 * Reads a backup whole and holds it to what it says of itself: the rows and digest of each table, the digest of each file.
 * @throws Obstacle that names the first thing that is missing or damaged.
 */
export async function verifyBackup(directory: string): Promise<Manifest> {
  const manifest = readManifest(directory);
  for (const [name, { rows, sha256 }] of Object.entries(manifest.tables))
    await holdTo(path.join(directory, tableFile(name)), `the table ${name}`, { rows, sha256 });
  await holdTo(path.join(directory, JOBS), "the work that waited", manifest.jobs);
  for (const [name, { sha256 }] of Object.entries(manifest.files)) {
    const found = await digestOf(path.join(directory, FILES, name)).catch(() => null);
    if (found?.sha256 !== sha256) throw new Obstacle(`The backup is damaged: the file ${name} is not as it was.`);
  }
  return manifest;
}

async function holdTo(file: string, what: string, said: { rows: number; sha256: string }): Promise<void> {
  const counting = new Counting();
  counting.resume();
  await pipeline(createReadStream(file), createGunzip(), counting).catch(() => {});
  if (counting.lines !== said.rows || counting.sha256() !== said.sha256)
    throw new Obstacle(`The backup is damaged: ${what} is not as it was.`);
}
