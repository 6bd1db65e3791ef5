import { Client, type ClientConfig, type Notification, Pool, type PoolClient } from "pg";
import { Obstacle } from "./obstacle";

export type { Client, Notification, Pool, PoolClient };

const oldestServer = 160_000;

/** Connections of the role that owns the schema, for set-up and jobs; whoever asks ends the pool. */
export function ownerPool(url: string, max = 10): Pool {
  const pool = new Pool({ connectionString: url, max, application_name: "casepan jobs" });
  // A lost connection fails the query on it and is replaced at the next; without listeners it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/**
 * One connection to the database, for set-up.
 * @throws Obstacle that says what is wrong with it, without the password, when there is none.
 */
export async function connect(url: string, config: ClientConfig = {}): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000, ...config });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(url, error);
  }
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int as version",
  );
  if ((rows[0]?.version ?? 0) >= oldestServer) return client;
  await client.end();
  throw new Obstacle(`The server at ${place(url)} is older than PostgreSQL 16, which Casepan needs.`);
}

function unreachable(url: string, error: unknown): Obstacle {
  const { code, message, errors } = error as { code?: string; message: string; errors?: Error[] };
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  if (code === "28P01" || code === "28000")
    return new Obstacle(`The database at ${place(url)} does not accept this user and password.`);
  if (code === "3D000") return new Obstacle(`There is no database "${name}" on the server at ${place(url)}.`);
  const why = message || errors?.[0]?.message || code;
  return new Obstacle(
    `The database at ${place(url)} cannot be reached (${why}): is it running, and is DATABASE_URL right?`,
  );
}

function place(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}
