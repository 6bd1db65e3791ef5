import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { readManifest } from "./manifest";
import { outdated } from "./rotation";
import { verifyBackup } from "./verify-backup";
import { writeBackup } from "./write-backup";

/**
 * Takes tonight's backup, reads it whole once more, and only then lets go of those that are older than is kept.
 * @param source the owner's connection string, the folder of files, Casepan's version, the folder of backups.
 * @returns the path of the new one.
 */
export async function backUpNightly(source: {
  url: string;
  filesDirectory: string;
  version: string;
  folder: string;
}): Promise<string> {
  const { directory } = await writeBackup(source, source.folder);
  await verifyBackup(directory);
  const taken = new Map(backupsIn(source.folder).map((one) => [one.takenAt, one.directory]));
  for (const at of outdated([...taken.keys()])) rmSync(taken.get(at) as string, { recursive: true });
  return directory;
}

/** The whole backups in a folder, the newest first; `takenAt` is an ISO instant. */
export function backupsIn(folder: string): { directory: string; takenAt: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{4}-\d{2}-\d{2}T[\d-]+\.\d{3}Z$/.test(entry.name))
    .map((entry) => path.join(folder, entry.name))
    .map((directory) => ({ directory, takenAt: readManifest(directory).takenAt }))
    .sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
}
