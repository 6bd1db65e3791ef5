import { recorded } from "../backup/record";
import { verifyBackup } from "../backup/verify-backup";
import { writeBackup } from "../backup/write-backup";
import { sentenceOf } from "../db/obstacle";
import { type Environment, readEnvironment } from "./environment";
import { withDatabase } from "./with-database";

/** Takes a backup into BACKUP_DIR (or the folder that is named), reads it whole once more, and says what is in it. */
async function backup(environment: Environment, folder: string): Promise<void> {
  const { filesDirectory, version } = environment;
  const { directory, manifest } = await withDatabase(environment, (url) =>
    recorded(url, "command", async () => {
      const written = await writeBackup({ url, filesDirectory, version }, folder);
      await verifyBackup(written.directory);
      return written;
    }),
  );
  const { tables, files } = manifest;
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  console.log(`${rows} rows of ${Object.keys(tables).length} tables and ${Object.keys(files).length} files, verified:`);
  console.log(directory);
}

try {
  const environment = readEnvironment();
  await backup(environment, process.argv[2] ?? environment.backupDirectory);
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
