import { existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { Manifest } from "../backup/manifest";
import { restoreBackup } from "../backup/restore-backup";
import { verifyBackup } from "../backup/verify-backup";
import { startEmbedded } from "../db/embedded";
import { Obstacle, sentenceOf } from "../db/obstacle";
import { type Environment, readEnvironment } from "./environment";
import { refuseWhileRunning } from "./with-database";

/** Puts a backup into the empty database that DATABASE_URL names, or in place of the embedded one, which is set aside and not lost. */
async function restore(environment: Environment, directory: string, replaces: boolean): Promise<Manifest> {
  const { database, dataDirectory, filesDirectory } = environment;
  if (database.kind === "external") return restoreBackup(directory, { url: database.ownerUrl, filesDirectory });
  await verifyBackup(directory);
  refuseWhileRunning(dataDirectory);
  const places = [path.join(dataDirectory, "postgres"), filesDirectory];
  const present = places.filter((one) => existsSync(one));
  if (present.length > 0 && !replaces)
    throw new Obstacle(
      `There is a database in ${dataDirectory}: add "-- --replace" to set it aside and restore in its place.`,
    );
  const before = `before-${new Date().toISOString().replaceAll(":", "-")}`;
  for (const one of present) renameSync(one, `${one}-${before}`);
  try {
    const server = await startEmbedded(dataDirectory, database.secret);
    const restored = await restoreBackup(directory, { url: server.ownerUrl, filesDirectory }).finally(server.stop);
    for (const one of present) console.log(`What was there before: ${one}-${before}`);
    return restored;
  } catch (error) {
    for (const one of places) rmSync(one, { recursive: true, force: true });
    for (const one of present) renameSync(`${one}-${before}`, one);
    throw error;
  }
}

try {
  const [directory, option] = process.argv.slice(2);
  if (!directory) throw new Obstacle("Which one? npm run restore <folder of the backup>");
  const { takenAt, tables, files } = await restore(readEnvironment(), directory, option === "--replace");
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `Restored what was backed up at ${takenAt}: ${rows} rows and ${Object.keys(files).length} files, compared.`,
  );
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
