import { startEmbedded } from "../db/embedded";
import { Obstacle } from "../db/obstacle";
import { runningPostmaster } from "../db/postgres/postmaster";
import type { Environment } from "./environment";
import { ownerUrl } from "./owner-environment";

/**
 * Does something with the database as it stands: the external one, the embedded one that runs, or, when it does not run,
 * the embedded one started for as long as it takes (`wasStarted`).
 */
export async function withDatabase<T>(
  environment: Environment,
  work: (url: string, wasStarted: boolean) => Promise<T>,
): Promise<T> {
  const { database, dataDirectory } = environment;
  if (database.kind === "external" || runningIn(dataDirectory)) {
    return work(await ownerUrl(environment), false);
  }
  const server = await startEmbedded(dataDirectory, database.secret);
  try {
    return await work(server.ownerUrl, true);
  } finally {
    await server.stop();
  }
}

/** @throws Obstacle while a server runs on the embedded database in this directory: Casepan itself, or another command. */
export function refuseWhileRunning(dataDirectory: string): void {
  if (runningIn(dataDirectory)) throw new Obstacle("Casepan is running on this database: stop it first.");
}

const runningIn = (dataDirectory: string) => runningPostmaster(`${dataDirectory}/postgres/data`);
