import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { log } from "../log";
import { type Manifest, readManifest } from "./manifest";
import { type Occasion, reconcile, recorded } from "./record";
import { outdated } from "./rotation";
import { verifyBackup } from "./verify-backup";
import { writeBackup } from "./write-backup";

type Source = { url: string; filesDirectory: string; version: string; folder: string };

/**
 * Takes a backup, reads it whole once more, and only then lets go of those that are older than is kept. Notes all of it in `backup_runs`.
 * @param source the owner's connection string, the folder of files, Casepan's version, the folder of backups.
 * @returns the path of the new one.
 */
export async function backUpNightly(source: Source, occasion: Occasion = "night"): Promise<string> {
  const { directory } = await recorded(source.url, occasion, async () => {
    const written = await writeBackup(source, source.folder);
    await verifyBackup(written.directory).catch((damaged: unknown) => {
      rmSync(written.directory, { recursive: true, force: true }); // or it would pass for the newest whole one
      throw damaged;
    });
    return written;
  });
  removeUnfinished(source.folder);
  const taken = new Map(backupsIn(source.folder).map((one) => [one.takenAt, one.directory]));
  for (const at of outdated([...taken.keys()])) rmSync(taken.get(at) as string, { recursive: true });
  await reconcile(source.url, backupsIn(source.folder));
  return directory;
}

const LONGEST_MS = 24 * 60 * 60 * 1000;

/** What processes left behind that ended over a backup, a day ago or more. */
function removeUnfinished(folder: string): void {
  for (const { name } of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, name);
    if (name.endsWith(".unfinished") && statSync(place).mtimeMs < Date.now() - LONGEST_MS)
      rmSync(place, { recursive: true, force: true });
  }
}

/**
 * The whole backups in a folder, the newest first; `takenAt` is an ISO instant. One that cannot be read (damaged, or of a later version) is
 * left alone and passed over: it must not keep the next ones from being rotated.
 */
export function backupsIn(folder: string): { directory: string; takenAt: string; manifest: Manifest }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^\d{4}-\d{2}-\d{2}T[\d-]+\.\d{3}Z$/.test(entry.name))
    .map((entry) => path.join(folder, entry.name))
    .flatMap((directory) => {
      try {
        return [{ directory, manifest: readManifest(directory) }];
      } catch (error) {
        log.warn({ directory, error: (error as Error).message }, "a backup cannot be read");
        return [];
      }
    })
    .map(({ directory, manifest }) => ({ directory, takenAt: manifest.takenAt, manifest }))
    .sort((a, b) => (a.takenAt < b.takenAt ? 1 : -1));
}
