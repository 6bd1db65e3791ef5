import { setTimeout as pause } from "node:timers/promises";
import { type EmbeddedPostgres, startEmbedded } from "../db/embedded";
import { sentenceOf } from "../db/obstacle";
import type { Environment } from "./environment";
import { shutdown } from "./shutdown";

const restartAfter = 5000;

/** The owner's connection string, and for the embedded database also its superuser's. */
export type OpenDatabase = { ownerUrl: string; superuserUrl?: string };

/**
 * Opens the database: starts the embedded one and keeps it running until shutdown, or takes the external one as it is.
 * @throws Obstacle when another instance uses the same data, or PostgreSQL does not start.
 */
export async function openDatabase({ database, dataDirectory }: Environment): Promise<OpenDatabase> {
  if (database.kind === "external") return { ownerUrl: database.ownerUrl };
  const server = await startEmbedded(dataDirectory, database.secret);
  watch(server, dataDirectory, database.secret);
  return server;
}

/** A server that goes away by itself is started again, on the same port; the pause keeps a broken one from spinning. */
function watch(server: EmbeddedPostgres, dataDirectory: string, secret: string): void {
  const forget = shutdown.add(server.stop);
  void server.lost.then(async () => {
    if (shutdown.hasBegun) return;
    forget();
    console.error("The embedded PostgreSQL stopped by itself; it is started again in a few seconds.");
    await pause(restartAfter);
    if (shutdown.hasBegun) return;
    try {
      watch(await startEmbedded(dataDirectory, secret), dataDirectory, secret);
    } catch (error) {
      console.error(sentenceOf(error));
      await shutdown.exit(1);
    }
  });
}
