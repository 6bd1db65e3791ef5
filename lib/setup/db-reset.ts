import { rmSync } from "node:fs";
import { startEmbedded } from "../db/embedded";
import { Obstacle, sentenceOf } from "../db/obstacle";
import { recreateDatabase } from "../db/postgres/roles";
import { readEnvironment } from "./environment";

/** Empties the embedded database and the folder of its files; the next start makes the demo labs anew. */
async function reset(): Promise<void> {
  const { database, dataDirectory, filesDirectory } = readEnvironment();
  if (database.kind === "external") {
    throw new Obstacle("Only the embedded database is reset; the one that DATABASE_URL names is yours to drop.");
  }
  const server = await startEmbedded(dataDirectory, database.secret);
  try {
    await recreateDatabase(server.superuserUrl);
    rmSync(filesDirectory, { recursive: true, force: true });
  } finally {
    await server.stop();
  }
  console.log(`The database in ${dataDirectory} is empty; npm start migrates it and makes the demo labs.`);
}

try {
  await reset();
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
