import { mkdirSync } from "node:fs";
import path from "node:path";
import { clearAbandoned, ensureCluster } from "./postgres/cluster";
import { keptPort } from "./postgres/free-port";
import { holdData } from "./postgres/lock";
import { passwords } from "./postgres/passwords";
import { runningPostmaster, stopPostmaster } from "./postgres/postmaster";
import { prepareDatabase } from "./postgres/roles";
import { runServer } from "./postgres/server";
import { databaseUser } from "./postgres/system-user";

export type EmbeddedPostgres = {
  /** Connection string of the role that owns the schema. */
  ownerUrl: string;
  /** Connection string of the cluster's superuser; needed only to make databases from outside. */
  superuserUrl: string;
  /** Process number of the server. */
  pid: number;
  /** Resolves when the server goes away without `stop`. */
  lost: Promise<void>;
  /** Stops the server, leaving its data clean. */
  stop: () => Promise<void>;
};

/**
 * Starts the embedded PostgreSQL 18 under `<dataDirectory>/postgres`, making it first when it is not there. A server
 * that outlived a killed parent is taken over; what a crash left behind is recovered from.
 * @param secret what its passwords are derived from; the same at every start.
 * @param durable false for throw-away test data (no fsync).
 * @throws Obstacle when another instance uses the data, or the server cannot start.
 */
export async function startEmbedded(dataDirectory: string, secret: string, durable = true): Promise<EmbeddedPostgres> {
  const home = path.join(dataDirectory, "postgres");
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const user = databaseUser(path.join(home, "data"));
  const password = passwords(secret);
  await ensureCluster(home, user, password.superuser, durable);

  const superuserUrl = (port: number) => `postgresql://postgres:${password.superuser}@127.0.0.1:${port}/postgres`;
  const server = await runServer({
    home,
    user,
    durable,
    portFile: path.join(dataDirectory, "database-port"),
    superuserUrl,
  });
  const lock = await holdData(superuserUrl(server.port), dataDirectory);

  let stopping = false;
  const lost = new Promise<void>((resolve) => lock.once("end", () => stopping || resolve()));
  const stop = async () => {
    stopping = true;
    await lock.end();
    await stopPostmaster(server.pid);
  };
  try {
    clearAbandoned(home);
    await prepareDatabase(lock, superuserUrl(server.port), password.owner);
  } catch (error) {
    await stop();
    throw error;
  }
  const ownerUrl = embeddedOwnerUrl(server.port, secret);
  return { ownerUrl, superuserUrl: superuserUrl(server.port), pid: server.pid, lost, stop };
}

/** Connection string of the embedded database's owner on a given port. */
export function embeddedOwnerUrl(port: number, secret: string): string {
  return `postgresql://casepan_owner:${passwords(secret).owner}@127.0.0.1:${port}/casepan`;
}

/** The port the embedded server listens on, or will listen on at its next start. */
export async function embeddedPort(dataDirectory: string): Promise<number> {
  const running = runningPostmaster(path.join(dataDirectory, "postgres", "data"));
  return running?.port ?? keptPort(path.join(dataDirectory, "database-port"));
}
