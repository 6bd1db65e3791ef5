import { Client } from "pg";
import { migrationNames } from "./migration-names";

export type Probe = {
  migrations: { applied: number; pending: number };
  /** When a worker was last alive, and whether that was a moment ago by the database's own clock. */
  jobs: { alive: boolean; lastSeen: string | null };
  /** When the last good backup was; null for none, and in a database from before there were notes of them. */
  lastBackup: Date | null;
};

type Row = { migrations: string[]; jobs_seen_at: Date | null; checked_at: Date };

const patience = 1500;
const aliveWithin = 15_000;

/**
 * Asks the database how it is, over a connection of its own: the pool's may all be busy or stuck.
 * @throws Error when it has not answered within 1.5 s.
 */
export async function probeDatabase(url: string): Promise<Probe> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: patience, query_timeout: patience });
  client.on("error", () => {});
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The database did not answer in time.")), patience);
  });
  try {
    return await Promise.race([ask(client), late]);
  } finally {
    clearTimeout(timer);
    client.end().catch(() => {});
  }
}

async function ask(client: Client): Promise<Probe> {
  await client.connect();
  const { rows } = await client.query<Row>("select * from app_health()");
  const row = rows[0];
  if (!row) throw new Error("The database knows nothing of its health.");
  const known = migrationNames();
  const there = await client.query<{ there: boolean }>("select to_regproc('app_last_backup') is not null as there");
  const backup = there.rows[0]?.there
    ? await client.query<{ at: Date | null }>("select app_last_backup() as at")
    : { rows: [] };
  return {
    migrations: {
      applied: row.migrations.length,
      pending: known.filter((name) => !row.migrations.includes(name)).length,
    },
    jobs: {
      alive: row.jobs_seen_at !== null && row.checked_at.getTime() - row.jobs_seen_at.getTime() < aliveWithin,
      lastSeen: row.jobs_seen_at?.toISOString() ?? null,
    },
    lastBackup: backup.rows[0]?.at ?? null,
  };
}
