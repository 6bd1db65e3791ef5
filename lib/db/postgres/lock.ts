import { Client } from "pg";
import { Obstacle } from "../obstacle";

const key = 7_202_026;

/**
 * Holds the data for one instance, by an advisory lock of the database itself: it ends with this process's connection,
 * however the process ends, and no stale file stays behind.
 * @param url the superuser's connection string.
 * @param describe what the data is, for the message.
 * @returns the connection that holds it; whoever asked listens to its "end" to learn that the server is gone.
 * @throws Obstacle when another process holds it.
 */
export async function holdData(url: string, describe: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: `casepan process ${process.pid}`,
    keepAlive: true,
  });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [key]);
  if (rows[0]?.held) return client;
  const holder = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity join pg_locks using (pid)
     where locktype = 'advisory' and objid = $1 and granted`,
    [key],
  );
  await client.end();
  const who = holder.rows[0]?.name ?? "another process";
  throw new Obstacle(
    `Casepan already runs on ${describe} (${who}): stop it first, or set DATA_DIR to another directory.`,
  );
}
