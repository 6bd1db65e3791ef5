import { statfs } from "node:fs/promises";

export type Disk = { what: string; freeBytes: number; totalBytes: number };

/** How much room is left where this process keeps files and backups; a folder that is not there yet is left out. */
export async function disks(): Promise<Disk[]> {
  const places = [
    ["Files", process.env.FILES_DIR],
    ["Backups", process.env.BACKUP_DIR],
  ] as const;
  const found = await Promise.all(
    places.map(async ([what, place]) => {
      const stats = place ? await statfs(place).catch(() => null) : null;
      return stats && { what, freeBytes: stats.bavail * stats.bsize, totalBytes: stats.blocks * stats.bsize };
    }),
  );
  return found.filter((disk) => disk !== null);
}
